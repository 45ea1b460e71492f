/** When a time-stamp proves a time, and every way in which it proves none. */
import { beforeAll, describe, expect, it } from 'vitest';
import { type Asn1, explicit, int } from '../../../../electron/stand/authority/asn1.ts';
import { extendedKeyUsage, type IssuedCertificate, keyUsage } from '../../../../electron/stand/authority/certificate.ts';
import type { RevocationStatus } from '../../../../electron/core/trust/revocation/revocation-status.ts';
import { judgeTimeStamp } from '../../../../electron/core/trust/timestamp/timestamp.ts';
import { AHEAD, AUTHORITY, issue, LAPSED, named, NOW, parsed, PURPOSE, unknownExtension } from '../trial/trial-authority.ts';
import { hoursFromNow } from '../trial/trial-evidence.ts';
import { alternativeNames, directory, dns, otherName } from '../trial/trial-extensions.ts';
import { contentTypeAttribute, digestAttribute, OID, token, type TokenTrial } from '../trial/trial-signature.ts';

const STAMPED = Uint8Array.of(1, 2, 3);
const TSA = [extendedKeyUsage([PURPOSE.timeStamping], true), keyUsage('digitalSignature')];
let root: IssuedCertificate;
let authority: IssuedCertificate;

beforeAll(async () => {
  root = await issue('root', null);
  authority = await issue('tsa', root, { extensions: TSA });
});

interface Circumstances {
  anchors?: IssuedCertificate[];
  status?: RevocationStatus;
  nonce?: Uint8Array<ArrayBuffer>;
  accepted?: string[];
  stamped?: Uint8Array<ArrayBuffer>;
}

async function codeOf(bend: Partial<TokenTrial> = {}, circumstances: Circumstances = {}): Promise<string> {
  const { anchors = [root], status = { state: 'good', asOf: NOW }, nonce = null, accepted, stamped = STAMPED } = circumstances;
  const { finding, genTime } = await judgeTimeStamp({
    token: token({ authority, stamped: STAMPED, ...bend }),
    stamped,
    store: { anchors: anchors.map(parsed), intermediates: [] },
    revocation: { statusOf: async () => status },
    now: NOW,
    nonce,
    timeStampPolicies: accepted && new Set(accepted),
  });
  expect(genTime === null).toBe(finding.code !== 'timestamp-good');
  return finding.code;
}

const by = async (extensions: typeof TSA, validity = {}): Promise<Partial<TokenTrial>> => ({
  authority: await issue('tsa', root, { extensions, ...validity }),
});

