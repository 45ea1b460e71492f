/** The word of an answer about a signed file, one of the four that every check has: what is good and must be read first is not simply valid. */
import type { LayerOutcome, Verdict } from '../checking/verdict.ts';
import type { SignatureState } from './signed-file.ts';

export function fileVerdict({ state, checks }: { readonly state: SignatureState; readonly checks: readonly { readonly outcome: LayerOutcome }[] }): Verdict {
  switch (state) {
    case 'bad':
      return 'not-valid';
    case 'undetermined':
      return 'cannot-determine';
    case 'good':
      return checks.some(({ outcome }) => outcome === 'attention') ? 'valid-with-attention' : 'valid';
  }
}

/** Of what an entry of the journal says: older ones have the state of the signature, which did not tell a remark apart. */
export function recordedVerdict(word: Verdict | SignatureState): Verdict {
  return word === 'good' || word === 'bad' || word === 'undetermined' ? fileVerdict({ state: word, checks: [] }) : word;
}
