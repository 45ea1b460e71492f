/** What an OCSP answer may prove, and every way in which it proves nothing. */
import { beforeAll, describe, expect, it } from 'vitest';
import { der, enumerated, octets, seq } from '../../../../electron/stand/authority/asn1.ts';
import { extendedKeyUsage, type IssuedCertificate, keyUsage, ocspNoCheck } from '../../../../electron/stand/authority/certificate.ts';
import { judgeOcsp } from '../../../../electron/core/trust/revocation/judge-ocsp.ts';
import type { RevocationStatus } from '../../../../electron/core/trust/revocation/revocation-status.ts';
import { AUTHORITY, FAR, issue, LAPSED, NOW, parsed, PURPOSE, unknownExtension } from '../trial/trial-authority.ts';
import { hoursFromNow, nonceExtension, ocspAnswer, type OcspTrial, revokedAt, UNKNOWN } from '../trial/trial-evidence.ts';

const RESPONDER = [extendedKeyUsage([PURPOSE.ocspSigning]), keyUsage('digitalSignature'), ocspNoCheck()];
const HOUR_MS = 3_600_000;
let issuer: IssuedCertificate;
let sibling: IssuedCertificate;
let leaf: IssuedCertificate;
let other: IssuedCertificate;
let delegate: IssuedCertificate;

beforeAll(async () => {
  const root = await issue('root', null);
  issuer = await issue('issuer', root, { extensions: AUTHORITY });
  sibling = await issue('sibling', root, { extensions: AUTHORITY });
  leaf = await issue('leaf', issuer);
  other = await issue('other', issuer);
  delegate = await issue('responder', issuer, { extensions: RESPONDER });
});

const trial = (bend: Partial<OcspTrial> = {}): OcspTrial => ({
  signer: delegate,
  certificates: [delegate],
  singles: [{ about: leaf, issuer }],
  ...bend,
});

async function judged(bend: Partial<OcspTrial> = {}, nonce: Uint8Array<ArrayBuffer> | null = null): Promise<RevocationStatus> {
  const { status } = await judgeOcsp(ocspAnswer(trial(bend)), { certificate: parsed(leaf), issuer: parsed(issuer), nonce, now: NOW });
  return status;
}

const about = (bend: object): Partial<OcspTrial> => ({ singles: [{ about: leaf, issuer, ...bend }] });
const bent = async (extensions: typeof RESPONDER, validity: typeof FAR = FAR): Promise<Partial<OcspTrial>> => {
  const responder = await issue('responder', issuer, { extensions, ...validity });
  return { signer: responder, certificates: [responder] };
};