describe('time-stamp', () => {
  it('proves its time', async () => {
    expect(await codeOf()).toBe('timestamp-good');
  });

  it('is of exactly these bytes', async () => {
    expect(await codeOf({}, { stamped: Uint8Array.of(1, 2, 4) })).toBe('timestamp-wrong');
    expect(await codeOf({ hashAlgorithm: OID.sha1 })).toBe('timestamp-wrong');
  });

  it('comes from a certificate for time-stamping alone, and critically so', async () => {
    expect(await codeOf(await by([extendedKeyUsage([PURPOSE.timeStamping]), keyUsage('digitalSignature')]))).toBe('timestamp-untrusted');
    expect(await codeOf(await by([extendedKeyUsage([PURPOSE.timeStamping, PURPOSE.emailProtection], true)]))).toBe('timestamp-untrusted');
    expect(await codeOf(await by([keyUsage('digitalSignature')]))).toBe('timestamp-untrusted');
    expect(await codeOf(await by([...TSA.slice(0, 1), keyUsage('keyEncipherment')]))).toBe('timestamp-untrusted');
    expect(await codeOf(await by(AUTHORITY))).toBe('timestamp-untrusted');
    expect(await codeOf(await by(TSA))).toBe('timestamp-good');
  });

  it('is judged at its own time: expired since is good, expired or not yet valid then is not', async () => {
    const lapsed = await by(TSA, LAPSED);
    expect(await codeOf({ ...lapsed, genTime: new Date('2025-06-01T00:00:00Z') })).toBe('timestamp-good');
    expect(await codeOf(lapsed)).toBe('timestamp-expired');
    expect(await codeOf(await by(TSA, AHEAD))).toBe('timestamp-expired');
  });

  it('from the future beyond what clocks differ by proves nothing, and blames our clock', async () => {
    expect(await codeOf({ genTime: hoursFromNow(1) })).toBe('clock-skewed');
    expect(await codeOf({ genTime: hoursFromNow(1) }, { anchors: [] })).toBe('timestamp-untrusted');
    expect(await codeOf({ genTime: hoursFromNow(0.05) })).toBe('timestamp-good');
  });

  it('needs a trusted, unrevoked authority', async () => {
    expect(await codeOf({}, { anchors: [] })).toBe('timestamp-untrusted');
    expect(await codeOf({}, { status: { state: 'revoked', at: hoursFromNow(9), reason: 1, asOf: NOW } })).toBe('timestamp-untrusted');
    expect(await codeOf({}, { status: { state: 'revoked', at: hoursFromNow(9), reason: 4, asOf: NOW } })).toBe('timestamp-good');
    expect(await codeOf({}, { status: { state: 'unknown', detail: '' } })).toBe('timestamp-unconfirmed');
    expect(await codeOf({}, { status: { state: 'stale', detail: '' } })).toBe('timestamp-unconfirmed');
  });

  it('has its own chain, whose authorities it may bring and no anchor', async () => {
    const other = await issue('other-root', null);
    const issuer = await issue('tsa-issuer', other, { extensions: AUTHORITY });
    const below = await issue('tsa', issuer, { extensions: TSA });
    expect(await codeOf({ authority: below, certificates: [issuer, other] }, { anchors: [root, other] })).toBe('timestamp-good');
    expect(await codeOf({ authority: below }, { anchors: [root, other] })).toBe('timestamp-untrusted');
    expect(await codeOf({ authority: below, certificates: [issuer, other] })).toBe('timestamp-untrusted');
  });

  it('is given under a policy that is accepted, where somebody says which are', async () => {
    const [gost, rsa] = ['1.2.398.3.3.2.6.4', '1.2.398.3.3.2.6.2'];
    expect(await codeOf({ policy: gost }, { accepted: [rsa, gost] })).toBe('timestamp-good');
    expect(await codeOf({ policy: gost }, { accepted: [rsa] })).toBe('timestamp-policy-unaccepted');
    expect(await codeOf({ policy: gost })).toBe('timestamp-good');
  });

  it('names its certificate, and no other', async () => {
    const info = [contentTypeAttribute(OID.tstInfo)];
    expect(await codeOf({ attributes: [...info, digestAttribute(new Uint8Array())] })).toBe('timestamp-wrong');
    const twin = await issue('tsa', root, { extensions: TSA, serial: Uint8Array.of(9) });
    expect(await codeOf({ authority: twin })).toBe('timestamp-good');
    expect(await codeOf({ named: null })).toBe('timestamp-wrong');
    expect(await codeOf({ named: twin })).toBe('timestamp-wrong');
    expect(await codeOf({ named: authority })).toBe('timestamp-good');
  });

  it('calls itself by a name of its certificate, if by any', async () => {
    const calling = (name: Asn1): Pick<TokenTrial, 'behind'> => ({ behind: [explicit(0, name)] });
    expect(await codeOf(calling(directory(named('tsa'))))).toBe('timestamp-good');
    expect(await codeOf(calling(directory(named('TSA'))))).toBe('timestamp-good');
    expect(await codeOf(calling(directory(named('another tsa'))))).toBe('timestamp-wrong');
    const hosted = await by([...TSA, alternativeNames(dns('tsp.example.kz'))]);
    expect(await codeOf({ ...hosted, ...calling(dns('tsp.example.kz')) })).toBe('timestamp-good');
    expect(await codeOf({ ...hosted, ...calling(dns('example.kz')) })).toBe('timestamp-wrong');
    expect(await codeOf(calling(dns('tsp.example.kz')))).toBe('timestamp-wrong');
    // Whatever such a name says, nothing here could hold it against the certificate's.
    expect(await codeOf({ ...(await by([...TSA, alternativeNames(otherName('1.2.3'))])), ...calling(otherName('1.2.3')) })).toBe('timestamp-wrong');
  });

  it('may say more, unless it must be understood', async () => {
    expect(await codeOf({ behind: [explicit(1, unknownExtension(false))] })).toBe('timestamp-good');
    expect(await codeOf({ behind: [explicit(1, unknownExtension(true))] })).toBe('timestamp-wrong');
    expect(await codeOf({ behind: [explicit(1)] })).toBe('timestamp-wrong');
  });

  it('is of a digest without parameters, which could make it another digest', async () => {
    expect(await codeOf({ hashParameters: int(1) })).toBe('timestamp-wrong');
  });

  it('is one signature over a token of version 1', async () => {
    expect(await codeOf({ signers: [authority, authority] })).toBe('timestamp-wrong');
    expect(await codeOf({ signers: [] })).toBe('timestamp-wrong');
    expect(await codeOf({ version: 2 })).toBe('timestamp-wrong');
    expect(await codeOf({ contentType: OID.data })).toBe('timestamp-wrong');
  });

  it('answers our nonce where we gave one', async () => {
    const nonce = Uint8Array.of(0x11, 0x22);
    expect(await codeOf({ nonce }, { nonce })).toBe('timestamp-good');
    expect(await codeOf({ nonce: Uint8Array.of(0x11, 0x23) }, { nonce })).toBe('timestamp-wrong');
    expect(await codeOf({}, { nonce })).toBe('timestamp-wrong');
  });
});
