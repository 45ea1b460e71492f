/** Attacks on paths, algorithms and revocation evidence by their names, each beside the twin that only lacks the attack. */
import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { der, nothing, oid, seq } from '../../../electron/stand/authority/asn1.ts';
import { certificateAuthority, extendedKeyUsage, type IssuedCertificate, keyUsage, ocspNoCheck, signWith } from '../../../electron/stand/authority/certificate.ts';
import { readAlgorithm } from '../../../electron/core/trust/algorithms/algorithms.ts';
import { readPublicKey } from '../../../electron/core/trust/algorithms/public-key.ts';
import { verifyValue } from '../../../electron/core/trust/algorithms/verify-value.ts';
import { DerReader } from '../../../electron/core/trust/asn1/der.ts';
import { LIMITS } from '../../../electron/core/trust/limits.ts';
import { buildPath } from '../../../electron/core/trust/path/build-path.ts';
import { judgeCrls } from '../../../electron/core/trust/revocation/judge-crls.ts';
import { judgeOcsp } from '../../../electron/core/trust/revocation/judge-ocsp.ts';
import { readCrl } from '../../../electron/core/trust/revocation/read-crl.ts';
import { maySignDocuments } from '../../../electron/core/trust/answer/signer-rules.ts';
import { AUTHORITY, issue, LAPSED, NOW, parsed, PURPOSE, SIGNER } from './trial/trial-authority.ts';
import { crl, hoursFromNow, ocspAnswer, type OcspTrial, revokedAt } from './trial/trial-evidence.ts';

const RESPONDER = [extendedKeyUsage([PURPOSE.ocspSigning]), keyUsage('digitalSignature'), ocspNoCheck()];
const root = await issue('attack-root', null);
const issuer = await issue('attack-issuer', root, { extensions: AUTHORITY });
const victim = await issue('attack-victim', issuer);
const attacker = await issue('attack-attacker', issuer);
const responder = await issue('attack-responder', issuer, { extensions: RESPONDER });

async function ocspStatus(bend: Partial<OcspTrial>, about: IssuedCertificate = victim): Promise<string> {
  const answer = ocspAnswer({ signer: responder, certificates: [responder], singles: [{ about: victim, issuer }], ...bend });
  return (await judgeOcsp(answer, { certificate: parsed(about), issuer: parsed(issuer), nonce: null, now: NOW })).status.state;
}

async function trusts(leaf: IssuedCertificate, intermediates: IssuedCertificate[], anchors = [root]): Promise<string> {
  const answer = await buildPath(parsed(leaf), { anchors: anchors.map(parsed), intermediates: intermediates.map(parsed) }, { at: NOW });
  return answer.state === 'trusted' ? 'trusted' : answer.fault.code;
}

describe('swapped OCSP', () => {
  it('the good answer about one certificate does not clear another', async () => {
    expect(await ocspStatus({})).toBe('good');
    expect(await ocspStatus({}, attacker)).toBe('unknown');
  });

  it('a good answer put beside the bad one does not hide it', async () => {
    const bad = { about: victim, issuer, status: revokedAt(hoursFromNow(-2), 1) };
    const good = { about: victim, issuer };
    expect(await ocspStatus({ singles: [good] })).toBe('good');
    for (const singles of [[good, bad], [bad, good]]) expect(await ocspStatus({ singles })).toBe('revoked');
  });

  it('an answer signed by anybody but the issuer’s own responder clears nobody', async () => {
    const stranger = await issue('attack-stranger', null);
    const forged = await issue('attack-responder', stranger, { extensions: RESPONDER, key: 'attack-forged-responder' });
    expect(await ocspStatus({ signer: responder })).toBe('good');
    expect(await ocspStatus({ signer: forged, certificates: [forged] })).toBe('unknown');
    // A user's own certificate of the same issuer answers for nobody.
    for (const extensions of [SIGNER, [...SIGNER, ocspNoCheck()]]) {
      const user = await issue('attack-user', issuer, { extensions });
      expect(await ocspStatus({ signer: user, certificates: [user] })).toBe('unknown');
    }
  });
});

describe('expired responder', () => {
  it('does not answer for its issuer any more', async () => {
    const expired = await issue('attack-responder', issuer, { extensions: RESPONDER, ...LAPSED });
    expect(await ocspStatus({ signer: responder })).toBe('good');
    expect(await ocspStatus({ signer: expired, certificates: [expired] })).toBe('unknown');
  });
});

describe('CRL of another issuer', () => {
  const other = issue('attack-other-issuer', root, { extensions: AUTHORITY });
  const status = async (signer: IssuedCertificate, name: IssuedCertificate = signer): Promise<string> => {
    const list = crl({ signer: { ...signer, subject: name.subject } });
    return (await judgeCrls([readCrl(list)], { certificate: parsed(victim), issuer: parsed(issuer), now: NOW })).state;
  };

  it('clears nobody, under its own name or under the right one', async () => {
    expect(await status(issuer)).toBe('good');
    expect(await status(await other)).toBe('unknown');
    expect(await status(await other, issuer)).toBe('unknown');
    expect(await status(attacker, issuer)).toBe('unknown');
  });

  it('with the same serial revokes nobody here', async () => {
    const listed = (signer: IssuedCertificate): Uint8Array => crl({ signer, entries: [{ serial: victim.serial, at: hoursFromNow(-2) }] });
    const judged = async (signer: IssuedCertificate): Promise<string> =>
      (await judgeCrls([readCrl(listed(signer))], { certificate: parsed(victim), issuer: parsed(issuer), now: NOW })).state;
    expect(await judged(issuer)).toBe('revoked');
    expect(await judged(await other)).toBe('unknown');
  });
});

