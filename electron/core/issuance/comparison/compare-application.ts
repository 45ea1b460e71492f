/** Compares what a citizen handed in with the register: every field of the card, and the rules of risk. */
import type { ApplicationFacts } from '../../../../shared/domain/issuance/application-facts.ts';
import { almatyDay } from '../../../../shared/domain/almaty-day.ts';
import type { ComparedField, RiskFinding } from '../../../../shared/domain/issuance/case-desk.ts';
import { CardField } from '../../../../shared/domain/identification/identification.ts';
import type { CaseReason } from '../../../../shared/domain/issuance/issuance-case.ts';
import type { Policy } from '../../../../shared/domain/policy.ts';
import { failure, type Result, success } from '../../../../shared/util/result.ts';
import type { Clock } from '../../../ports/clock.ts';
import type { FaceComparer } from '../../../ports/issuance/face-comparer.ts';
import type { IssuancePortal } from '../../../ports/issuance/issuance-portal.ts';
import type { PersonRecord, PersonRegistry } from '../../../ports/checking/person-registry.ts';
import type { RequestContext } from '../../../ports/checking/document-access.ts';
import { compareCard } from '../../identification/index.ts';
import { compareLatin } from './compare-latin.ts';
import { riskFindings } from './risk-rules.ts';

export interface ComparisonOptions {
  portal: Pick<IssuancePortal, 'facts' | 'material'>;
  persons: PersonRegistry;
  faces: FaceComparer;
  clock: Clock;
  policy(): Policy;
  requestContext(): RequestContext;
}

/** What the systems said of one case; the faces are compared apart, because that takes longest. */
export interface GatheredCase {
  facts: ApplicationFacts;
  /** Null where the register does not know the person. */
  person: PersonRecord | null;
  fields: readonly ComparedField[];
  dataReasons: readonly CaseReason[];
  risks: readonly RiskFinding[];
}

const UNDECIDED: ReadonlySet<string> = new Set(['person-unknown', 'registry-consent-refused', 'registry-consent-waiting', 'service-refused-us']);
/** A register that is away is asked again; one that answers and does not tell is a question for a human. */
const isUndecided = (code: string): boolean => UNDECIDED.has(code);

/** `portal` or `registry`: away just now; asked again later. */
export async function gatherCase(caseId: string, options: ComparisonOptions): Promise<Result<GatheredCase, 'portal' | 'registry'>> {
  const { clock, policy } = options;
  const told = await options.portal.facts(caseId);
  if (!told.ok) return failure('portal');
  const facts = told.value;
  const risks = riskFindings(facts, clock.now(), policy().numbers);
  if (facts.card === null) return success({ facts, person: null, fields: [], dataReasons: [], risks });
  const answered = await options.persons.lookUp(facts.iin, caseId, options.requestContext());
  if (!answered.ok && !isUndecided(answered.failure.code)) return failure('registry');
  const person = answered.ok && answered.value.iin === facts.iin ? answered.value : null;
  const { confirmed, read } = facts.card;
  const compared = person === null ? null : compareCard(confirmed, person, almatyDay(clock.now()));
  const fields = CardField.options.map((field): ComparedField => ({
    field,
    onCard: confirmed[field],
    registered: compared?.registered[field] ?? null,
    comparison: compared?.fields[field] ?? 'not-registered',
    corrected: read[field] !== confirmed[field],
  }));
  const latin = compareLatin(facts.card.latin, person?.latin ?? null);
  const dataReasons = compared?.reasons ?? ['registry-error'];
  const zone: CaseReason[] = facts.card.mrz === 'good' ? [] : [facts.card.mrz === 'wrong' ? 'card-suspect' : 'card-unreadable'];
  // The card may be somebody else's even where its data are real.
  const stranger: CaseReason[] = confirmed.iin !== null && confirmed.iin !== facts.iin ? ['data-differ'] : [];
  const otherSpelling: CaseReason[] = latin.some(({ comparison }) => comparison === 'different') ? ['card-suspect'] : [];
  return success({ facts, person, fields: [...fields, ...latin], dataReasons: [...new Set([...dataReasons, ...zone, ...stranger, ...otherSpelling])], risks });
}
