/** Lists that speak together or for others: deltas, lists split by reason, indirect lists, and lists under another key of the issuer. */
import { beforeAll, describe, expect, it } from 'vitest';
import { type Asn1, embedded, explicit, oid, seq, utf8 } from '../../../../electron/stand/authority/asn1.ts';
import { certificateAuthority, type IssuedCertificate, keyUsage, nameDer } from '../../../../electron/stand/authority/certificate.ts';
import type { RevocationStatus } from '../../../../electron/core/trust/revocation/revocation-status.ts';
import { judgeCrls } from '../../../../electron/core/trust/revocation/judge-crls.ts';
import { readCrl } from '../../../../electron/core/trust/revocation/read-crl.ts';
import { AUTHORITY, issue, LAPSED, named, NOW, parsed, SIGNER } from '../trial/trial-authority.ts';
import {
  crl,
  crlIssuer,
  crlNumber,
  type CrlTrial,
  deltaOf,
  entryOf,
  flag,
  hoursFromNow,
  issuingDistributionPoint,
  otherReasons,
  pointAt,
  pointsAt,
  reasonCode,
  someReasons,
} from '../trial/trial-evidence.ts';

let root: IssuedCertificate;
let issuer: IssuedCertificate;
let leaf: IssuedCertificate;

beforeAll(async () => {
  root = await issue('root', null);
  issuer = await issue('issuer', root, { extensions: AUTHORITY });
  leaf = await issue('leaf', issuer);
});

interface Scene {
  about?: IssuedCertificate;
  signers?: IssuedCertificate[];
  standing?: RevocationStatus['state'];
}

async function judged(lists: Partial<CrlTrial>[], { about = leaf, signers = [], standing = 'good' }: Scene = {}): Promise<string> {
  const read = lists.map((bend) => readCrl(crl({ signer: issuer, ...bend })));
  const store = { anchors: [parsed(root)], intermediates: signers.map(parsed) };
  const statusOf = async (): Promise<RevocationStatus> =>
    standing === 'good' ? { state: 'good', asOf: NOW } : { state: 'unknown', detail: standing };
  return (
    await judgeCrls(read, { certificate: parsed(about), issuer: parsed(issuer), now: NOW, signers: { store, anchor: parsed(root), statusOf } })
  ).state;
}

const listed = (serial: Uint8Array, ...extensions: Asn1[]): NonNullable<CrlTrial['entries']>[number] => ({
  serial,
  at: hoursFromNow(-5),
  ...(extensions.length === 0 ? {} : { extensions }),
});

describe('a delta list', () => {
  const base = { extensions: [crlNumber(5)] };
  const delta = (number: number, continued: number, ...entries: NonNullable<CrlTrial['entries']>): Partial<CrlTrial> => ({
    extensions: [crlNumber(number), deltaOf(continued)],
    ...(entries.length === 0 ? {} : { entries }),
  });

  it('adds revocations, and takes a hold back', async () => {
    expect(await judged([base, delta(6, 5)])).toBe('good');
    expect(await judged([base, delta(6, 4, listed(leaf.serial, reasonCode(1)))])).toBe('revoked');
    const held = { ...base, entries: [listed(leaf.serial, reasonCode(6))] };
    expect(await judged([held, delta(6, 5)])).toBe('revoked');
    expect(await judged([held, delta(6, 5, listed(leaf.serial, reasonCode(8)))])).toBe('good');
  });

  it('that removes who was revoked for good takes nothing back', async () => {
    const removes = delta(6, 5, listed(leaf.serial, reasonCode(8)));
    expect(await judged([base, removes])).toBe('good');
    for (const reasons of [[reasonCode(1)], [reasonCode(4)], []])
      expect(await judged([{ ...base, entries: [listed(leaf.serial, ...reasons)] }, removes])).toBe('revoked');
  });

  it('of another base, older than its base, or of another key changes nothing', async () => {
    const revokes = listed(leaf.serial, reasonCode(1));
    expect(await judged([base, delta(7, 6, revokes)])).toBe('good');
    expect(await judged([base, delta(5, 4, revokes)])).toBe('good');
    expect(await judged([base, { ...delta(6, 5, revokes), signer: { ...root, subject: issuer.subject } }])).toBe('good');
    expect(await judged([base, { ...delta(6, 5, revokes), nextUpdate: hoursFromNow(-1), thisUpdate: hoursFromNow(-3) }])).toBe('good');
    expect(await judged([base, { extensions: [crlNumber(6), deltaOf(5), issuingDistributionPoint(flag(1))], entries: [revokes] }])).toBe('good');
  });

  it('without its base clears nobody', async () => {
    expect(await judged([delta(6, 5)])).toBe('unknown');
  });
});

