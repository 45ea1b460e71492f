/** Counts the answers to a suite: right, and in which of the ways of being wrong. */
import type { CaseAnswer, CorpusCase } from './corpus-case.ts';
import { disputeOf } from './disputes.ts';

/** `hung`, `crashed` and `out-of-memory` are said by whoever watches over a worker; no case may end so. */
export type Ending = CaseAnswer | { verdict: 'hung' | 'crashed' | 'out-of-memory'; why: string };

export type Outcome =
  | 'right'
  /** Accepted what must be rejected, or called good what is not known to be. */
  | 'wrong-accept'
  | 'wrong-reject'
  | 'unsupported'
  /** Too long, too large or an exception. */
  | 'no-answer'
  /** Not what the suite expects, and we say why it should not. */
  | 'disputed';

export interface Judged {
  one: CorpusCase;
  ending: Ending;
  outcome: Outcome;
}

const GOOD_NEWS: ReadonlySet<string> = new Set(['accept', 'good']);
export const NO_ANSWER: ReadonlySet<string> = new Set(['hung', 'crashed', 'out-of-memory']);

export function judgedAs(one: CorpusCase, ending: Ending): Judged {
  return { one, ending, outcome: outcomeOf(one, ending) };
}

function outcomeOf(one: CorpusCase, { verdict }: Ending): Outcome {
  if (NO_ANSWER.has(verdict)) return 'no-answer';
  if (one.expect === verdict || (one.expect === 'either' && verdict !== 'unsupported')) return 'right';
  if (verdict === 'unsupported') return 'unsupported';
  if (GOOD_NEWS.has(verdict)) return 'wrong-accept';
  return disputeOf(one) === null ? 'wrong-reject' : 'disputed';
}

export interface Tally {
  suite: string;
  /** Of the cases every verifier must get right. */
  core: Record<Outcome, number>;
  /** Of the other scopes: lint of profiles, web rules, options this program does not have. */
  other: Record<Outcome, number>;
  /** Everything in `core` that is not right, and every missing answer of the others. */
  wrong: { id: string; outcome: Outcome; expected: string; got: string; why: string; dispute: string | null }[];
}

const nothing = (): Record<Outcome, number> => ({ 'right': 0, 'wrong-accept': 0, 'wrong-reject': 0, 'unsupported': 0, 'no-answer': 0, 'disputed': 0 });

export function tallyOf(suite: string, judged: readonly Judged[]): Tally {
  const tally: Tally = { suite, core: nothing(), other: nothing(), wrong: [] };
  for (const { one, ending, outcome } of judged) {
    const isCore = one.scope === 'core';
    tally[isCore ? 'core' : 'other'][outcome] += 1;
    if (outcome === 'right' || (!isCore && outcome !== 'no-answer')) continue;
    const { verdict: got, why } = ending;
    tally.wrong.push({ id: one.id, outcome, expected: one.expect, got, why, dispute: outcome === 'disputed' ? disputeOf(one) : null });
  }
  return tally;
}

/** Nothing but right answers, and those we dispute. */
export const isClean = ({ core, other }: Tally): boolean =>
  core['wrong-accept'] + core['wrong-reject'] + core.unsupported + core['no-answer'] + other['no-answer'] === 0;
