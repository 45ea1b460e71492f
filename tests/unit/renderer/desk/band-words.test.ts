/** The words beside the verdict never say more than was checked. */
import { expect, test } from 'vitest';
import { FOREIGN_PAYLOAD_KINDS } from '../../../../shared/domain/scanning/foreign-payload-kinds.ts';
import { bandWords, verdictWord } from '../../../../renderer/screens/desk/band-words.ts';
import type { ReasonCode } from '../../../../shared/domain/reason-code.ts';
import type { CheckOutcome } from '../../../../shared/domain/checking/check-outcome.ts';

const title = { kk: 'Құжат', ru: 'Документ', en: 'Document' };
const photo = { mime: 'image/png', bytes: new Uint8Array([1]) } as const;
const document = { type: 'identity_card', templateVersion: 1, title, issuer: title, photo, fields: [] } as const;
const outcome = (change: Partial<CheckOutcome>): CheckOutcome => ({
  id: '3c9f3f0e-6a0c-4f0e-9a57-0d4d9f3f5b10',
  at: '2026-11-22T09:00:00+05:00',
  verdict: 'valid',
  headline: 'document-in-force',
  checks: [{ layer: 'access', outcome: 'passed', code: 'access-granted', detail: null }],
  notices: [],
  document: { ...document, fields: [] },
  access: null,
  presentedBy: 'owner',
  signature: null,
  mark: { state: 'not-needed' },
  ...change,
});

test('a good document asks for the look at the face until it is attested', () => {
  expect(bandWords(outcome({}), false)).toEqual({ word: 'valid', meaning: 'valid', next: 'compare-face' });
  expect(bandWords(outcome({}), true)).toEqual({ word: 'valid', meaning: 'attested', next: 'none' });
});

test('without a photo nobody is told to compare with it', () => {
  expect(bandWords(outcome({ document: { ...document, fields: [], photo: null } }), false).next).toBe('compare-elsewhere');
});

test('a remark stays to be read after the face is attested', () => {
  expect(bandWords(outcome({ verdict: 'valid-with-attention' }), true)).toEqual({ word: 'valid-with-attention', meaning: 'valid-with-attention', next: 'of-reason' });
});

test('an attested face never stands for a check that could not be made', () => {
  expect(bandWords(outcome({ verdict: 'cannot-determine' }), true)).toEqual({ word: 'cannot-determine', meaning: 'cannot-determine', next: 'of-reason' });
});

const noAccess = (code: ReasonCode) => {
  const refused = { layer: 'access', outcome: 'failed', code, detail: null } as const;
  return bandWords(outcome({ verdict: 'not-valid', headline: code, document: null, checks: [refused] }), false);
};

test.each([...new Set(FOREIGN_PAYLOAD_KINDS.map(({ code }) => code))])('%s is no document, and says nothing of one', (code) => {
  expect(noAccess(code)).toEqual({ word: 'not-a-document', meaning: 'code-refused', next: 'of-reason' });
});

test('nor is any other text', () => {
  expect(noAccess('not-our-qr').word).toBe('not-a-document');
});

test.each(['access-expired', 'access-used', 'access-unknown', 'access-other-purpose', 'code-malformed'] as const)(
  '%s opened no document, and says nothing of one',
  (code) => {
    expect(noAccess(code)).toEqual({ word: 'not-opened', meaning: 'code-refused', next: 'of-reason' });
  },
);

test('a refused document is called so', () => {
  const { word, meaning } = bandWords(outcome({ verdict: 'not-valid', headline: 'document-expired' }), false);
  expect([word, meaning]).toEqual(['not-valid', 'not-valid']);
});

test('the journal names a code that never was a document as the desk did, and a document that failed as one', () => {
  expect(verdictWord({ verdict: 'not-valid', headline: 'qr-payment' }, true)).toBe('not-a-document');
  expect(verdictWord({ verdict: 'not-valid', headline: 'access-used' }, true)).toBe('not-opened');
  expect(verdictWord({ verdict: 'not-valid', headline: 'document-revoked' }, false)).toBe('not-valid');
  expect(verdictWord({ verdict: 'cannot-determine', headline: 'service-timeout' }, true)).toBe('cannot-determine');
});