describe('algorithm confusion', () => {
  const DATA = Uint8Array.of(1, 2, 3);
  const element = (bytes: Uint8Array) => new DerReader(Uint8Array.from(bytes)).element();
  const ask = async (algorithm: Parameters<typeof der>[0], digest: string | null = null): Promise<string> => {
    const value = Uint8Array.from(signWith(root.key, DATA));
    return (await verifyValue({ algorithm: readAlgorithm(element(der(algorithm))), digest, key: parsed(root).publicKey, data: DATA, value })).is;
  };

  it.each([
    ['the hash named in the digest is another', seq(oid('1.2.840.113549.1.1.11'), nothing()), '2.16.840.1.101.3.4.2.3'],
    ['the signature is called one of another key', seq(oid('1.2.840.10045.4.3.2')), null],
    ['the signature is called GOST', seq(oid('1.2.398.3.10.1.1.2.3.2'), nothing()), null],
    ['the digest is called GOST', seq(oid('1.2.840.113549.1.1.1'), nothing()), '1.2.398.3.10.1.3.3'],
    ['the signature is called none at all', seq(oid('1.2.840.113549.1.1.1'), nothing()), null],
    ['parameters are added', seq(oid('1.2.840.113549.1.1.11'), seq()), null],
    ['PKCS#1 is called PSS', seq(oid('1.2.840.113549.1.1.10'), seq()), null],
  ] as const)('is refused where %s', async (_, algorithm, digest) => {
    expect(await ask(seq(oid('1.2.840.113549.1.1.11'), nothing()), '2.16.840.1.101.3.4.2.1')).toBe('right');
    expect(await ask(algorithm, digest)).toBe('refused');
  });

  it('a signature with r or s of zero, or of another length, is wrong', async () => {
    const pair = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const spki = element(pair.publicKey.export({ type: 'spki', format: 'der' }));
    const algorithm = readAlgorithm(element(der(seq(oid('1.2.840.10045.4.3.2')))));
    for (const value of ['3006020100020100', '3006020101020100', '300602010002010100', ''])
      expect((await verifyValue({ algorithm, digest: null, key: readPublicKey(spki), data: DATA, value: Uint8Array.from(Buffer.from(value, 'hex')) })).is).toBe('wrong');
  });
});

describe('any path', () => {
  it('an end entity does not become an authority by signing one', async () => {
    const below = await issue('attack-below', victim);
    expect(await trusts(victim, [issuer])).toBe('trusted');
    expect(await trusts(below, [issuer, victim])).toBe('chain-broken-rule');
  });

  it('a path longer than an authority allows is refused, however many others there are', async () => {
    const limited = await issue('attack-limited', root, { extensions: [certificateAuthority(0), keyUsage('keyCertSign')] });
    const deeper = await issue('attack-deeper', limited, { extensions: AUTHORITY });
    expect(await trusts(await issue('attack-allowed', limited), [limited])).toBe('trusted');
    expect(await trusts(await issue('attack-too-deep', deeper), [deeper, limited, issuer])).toBe('chain-broken-rule');
  });

  it('a root that came with the message is trusted by nobody', async () => {
    const own = await issue('attack-root', null, { key: 'attack-own-root' });
    const leaf = await issue('attack-under-own', own);
    expect(await trusts(leaf, [own])).toBe('chain-untrusted');
    expect(await trusts(leaf, [], [own])).toBe('trusted');
  });

  it('a fake authority with the names of the real one is not it', async () => {
    const fake = await issue('attack-issuer', await issue('attack-root', null, { key: 'attack-fake-root' }), { extensions: AUTHORITY, key: 'attack-fake-issuer' });
    const leaf = await issue('attack-fooled', fake);
    expect(await trusts(leaf, [issuer, fake])).toBe('chain-untrusted');
    expect(await trusts(victim, [fake, issuer])).toBe('trusted');
  });
});

describe('bombs', () => {
  it('authorities that vouch for each other in every combination end', async () => {
    // Eleven can be put into forty million orders.
    const names = [...'abcdefghijk'].map((name) => `attack-mesh-${name}`);
    const roots = await Promise.all(names.map((name) => issue(name, null)));
    const mesh: IssuedCertificate[] = [];
    for (const [i, name] of names.entries())
      for (const [j, by] of roots.entries()) if (i !== j) mesh.push(await issue(name, by, { extensions: AUTHORITY }));
    const leaf = await issue('attack-mesh-leaf', roots[0]!);
    expect(await trusts(leaf, mesh)).not.toBe('trusted');
    expect(await trusts(leaf, mesh, [roots[0]!])).toBe('trusted');
  });

  it('many candidates of one name end, and the right one is found by its key identifier', async () => {
    // More than the checks of one search: in the order they came, none would be left for the right one.
    const copies = await Promise.all(Array.from({ length: LIMITS.signatureWork + 10 }, (_, i) => issue('attack-issuer', root, { extensions: AUTHORITY, key: `attack-copy-${i % 3}` })));
    expect(await trusts(victim, [...copies, issuer])).toBe('trusted');
    expect(await trusts(victim, copies)).toBe('chain-untrusted');
  });

  it('a signer is asked for a purpose, not for any', async () => {
    const server = await issue('attack-server', issuer, { extensions: [keyUsage('digitalSignature'), extendedKeyUsage([PURPOSE.serverAuth])] });
    expect(maySignDocuments(parsed(await issue('attack-signer', issuer, { extensions: SIGNER })))).toBeNull();
    expect(maySignDocuments(parsed(server))).not.toBeNull();
  });
});
