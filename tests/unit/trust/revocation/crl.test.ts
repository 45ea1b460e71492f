/** What a CRL may prove, and every way in which it proves nothing. */
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { int } from '../../../../electron/stand/authority/asn1.ts';
import { certificateAuthority, extension, type IssuedCertificate, keyUsage } from '../../../../electron/stand/authority/certificate.ts';
import { judgeCrls } from '../../../../electron/core/trust/revocation/judge-crls.ts';
import { tryReadCrl } from '../../../../electron/core/trust/revocation/read-crl.ts';
import { ADDRESSES, AUTHORITY, issue, NOW, parsed, SIGNER, unknownExtension } from '../trial/trial-authority.ts';
import { crl, type CrlTrial, flag, hoursFromNow, issuingDistributionPoint, pointAt, reasonCode } from '../trial/trial-evidence.ts';

const HOUR_MS = 3_600_000;
let issuer: IssuedCertificate;
let leaf: IssuedCertificate;
let authority: IssuedCertificate;

beforeAll(async () => {
  issuer = await issue('issuer', null);
  leaf = await issue('leaf', issuer, { extensions: [...SIGNER, ...ADDRESSES] });
  authority = await issue('sub', issuer, { extensions: AUTHORITY });
});

async function judged(bend: Partial<CrlTrial> = {}, about: IssuedCertificate = leaf, by: IssuedCertificate = issuer): Promise<string> {
  const list = tryReadCrl(crl({ signer: issuer, ...bend }));
  if (list === null) return 'malformed';
  return (await judgeCrls([list], { certificate: parsed(about), issuer: parsed(by), now: NOW })).state;
}

const listing = (serial: Uint8Array, ...extensions: Parameters<typeof flag>[0][]): NonNullable<CrlTrial['entries']>[number] => ({
  serial,
  at: hoursFromNow(-5),
  ...(extensions.length === 0 ? {} : { extensions: extensions.map(reasonCode) }),
});

