/** Each rule of a certificate path: the path that breaks it and its twin that does not. */
import { describe, expect, it } from 'vitest';
import { implicitOctets, seq } from '../../../../electron/stand/authority/asn1.ts';
import {
  certificateAuthority,
  extendedKeyUsage,
  extension,
  type IssuedCertificate,
  keyUsage,
} from '../../../../electron/stand/authority/certificate.ts';
import { buildPath, type PathAnswer } from '../../../../electron/core/trust/path/build-path.ts';
import { tryReadCertificate } from '../../../../electron/core/trust/x509/certificate.ts';
import { SIGNING_PURPOSES } from '../../../../electron/core/trust/answer/signer-rules.ts';
import {
  AHEAD,
  AUTHORITY,
  issue,
  LAPSED,
  named,
  nameConstraints,
  NOW,
  parsed,
  PURPOSE,
  SIGNER,
  unknownExtension,
} from '../trial/trial-authority.ts';

async function find(leaf: IssuedCertificate, anchors: IssuedCertificate[], intermediates: IssuedCertificate[] = []): Promise<PathAnswer> {
  return buildPath(parsed(leaf), { anchors: anchors.map(parsed), intermediates: intermediates.map(parsed) }, { at: NOW, purposes: SIGNING_PURPOSES });
}

const verdict = (answer: PathAnswer): string => (answer.state === 'faulty' ? answer.fault.code : answer.state);

/** root → issuer (bent) → leaf. */
async function underIssuer(bend: Parameters<typeof issue>[2]): Promise<string> {
  const root = await issue('root', null);
  const issuer = await issue('issuer', root, { extensions: AUTHORITY, ...bend });
  return verdict(await find(await issue('leaf', issuer), [root], [issuer]));
}

/** root → leaf (bent). */
async function asLeaf(bend: Parameters<typeof issue>[2]): Promise<string> {
  const root = await issue('root', null);
  return verdict(await find(await issue('leaf', root, bend), [root]));
}

