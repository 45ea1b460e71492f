/** Which keys may answer a request: each reason of refusal beside the twin that passes. */
import { describe, expect, it } from 'vitest';
import { judgeKey, type KeyJudge } from '../../../electron/core/keystore/signing/desk/judge-key.ts';
import type { KeyFilter } from '../../../electron/core/keystore/signing/index.ts';
import { createTrust } from '../../../electron/core/trust/index.ts';
import { failure, success } from '../../../shared/util/result.ts';
import { openTrialKey, trialKey } from '../../fakes/trial-signing-key.ts';

const NOW = new Date('2026-11-22T09:00:00Z');
const LATER = new Date('2028-01-01T00:00:00Z');
const EMAIL_PROTECTION = '1.3.6.1.5.5.7.3.4';
const trial = await trialKey('RSA-2048', NOW);
const key = await openTrialKey(trial);
const gost = await openTrialKey(await trialKey('GOST-2015-512', NOW));
const other = await trialKey('GOST-2004', NOW);

const ANY: KeyFilter = { stores: null, usage: 'any', purposes: [], iin: null, bin: null, serial: null, issuers: 'trusted', allowExpired: false, allowRevoked: false };

function judge(change: Partial<KeyJudge> = {}, evidence: 'there' | 'away' = 'there', anchors = [trial.authority.root]): KeyJudge {
  const now = change.now ?? NOW;
  const trust = createTrust({
    anchors,
    intermediates: [],
    evidence: {
      ocsp: async () => failure({ code: 'service-unreachable', detail: null }),
      crl: async () => (evidence === 'there' ? success(trial.authority.crl) : failure({ code: 'service-unreachable', detail: null })),
    },
    clock: { now: () => now, monotonicMs: () => 0 },
  });
  return { now, policy: { allowExpiredKeys: false, allowRevokedKeys: false }, verifyCertificate: trust.verifyCertificate, ...change };
}
const filter = (change: Partial<KeyFilter>): KeyFilter => ({ ...ANY, ...change });
const GOOD = { objection: null, attention: null };

describe('a filter of the caller', () => {
  const serial = BigInt(`0x${key.owner.serialHex}`);
  it.each([
    ['purposes it has', filter({ purposes: [EMAIL_PROTECTION] }), GOOD],
    ['a purpose it has not', filter({ purposes: [EMAIL_PROTECTION, '1.2.398.3.3.4.1.2.1'] }), { objection: 'other-purposes' }],
    ['its person', filter({ iin: '900101400015' }), GOOD],
    ['another person', filter({ iin: '900101400016' }), { objection: 'other-person' }],
    ['an organisation it has not', filter({ bin: '990140009995' }), { objection: 'other-organisation' }],
    ['its serial in hex', filter({ serial: serial.toString(16).toUpperCase() }), GOOD],
    ['its serial in decimal', filter({ serial: serial.toString(10) }), GOOD],
    ['another serial', filter({ serial: (serial + 1n).toString(10) }), { objection: 'other-serial' }],
    ['signing', filter({ usage: 'signing' }), GOOD],
    ['signing in, which RSA has keys of its own for', filter({ usage: 'authentication' }), { objection: 'not-for-authentication' }],
    ['its authority', filter({ issuers: [new Uint8Array(trial.authority.root)] }), { objection: null, attention: 'issuer-not-checked' }],
    ['another authority', filter({ issuers: [new Uint8Array(trial.certificate)] }), { objection: 'other-issuer' }],
    ['no authority at all', filter({ issuers: 'any' }), { objection: null, attention: 'issuer-not-checked' }],
  ])('that wants %s', async (_, wanted, standing) => {
    expect(await judgeKey(key, wanted, judge())).toMatchObject(standing);
  });

  it('finds one GOST key for both uses', async () => {
    for (const usage of ['signing', 'authentication'] as const) expect(await judgeKey(gost, filter({ usage }), judge())).toStrictEqual(GOOD);
  });
});

describe('the time and the trust of the workstation', () => {
  it('let nothing pass before its time', async () => {
    expect(await judgeKey(key, ANY, judge({ now: new Date('2020-01-01T00:00:00Z') }))).toMatchObject({ objection: 'not-yet-valid' });
  });

  it('let an ended certificate pass only where caller and policy both say so', async () => {
    const policy = { allowExpiredKeys: true, allowRevokedKeys: false };
    expect(await judgeKey(key, ANY, judge({ now: LATER, policy }))).toMatchObject({ objection: 'expired' });
    expect(await judgeKey(key, filter({ allowExpired: true }), judge({ now: LATER }))).toMatchObject({ objection: 'expired' });
    expect(await judgeKey(key, filter({ allowExpired: true, issuers: 'any' }), judge({ now: LATER, policy }))).toStrictEqual({ objection: null, attention: 'expired-allowed' });
  });

  it('let a revoked one pass only where caller and policy both say so', async () => {
    const revoked: KeyJudge['verifyCertificate'] = async (question) => ({
      ...(await judge().verifyCertificate(question)),
      state: 'bad',
      checks: [{ layer: 'revocation', outcome: 'failed', code: 'signer-revoked', detail: null }],
    });
    const policy = { allowExpiredKeys: false, allowRevokedKeys: true };
    expect(await judgeKey(key, ANY, judge({ verifyCertificate: revoked, policy }))).toMatchObject({ objection: 'revoked' });
    expect(await judgeKey(key, filter({ allowRevoked: true }), judge({ verifyCertificate: revoked }))).toMatchObject({ objection: 'revoked' });
    expect(await judgeKey(key, filter({ allowRevoked: true }), judge({ verifyCertificate: revoked, policy }))).toStrictEqual({ objection: null, attention: 'revoked-allowed' });
  });

  it('say so where nobody could be asked about revocation', async () => {
    expect(await judgeKey(key, ANY, judge({}, 'away'))).toStrictEqual({ objection: null, attention: 'revocation-unknown' });
  });

  it('take no certificate of a stranger', async () => {
    expect(await judgeKey(key, ANY, judge({}, 'there', [other.certificate]))).toMatchObject({ objection: 'untrusted' });
  });
});