describe('CRL', () => {
  it('clears who is not on it and revokes who is', async () => {
    expect(await judged()).toBe('good');
    expect(await judged({ entries: [listing(authority.serial, 1)] })).toBe('good');
    expect(await judged({ entries: [listing(authority.serial), listing(leaf.serial, 1)] })).toBe('revoked');
  });

  it('that lists a certificate twice is read by the worse entry, whichever comes first', () => {
    const entryOf = (...reasons: number[]): unknown =>
      tryReadCrl(crl({ signer: issuer, entries: reasons.map((reason) => listing(leaf.serial, reason)) }))!.entry(parsed(leaf).serialHex, parsed(issuer).subject.canonical);
    for (const reasons of [[8, 1], [1, 8], [4, 1], [1, 4]]) expect(entryOf(...reasons)).toMatchObject({ reason: 1 });
    expect(entryOf(8, 4)).toMatchObject({ reason: 4 });
    expect(entryOf(8, 8)).toMatchObject({ reason: 8 });
    const [early, late] = [-9, -5].map((hours) => ({ serial: leaf.serial, at: hoursFromNow(hours) })) as [{ serial: Uint8Array; at: Date }, { serial: Uint8Array; at: Date }];
    expect(tryReadCrl(crl({ signer: issuer, entries: [late, early] }))!.entry(parsed(leaf).serialHex, parsed(issuer).subject.canonical)?.at).toEqual(early.at);
  });

  it('counts only under the key of the issuer, with the right to sign lists', async () => {
    const namesake = await issue('issuer', null, { key: 'forger' });
    const mute = await issue('issuer', null, { extensions: [certificateAuthority(null), keyUsage('keyCertSign')] });
    expect(await judged({ signer: namesake })).toBe('unknown');
    expect(await judged({ signer: authority })).toBe('unknown');
    expect(await judged({ signer: { ...issuer, subject: authority.subject } })).toBe('unknown');
    expect(await judged({}, leaf, mute)).toBe('unknown');
  });

  it('has its time', async () => {
    expect(await judged({ thisUpdate: hoursFromNow(-9), nextUpdate: hoursFromNow(-1) })).toBe('stale');
    expect(await judged({ thisUpdate: hoursFromNow(1), nextUpdate: hoursFromNow(9) })).toBe('stale');
    expect(await judged({ nextUpdate: null })).toBe('stale');
  });

  it('is stale before its end where the caller wants newer', async () => {
    const list = tryReadCrl(crl({ signer: issuer, thisUpdate: hoursFromNow(-9), nextUpdate: hoursFromNow(9) }))!;
    const question = { certificate: parsed(leaf), issuer: parsed(issuer), now: NOW };
    expect((await judgeCrls([list], { ...question, maxAgeMs: 8 * HOUR_MS })).state).toBe('stale');
    expect((await judgeCrls([list], { ...question, maxAgeMs: 9 * HOUR_MS })).state).toBe('good');
  });

  it('kept for many questions is hashed once, and under another key anew', async () => {
    const verify = vi.spyOn(crypto.subtle, 'verify');
    const list = tryReadCrl(crl({ signer: issuer }))!;
    const own = parsed(issuer);
    const namesake = { ...own, publicKey: parsed(authority).publicKey };
    const ask = async (by: typeof own): Promise<string> => (await judgeCrls([list], { certificate: parsed(leaf), issuer: by, now: NOW })).state;
    expect([await ask(own), await ask(own)]).toStrictEqual(['good', 'good']);
    expect(verify).toHaveBeenCalledTimes(1);
    expect([await ask(namesake), await ask(namesake), await ask(own)]).toStrictEqual(['unknown', 'unknown', 'good']);
    expect(verify).toHaveBeenCalledTimes(3);
    verify.mockRestore();
  });

  it('covers only the kind of certificates it says', async () => {
    expect(await judged({ extensions: [issuingDistributionPoint(flag(1))] })).toBe('good');
    expect(await judged({ extensions: [issuingDistributionPoint(flag(2))] })).toBe('unknown');
    expect(await judged({ extensions: [issuingDistributionPoint(flag(2))] }, authority)).toBe('good');
    expect(await judged({ extensions: [issuingDistributionPoint(flag(1))] }, authority)).toBe('unknown');
    expect(await judged({ extensions: [issuingDistributionPoint(flag(5))] })).toBe('unknown');
  });

  it('covers only the distribution point it says', async () => {
    expect(await judged({ extensions: [issuingDistributionPoint(pointAt('http://trial.test/ca.crl'))] })).toBe('good');
    expect(await judged({ extensions: [issuingDistributionPoint(pointAt('http://trial.test/other.crl'))] })).toBe('unknown');
  });

  it('proves nothing when it is a delta alone, or with critical parts nobody knows', async () => {
    expect(await judged({ extensions: [extension('2.5.29.27', int(1), true)] })).toBe('unknown');
    expect(await judged({ extensions: [extension('2.5.29.27', int(1))] })).toBe('unknown');
    expect(await judged({ extensions: [unknownExtension(true)] })).toBe('unknown');
    expect(await judged({ extensions: [unknownExtension(false)] })).toBe('good');
    expect(await judged({ entries: [{ ...listing(authority.serial), extensions: [unknownExtension(true)] }] })).toBe('unknown');
    expect(await judged({ entries: [{ ...listing(authority.serial), extensions: [unknownExtension(false)] }] })).toBe('good');
  });

  it('with bytes after its end is not read', () => {
    const whole = crl({ signer: issuer });
    expect(tryReadCrl(Uint8Array.of(...whole, 0))).toBeNull();
    expect(tryReadCrl(whole)).not.toBeNull();
  });

  it('with thousands of entries finds the one', async () => {
    const serialOf = (index: number): Uint8Array => Uint8Array.of(0x40, index >> 8, index & 0xff);
    const entries = Array.from({ length: 3_000 }, (_, index) => listing(serialOf(index)));
    expect(await judged({ entries })).toBe('good');
    expect(await judged({ entries: [...entries, listing(leaf.serial)] })).toBe('revoked');
  });
});
