/** What a step of a case is judged by besides the case itself, and the rules that may forbid it. */
import type { PolicyNumberName } from '../../../shared/domain/policy.ts';
import type { Result } from '../../../shared/util/result.ts';
import type { IssuanceCase } from '../../../shared/domain/issuance/issuance-case.ts';

export interface CaseMoment {
  now: Date;
  numbers: Readonly<Record<PolicyNumberName, number>>;
}

/** `not-here`: the event does not belong to this stage. The others name the rule that forbids it. */
export type CaseRefusal = 'not-here' | 'too-few-challenges' | 'same-operator' | 'barred' | 'not-due';

/** The case after an event, or the rule against it. */
export type NextCase = Result<IssuanceCase, CaseRefusal>;
