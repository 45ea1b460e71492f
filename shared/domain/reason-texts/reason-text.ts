/** What an operator reads about one reason code. */
import type { ReasonCode } from '../reason-code.ts';

export interface ReasonText {
  /** Two to five words, drawn as a large headline. */
  title: string;
  /** One plain sentence: what is the matter. */
  reason: string;
  /** One calm sentence: what the operator does now. Never asks for a secret of the citizen. */
  next: string;
}

/** The texts of one group of codes. */
export type ReasonTexts = Partial<Record<ReasonCode, ReasonText>>;