describe('OCSP answer', () => {
  it('is believed from a delegated responder and from the issuer itself', async () => {
    expect((await judged()).state).toBe('good');
    expect((await judged({ signer: issuer, certificates: [] })).state).toBe('good');
  });

  it('says when and why a certificate was revoked', async () => {
    expect(await judged(about({ status: revokedAt(hoursFromNow(-5), 1) }))).toMatchObject({
      state: 'revoked',
      at: hoursFromNow(-5),
      reason: 1,
    });
  });

  it('“on hold since 1970” means never issued; on hold since another day means on hold', async () => {
    expect((await judged(about({ status: revokedAt(new Date(0), 6) }))).state).toBe('not-issued');
    expect((await judged(about({ status: revokedAt(hoursFromNow(-5), 6) }))).state).toBe('revoked');
  });

  it('revoked beats good, and unknown beats good, when both are said', async () => {
    const good = { about: leaf, issuer };
    expect((await judged({ singles: [good, { ...good, status: revokedAt(hoursFromNow(-5), 1) }] })).state).toBe('revoked');
    expect((await judged({ singles: [good, { ...good, status: UNKNOWN }] })).state).toBe('unknown');
  });

  it('is not believed from a certificate without the purpose, with another issuer, or out of its time', async () => {
    expect((await judged(await bent([keyUsage('digitalSignature'), ocspNoCheck()]))).state).toBe('unknown');
    expect((await judged(await bent([extendedKeyUsage([PURPOSE.emailProtection]), keyUsage('digitalSignature'), ocspNoCheck()]))).state).toBe('unknown');
    expect((await judged(await bent([extendedKeyUsage([PURPOSE.ocspSigning]), keyUsage('keyEncipherment'), ocspNoCheck()]))).state).toBe('unknown');
    expect((await judged(await bent(RESPONDER, LAPSED))).state).toBe('unknown');
    expect((await judged(await bent([...RESPONDER, unknownExtension(true)]))).state).toBe('unknown');
    const stranger = await issue('responder', sibling, { extensions: RESPONDER });
    expect((await judged({ signer: stranger, certificates: [stranger] })).state).toBe('unknown');
    const forged = await issue('responder', await issue('issuer', null, { key: 'forger' }), { extensions: RESPONDER });
    expect((await judged({ signer: forged, certificates: [forged] })).state).toBe('unknown');
    expect((await judged(await bent(RESPONDER))).state).toBe('good');
  });

  it('is not believed when its signature is wrong or it names another responder', async () => {
    expect((await judged({ damage: 'signature' })).state).toBe('unknown');
    expect((await judged({ named: sibling })).state).toBe('unknown');
    expect((await judged({ signer: leaf, certificates: [leaf] })).state).toBe('unknown');
  });

  it('about another serial or the same serial of another issuer says nothing', async () => {
    expect((await judged({ singles: [{ about: other, issuer }] })).state).toBe('unknown');
    expect((await judged({ singles: [{ about: leaf, issuer: sibling }] })).state).toBe('unknown');
    const namesake = await issue('issuer', null, { key: 'forger' });
    expect((await judged({ singles: [{ about: leaf, issuer: namesake }] })).state).toBe('unknown');
  });

  it('is stale before its end where the caller wants newer', async () => {
    const answer = ocspAnswer(trial(about({ thisUpdate: hoursFromNow(-9), nextUpdate: hoursFromNow(9) })));
    const question = { certificate: parsed(leaf), issuer: parsed(issuer), nonce: null, now: NOW };
    const within = await judgeOcsp(answer, { ...question, maxAgeMs: 10 * HOUR_MS });
    expect(within).toMatchObject({ status: { state: 'good' }, reusableUntil: hoursFromNow(1).getTime() });
    expect((await judgeOcsp(answer, { ...question, maxAgeMs: 8 * HOUR_MS })).status.state).toBe('stale');
  });

  it('has its time: not after the next update, not from the future, two days where no next update is named', async () => {
    expect((await judged(about({ thisUpdate: hoursFromNow(-9), nextUpdate: hoursFromNow(-1) }))).state).toBe('stale');
    expect((await judged(about({ thisUpdate: hoursFromNow(2), nextUpdate: hoursFromNow(9) }))).state).toBe('stale');
    expect((await judged(about({ thisUpdate: hoursFromNow(-49), nextUpdate: null }))).state).toBe('stale');
    expect((await judged(about({ thisUpdate: hoursFromNow(-47), nextUpdate: null }))).state).toBe('good');
  });

  it('must be to our request: a nonce that is missing or another is a replay', async () => {
    const nonce = Uint8Array.of(4, 2, 7, 7);
    expect((await judged({}, nonce)).state).toBe('unknown');
    expect((await judged({ extensions: [nonceExtension(Uint8Array.of(4, 2, 7, 8))] }, nonce)).state).toBe('unknown');
    expect((await judged({ extensions: [nonceExtension(nonce)] }, nonce)).state).toBe('good');
  });

  it('with a critical extension nobody knows says nothing', async () => {
    expect((await judged({ extensions: [unknownExtension(true)] })).state).toBe('unknown');
    expect((await judged({ extensions: [unknownExtension(false)] })).state).toBe('good');
    expect((await judged(about({ extensions: [unknownExtension(true)] }))).state).toBe('unknown');
    expect((await judged(about({ extensions: [unknownExtension(false)] }))).state).toBe('good');
  });

  it('that is a refusal, garbage, or has bytes after its end says nothing', async () => {
    const question = { certificate: parsed(leaf), issuer: parsed(issuer), nonce: null, now: NOW };
    const whole = ocspAnswer(trial());
    for (const encoded of [
      der(seq(enumerated(3))),
      der(octets(whole)),
      whole.subarray(0, -1),
      Uint8Array.of(...whole, 0),
      new Uint8Array(),
    ]) {
      expect((await judgeOcsp(encoded, question)).status.state).toBe('unknown');
    }
    expect((await judgeOcsp(whole, question)).status.state).toBe('good');
  });
});
