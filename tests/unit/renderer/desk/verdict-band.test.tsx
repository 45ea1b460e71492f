/** The verdict is told in word, glyph, class and slot, and announced exactly once. */
import { renderToStaticMarkup } from 'react-dom/server';
import { beforeAll, expect, test } from 'vitest';
import { startI18n, textsOf } from '../../../../renderer/i18n/index.ts';
import { VerdictBand } from '../../../../renderer/screens/desk/VerdictBand.tsx';
import type { CheckOutcome } from '../../../../shared/domain/checking/check-outcome.ts';
import type { ReasonCode } from '../../../../shared/domain/reason-code.ts';
import { Verdict } from '../../../../shared/domain/checking/verdict.ts';

beforeAll(() => startI18n('kk'));

const HEADLINES: Record<Verdict, ReasonCode> = {
  valid: 'document-in-force',
  'valid-with-attention': 'registry-data-damaged',
  'not-valid': 'document-expired',
  'cannot-determine': 'service-unreachable',
};
const outcome = (verdict: Verdict): CheckOutcome => ({
  id: '3c9f3f0e-6a0c-4f0e-9a57-0d4d9f3f5b10',
  at: '2026-11-22T09:00:00+05:00',
  verdict,
  headline: HEADLINES[verdict],
  checks: [],
  notices: [],
  document: null,
  access: null,
  presentedBy: 'owner',
  signature: null,
  mark: { state: 'not-needed' },
});

test.each(Verdict.options)('%s', (verdict) => {
  const drawn = renderToStaticMarkup(<VerdictBand outcome={outcome(verdict)} attested={false} />);
  expect(drawn).toContain(`band-${verdict}`);
  expect(drawn).toContain(textsOf('kk')(`verdict.word.${verdict}`));
  expect(drawn.match(/role="(?:alert|status)"/g)).toEqual(['role="alert"']);
  // A heading that took the focus would be read out a second time.
  expect(drawn).not.toContain('tabindex');
  const slots = drawn.match(/class="verdict-slot(?: [^"]*)?"/g)?.map((slot) => slot.includes('lit'));
  expect(slots?.indexOf(true)).toBe(Verdict.options.indexOf(verdict));
  expect(slots?.filter(Boolean)).toHaveLength(1);
});
