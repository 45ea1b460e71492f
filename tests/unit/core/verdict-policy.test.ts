/** Refusal outweighs missing evidence, missing evidence outweighs everything that passed. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decideVerdict } from '../../../electron/core/checking/verdict-policy.ts';
import type { Check } from '../../../shared/domain/checking/check-outcome.ts';
import { ReasonCode } from '../../../shared/domain/reason-code.ts';
import { CHECK_LAYERS, LayerOutcome } from '../../../shared/domain/checking/verdict.ts';

/** Nine layers from a word like `pppfnnnnn`. */
const OUTCOMES = { p: 'passed', a: 'attention', f: 'failed', u: 'undetermined', n: 'not-reached' } as const;
const layers = (word: string): Check[] =>
  CHECK_LAYERS.map((layer, index) => {
    const outcome = OUTCOMES[word[index] as keyof typeof OUTCOMES];
    const code = outcome === 'failed' ? 'signature-wrong' : outcome === 'undetermined' ? 'revocation-unknown' : 'not-reached';
    return { layer, outcome, code, detail: null };
  });

describe('the table', () => {
  test.each([
    ['ppppppppp', [], 'valid', 'document-in-force'],
    ['ppppppapp', ['document-duplicated'], 'valid-with-attention', 'document-duplicated'],
    ['ppppppaap', ['document-historical', 'registry-data-damaged'], 'valid-with-attention', 'document-historical'],
    ['pfnnnnnnn', [], 'not-valid', 'signature-wrong'],
    ['ppppufnnn', [], 'not-valid', 'signature-wrong'],
    ['ppppuafnn', ['document-duplicated'], 'not-valid', 'signature-wrong'],
    ['ppppupppp', [], 'cannot-determine', 'revocation-unknown'],
    ['ppppupapp', ['document-duplicated'], 'cannot-determine', 'revocation-unknown'],
    ['unnnnnnnn', [], 'cannot-determine', 'revocation-unknown'],
    ['pppppppnp', [], 'cannot-determine', 'not-reached'],
  ] as const)('%s with %j is %s', (word, notices, verdict, headline) => {
    expect(decideVerdict(layers(word), notices)).toEqual({ verdict, headline });
  });

  test('no layers at all prove nothing', () => {
    expect(decideVerdict([], [])).toEqual({ verdict: 'cannot-determine', headline: 'not-reached' });
  });
});

test('nothing is valid unless every layer was reached and none failed or stayed open', () => {
  const check = fc.record({
    layer: fc.constantFrom(...CHECK_LAYERS),
    outcome: fc.constantFrom(...LayerOutcome.options),
    code: fc.constantFrom(...ReasonCode.options),
    detail: fc.constant(null),
  });
  fc.assert(
    fc.property(fc.array(check, { maxLength: 9 }), fc.array(fc.constantFrom(...ReasonCode.options), { maxLength: 3 }), (checks, notices) => {
      const { verdict } = decideVerdict(checks, notices);
      const bad = checks.some(({ outcome }) => outcome === 'failed');
      const open = checks.length === 0 || checks.some(({ outcome }) => outcome === 'undetermined' || outcome === 'not-reached');
      expect(verdict === 'not-valid').toBe(bad);
      expect(verdict === 'cannot-determine').toBe(!bad && open);
      expect(verdict === 'valid').toBe(!bad && !open && notices.length === 0);
    }),
  );
});