describe('certificate path', () => {
  it('leads from the leaf to the anchor', async () => {
    const root = await issue('root', null);
    const issuer = await issue('issuer', root, { extensions: AUTHORITY });
    const answer = await find(await issue('leaf', issuer), [root], [issuer]);
    expect(answer.state === 'trusted' && answer.path.map(({ subject }) => subject.attributes[0]!.text)).toEqual(['leaf', 'issuer', 'root']);
  });

  it.each([
    ['an issuer that is an authority', {}, 'trusted'],
    ['an issuer without basicConstraints', { extensions: [keyUsage('keyCertSign')] }, 'chain-broken-rule'],
    ['an issuer that is no authority', { extensions: [extension('2.5.29.19', seq(), true), keyUsage('keyCertSign')] }, 'chain-broken-rule'],
    ['an issuer without keyCertSign', { extensions: [certificateAuthority(null), keyUsage('cRLSign')] }, 'chain-broken-rule'],
    ['an issuer that has expired', LAPSED, 'chain-expired'],
    ['an issuer that is not yet valid', AHEAD, 'chain-expired'],
    ['an unknown critical extension', { extensions: [...AUTHORITY, unknownExtension(true)] }, 'chain-broken-rule'],
    ['the same extension not critical', { extensions: [...AUTHORITY, unknownExtension(false)] }, 'trusted'],
    ['name constraints that say nothing', { extensions: [...AUTHORITY, nameConstraints()] }, 'chain-broken-rule'],
    [
      'a demanded policy',
      { extensions: [...AUTHORITY, extension('2.5.29.36', seq(implicitOctets(0, Uint8Array.of(0))), true)] },
      'chain-broken-rule',
    ],
    [
      'only inhibited mappings',
      { extensions: [...AUTHORITY, extension('2.5.29.36', seq(implicitOctets(1, Uint8Array.of(0))), true)] },
      'trusted',
    ],
    ['an issuer limited to servers', { extensions: [...AUTHORITY, extendedKeyUsage([PURPOSE.serverAuth])] }, 'chain-broken-rule'],
    ['an issuer limited to any purpose', { extensions: [...AUTHORITY, extendedKeyUsage(['2.5.29.37.0'])] }, 'trusted'],
    ['an issuer limited to e-mail', { extensions: [...AUTHORITY, extendedKeyUsage([PURPOSE.emailProtection])] }, 'trusted'],
  ])('%s', async (_, bend, expected) => {
    expect(await underIssuer(bend)).toBe(expected);
  });

  it.each([
    ['a leaf in its time', {}, 'trusted'],
    ['an expired leaf', LAPSED, 'chain-expired'],
    ['a leaf not yet valid', AHEAD, 'chain-expired'],
    ['a leaf with an unknown critical extension', { extensions: [...SIGNER, unknownExtension(true)] }, 'chain-broken-rule'],
    ['a leaf with an unknown extension', { extensions: [...SIGNER, unknownExtension(false)] }, 'trusted'],
  ])('%s', async (_, bend, expected) => {
    expect(await asLeaf(bend)).toBe(expected);
  });

  it.each([
    [0, 'chain-broken-rule'],
    [1, 'trusted'],
  ])('a path length limit of %i over one more authority', async (limit, expected) => {
    const root = await issue('root', null);
    const upper = await issue('upper', root, { extensions: [certificateAuthority(limit), keyUsage('keyCertSign')] });
    const issuer = await issue('issuer', upper, { extensions: AUTHORITY });
    expect(verdict(await find(await issue('leaf', issuer), [root], [issuer, upper]))).toBe(expected);
  });

  it('a path length limit binds below an anchor too, and does not count an authority’s certificate to itself', async () => {
    const none = { extensions: [certificateAuthority(0), keyUsage('keyCertSign')] };
    const root = await issue('root', null, none);
    const issuer = await issue('issuer', root, { extensions: AUTHORITY });
    expect(verdict(await find(await issue('leaf', root), [root]))).toBe('trusted');
    expect(verdict(await find(await issue('leaf', issuer), [root], [issuer]))).toBe('chain-broken-rule');
    const renewed = await issue('root', root, { ...none, key: 'renewed' });
    expect(verdict(await find(await issue('leaf', renewed), [root], [renewed]))).toBe('trusted');
  });

  it('an authority with the right names and another key is not trusted', async () => {
    const root = await issue('root', null);
    const forged = await issue('root', null, { key: 'forger' });
    expect(verdict(await find(await issue('leaf', forged), [root], [forged]))).toBe('chain-untrusted');
    expect(verdict(await find(await issue('leaf', root), [root], [forged]))).toBe('trusted');
  });

  it('names that differ by an invisible character are different', async () => {
    const root = await issue('root', null);
    const issuer = await issue('issuer', root, { extensions: AUTHORITY, subject: named('issu\u00ADer') });
    const leaf = await issue('leaf', await issue('issuer', root, { extensions: AUTHORITY }));
    expect(verdict(await find(leaf, [root], [issuer]))).toBe('chain-untrusted');
  });

  it('names that differ in case and spacing are the same', async () => {
    const root = await issue('root', null);
    const issuer = await issue('issuer', root, { extensions: AUTHORITY, subject: named('ISSUER  one') });
    const leaf = await issue('leaf', { ...issuer, subject: named('issuer One') });
    expect(verdict(await find(leaf, [root], [issuer]))).toBe('trusted');
    const joined = await issue('leaf', { ...issuer, subject: named('issuerOne') });
    expect(verdict(await find(joined, [root], [issuer]))).toBe('chain-untrusted');
  });

  it('a certificate that names one algorithm inside and another outside is none', async () => {
    const { der } = await issue('root', null);
    const twoFaced = Uint8Array.from(der);
    const outside = Buffer.from(der).lastIndexOf(Buffer.from('2a864886f70d01010b', 'hex'));
    twoFaced[outside + 8] = 0x0d;
    expect(tryReadCertificate(twoFaced)).toBeNull();
    expect(tryReadCertificate(der)).not.toBeNull();
  });

  it('a loop of cross-certificates ends', async () => {
    const [a, b] = [await issue('loop-a', null), await issue('loop-b', null)];
    const aByB = await issue('loop-a', b, { extensions: AUTHORITY });
    const bByA = await issue('loop-b', a, { extensions: AUTHORITY });
    const root = await issue('root', null);
    expect(verdict(await find(await issue('leaf', a), [root], [aByB, bByA, a, b]))).toBe('chain-untrusted');
  });

  it('a dead end does not hide the way through', async () => {
    const root = await issue('root', null);
    const stranger = await issue('stranger', null);
    const deadEnd = await issue('issuer', stranger, { extensions: AUTHORITY });
    const wayThrough = await issue('issuer', root, { extensions: AUTHORITY });
    expect(verdict(await find(await issue('leaf', wayThrough), [root], [deadEnd, wayThrough]))).toBe('trusted');
  });
});

it('what says to be of a version nobody knows is no certificate', async () => {
  const { der } = await issue('leaf', null);
  // Version ::= INTEGER { v1(0), v2(1), v3(2) } in [0].
  const place = Buffer.from(der).indexOf('a003020102', 'hex') + 4;
  expect(tryReadCertificate(der)).not.toBeNull();
  for (const version of [3, 0x7f, 0x80]) expect(tryReadCertificate(Uint8Array.from(der).with(place, version))).toBeNull();
});
