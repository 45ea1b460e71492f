/** Everything a verdict is made of, gathered first and judged after. */
import type { DocumentContent } from '../../../shared/domain/checking/document-content.ts';
import type { DocumentTemplate } from '../../../shared/domain/checking/document-template.ts';
import type { Operator } from '../../../shared/domain/desk/operator-session.ts';
import type { Policy } from '../../../shared/domain/policy.ts';
import type { Purpose } from '../../../shared/domain/checking/purpose.ts';
import type { ReasonCode } from '../../../shared/domain/reason-code.ts';
import type { Result } from '../../../shared/util/result.ts';
import type { AccessAnswer, AccessKey } from '../../ports/checking/document-access.ts';
import type { PersonRecord } from '../../ports/checking/person-registry.ts';
import type { SignatureAnswer } from '../trust/index.ts';

/** Who checks, why and by which rules: fixed when the check begins, whatever happens at the desk meanwhile. */
export interface DeskContext {
  operator: Operator;
  purpose: Purpose;
  policy: Policy;
}

/** A reason with a technical fact for support. */
export interface Refusal {
  code: ReasonCode;
  detail: string | null;
}

export type AccessEvidence =
  /** By the desk: what was presented is no access, tries are held back, or our clock is known to be wrong; no access was opened. */
  | { state: 'refused'; by: 'desk' | 'service'; refusal: Refusal }
  | { state: 'answered'; answer: AccessAnswer; clockOffsetMs: number; echoed: boolean };

/** What the request fixed about the document before it came. */
export interface Expectation {
  documentType: string | null;
  /** ИИН of the owner, or of the representative who opened the access. */
  presenterIin: string | null;
}

export type ContentEvidence =
  | { state: 'none' }
  | { state: 'malformed' }
  | { state: 'read'; content: DocumentContent; template: DocumentTemplate | null };

export interface Evidence {
  channel: AccessKey['channel'];
  access: AccessEvidence;
  expectation: Expectation;
  signature: SignatureAnswer | null;
  content: ContentEvidence;
  /** Null while nothing entitles us to ask. */
  person: Result<PersonRecord, Refusal> | null;
  desk: DeskContext;
  /** Today in Asia/Almaty by the clock of the service. */
  today: string;
}
