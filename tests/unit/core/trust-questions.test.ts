/** What the layers of a certificate mean to somebody who wants to sign in. */
import { describe, expect, test } from 'vitest';
import { standingOf } from '../../../electron/core/trust-questions.ts';
import type { CertificateAnswer, TrustCheck } from '../../../electron/core/trust/index.ts';

const NOW = new Date('2026-11-22T05:00:00Z');
const HOLDER = {
  commonName: 'СЫНАҚОВА ОПЕРАТОР',
  organisation: null,
  bin: null,
  iin: null,
  roles: [],
  identification: null,
  serialHex: '01',
  certificateHash: '00'.repeat(32),
  notBefore: new Date('2026-01-01T00:00:00Z'),
  notAfter: new Date('2027-01-01T00:00:00Z'),
} satisfies NonNullable<CertificateAnswer['identity']>;

function answer(outcome: 'failed' | 'undetermined', code: TrustCheck['code'], identity: CertificateAnswer['identity'] = HOLDER): CertificateAnswer {
  const state = outcome === 'failed' ? 'bad' : 'undetermined';
  return { state, checks: [{ layer: 'chain', outcome, code, detail: null }], identity, path: null, revocationAsOf: null };
}

describe('refused', () => {
  test.each([
    ['failed', 'signer-not-for-signing', 'certificate-not-for-signing'],
    ['failed', 'signer-unidentified', 'certificate-untrusted'],
    ['failed', 'chain-untrusted', 'certificate-untrusted'],
    ['failed', 'chain-broken-rule', 'certificate-untrusted'],
    ['failed', 'chain-expired', 'certificate-expired'],
    ['failed', 'signer-revoked', 'certificate-revoked'],
    ['failed', 'issuer-revoked', 'certificate-revoked'],
    ['failed', 'certificate-not-issued', 'certificate-revoked'],
    ['undetermined', 'revocation-unknown', 'revocation-unknown'],
    ['undetermined', 'revocation-stale', 'revocation-unknown'],
    ['undetermined', 'algorithm-unsupported', 'certificate-untrusted'],
    ['undetermined', 'clock-skewed', 'clock-skewed'],
  ] as const)('%s %s is %s', (outcome, code, refusal) => {
    expect(standingOf(answer(outcome, code), NOW)).toEqual({ state: 'refused', code: refusal });
  });

  test('before the validity begins, in its own word', () => {
    const early = { ...HOLDER, notBefore: new Date('2026-11-22T05:00:01Z') };
    expect(standingOf(answer('failed', 'chain-expired', early), NOW)).toEqual({ state: 'refused', code: 'certificate-not-yet-valid' });
  });

  test('a failure before an open question', () => {
    const both: CertificateAnswer = { ...answer('undetermined', 'revocation-unknown'), state: 'bad' };
    both.checks.push({ layer: 'revocation', outcome: 'failed', code: 'signer-revoked', detail: null });
    expect(standingOf(both, NOW)).toEqual({ state: 'refused', code: 'certificate-revoked' });
  });

  test('good bytes that name nobody', () => {
    expect(standingOf({ state: 'good', checks: [], identity: null, path: null, revocationAsOf: null }, NOW)).toEqual({ state: 'refused', code: 'certificate-untrusted' });
  });
});

test('good is good, with the holder', () => {
  expect(standingOf({ state: 'good', checks: [], identity: HOLDER, path: null, revocationAsOf: NOW }, NOW)).toEqual({ state: 'good', holder: HOLDER });
});