describe('lists split by reason', () => {
  const compromise = { extensions: [issuingDistributionPoint(someReasons(3, 1, 2))] };
  const others = { extensions: [issuingDistributionPoint(otherReasons(3))] };

  it('clear only together, and revoke each alone', async () => {
    expect(await judged([compromise])).toBe('unknown');
    expect(await judged([others])).toBe('unknown');
    expect(await judged([compromise, others])).toBe('good');
    expect(await judged([compromise, { ...others, nextUpdate: hoursFromNow(-1), thisUpdate: hoursFromNow(-3) }])).toBe('stale');
    expect(await judged([{ ...compromise, entries: [listed(leaf.serial, reasonCode(1))] }, others])).toBe('revoked');
  });

  it('count for the reasons the certificate’s point names', async () => {
    const about = await issue('pointed', issuer, { extensions: [...SIGNER, pointsAt([pointAt('http://a.test/'), someReasons(1, 1)])] });
    const list = { extensions: [issuingDistributionPoint(pointAt('http://a.test/'))] };
    expect(await judged([list], { about })).toBe('unknown');
    expect(await judged([list, {}], { about })).toBe('good');
  });
});

describe('an indirect list', () => {
  const WRITER = named('list writer');
  const writer = (bend: Parameters<typeof issue>[2] = {}): Promise<IssuedCertificate> =>
    issue('writer', root, { subject: WRITER, extensions: [certificateAuthority(null), keyUsage('cRLSign')], ...bend });
  const entrusted = (): Promise<IssuedCertificate> => issue('entrusted', issuer, { extensions: [...SIGNER, pointsAt([crlIssuer(WRITER)])] });
  const indirect = { extensions: [issuingDistributionPoint(flag(4))] };

  it('clears and revokes certificates that entrust themselves to it', async () => {
    const [signer, about] = [await writer(), await entrusted()];
    const scene = { about, signers: [signer] };
    expect(await judged([{ signer, ...indirect }], scene)).toBe('good');
    expect(await judged([{ signer, ...indirect, entries: [listed(about.serial, entryOf(about.issuer))] }], scene)).toBe('revoked');
    expect(await judged([{ signer }], scene)).toBe('unknown');
    expect(await judged([{ signer, ...indirect }], { signers: [signer] })).toBe('unknown');
  });

  it('means by a serial the issuer that was named last', async () => {
    const [signer, about] = [await writer(), await entrusted()];
    const other = listed(Uint8Array.of(0x21), entryOf(about.issuer));
    const list = (...entries: NonNullable<CrlTrial['entries']>): Partial<CrlTrial> => ({ signer, ...indirect, entries });
    const scene = { about, signers: [signer] };
    expect(await judged([list(listed(about.serial))], scene)).toBe('good');
    expect(await judged([list(other, listed(about.serial, reasonCode(1)))], scene)).toBe('revoked');
    expect(await judged([list(other, listed(Uint8Array.of(0x22), entryOf(root.subject)), listed(about.serial, reasonCode(1)))], scene)).toBe('good');
    expect(await judged([{ entries: [listed(leaf.serial, entryOf(issuer.subject))] }])).toBe('unknown');
  });

  it('counts only from a writer with a good path and the right to sign lists', async () => {
    const about = await entrusted();
    const by = async (bend: Parameters<typeof issue>[2], scene: Scene = {}): Promise<string> => {
      const signer = await writer(bend);
      return judged([{ signer, ...indirect }], { about, signers: [signer], ...scene });
    };
    expect(await by({})).toBe('good');
    expect(await by(LAPSED)).toBe('unknown');
    expect(await by({ extensions: [certificateAuthority(null), keyUsage('keyCertSign')] })).toBe('unknown');
    expect(await by({}, { standing: 'unknown' })).toBe('unknown');
    const stranger = await issue('writer', await issue('stranger', null), { subject: WRITER, extensions: [keyUsage('cRLSign')] });
    expect(await judged([{ signer: stranger, ...indirect }], { about, signers: [stranger] })).toBe('unknown');
  });
});

describe('a list under another key of the issuer', () => {
  it('counts when that key has its own good certificate of the same root', async () => {
    const second = await issue('issuer', root, { key: 'second', extensions: [certificateAuthority(null), keyUsage('cRLSign')] });
    expect(await judged([{ signer: second }], { signers: [second] })).toBe('good');
    expect(await judged([{ signer: second, entries: [listed(leaf.serial)] }], { signers: [second] })).toBe('revoked');
    expect(await judged([{ signer: second }])).toBe('unknown');
    expect(await judged([{ signer: second }], { signers: [second], standing: 'unknown' })).toBe('unknown');
    const forged = await issue('issuer', await issue('root', null, { key: 'forger' }), { key: 'second', extensions: [keyUsage('cRLSign')] });
    expect(await judged([{ signer: forged }], { signers: [forged] })).toBe('unknown');
  });
});

describe('a point named relative to its issuer', () => {
  const relative = (text: string): Asn1 => explicit(1, seq(oid('2.5.4.3'), utf8(text)));
  it('is the issuer’s name with one more part, however the other side writes it', async () => {
    const about = await issue('relative', issuer, { extensions: [...SIGNER, pointsAt([explicit(0, relative('lists'))])] });
    const inFull = nameDer([['commonName', 'issuer'], ['country', 'KZ'], ['commonName', 'lists']]);
    const at = (name: Asn1): Partial<CrlTrial> => ({ extensions: [issuingDistributionPoint(explicit(0, name))] });
    expect(await judged([at(relative('lists'))], { about })).toBe('good');
    expect(await judged([at(explicit(0, explicit(4, embedded(inFull))))], { about })).toBe('good');
    expect(await judged([at(relative('others'))], { about })).toBe('unknown');
  });
});
