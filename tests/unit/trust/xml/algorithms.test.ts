/** The algorithms of XML signatures by their names: each verifies what it made, and nothing that another one made. */
import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, sign as nodeSign, type KeyObject } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createGostHash, GOST_SCHEMES, type GostScheme } from '../../../../electron/core/trust/gost/gost-algorithms.ts';
import { hashWhole } from '../../../../electron/core/trust/gost/incremental-hash.ts';
import { signGost3410 } from '../../../../electron/core/trust/gost/sign-gost-34-10.ts';
import { EXCLUSIVE_C14N } from '../../../../electron/core/trust/xml/names.ts';
import { digestUriOf, signatureUriOf } from '../../../../electron/core/trust/xml/algorithm-uris.ts';
import { verifyXml, type XmlAnswer } from '../../../../electron/core/trust/xml/verify-xml.ts';
import { readCertificate } from '../../../../electron/core/trust/x509/certificate.ts';
import { gostAuthority, gostPublicKey } from '../../../fakes/gost-authority.ts';
import { extendedKeyUsage } from '../../../../electron/stand/authority/certificate.ts';
import { issue, NOW, PURPOSE } from '../trial/trial-authority.ts';
import { decisive, GOOD, signer } from '../trial/trial-judgement.ts';
import { token } from '../trial/trial-signature.ts';
import { judgedXml, rsaKey, signedXml, stampedOctets, xadesParts, type XmlTrialKey } from './trial-xml.ts';

const MORE = 'http://www.w3.org/2001/04/xmldsig-more#';
const MORE_2007 = 'http://www.w3.org/2007/05/xmldsig-more#';
const ENC = 'http://www.w3.org/2001/04/xmlenc#';
const DSIG = 'http://www.w3.org/2000/09/xmldsig#';
const GENUINE = 'timestamp attention timestamp-missing';
const IIN = '900101400015';
const office = gostAuthority(NOW);

/** Under the certificate of the GOST authority, which issues for keys of any algorithm. */
async function judgedByOffice(xml: string): Promise<XmlAnswer> {
  return verifyXml(
    { xml: Buffer.from(xml) },
    { store: { anchors: [readCertificate(office.root)], intermediates: [] }, revocation: { statusOf: async () => GOOD }, now: NOW },
  );
}

const nodeHash = (name: string) => (octets: Uint8Array): Uint8Array => createHash(name).update(octets).digest();

function pairKey(pair: { publicKey: KeyObject; privateKey: KeyObject }, names: { method: string; digestMethod: string; hash: string }, options: object = {}): XmlTrialKey {
  return {
    certificate: office.issue(IIN, new Uint8Array(pair.publicKey.export({ type: 'spki', format: 'der' }))),
    method: names.method,
    digestMethod: names.digestMethod,
    digest: nodeHash(names.hash),
    sign: (octets) => nodeSign(names.hash, octets, { key: pair.privateKey, ...options }),
  };
}

const SECRET = 0x7a11_0000_2026n;
const gostKey = (scheme: GostScheme): XmlTrialKey => {
  const digest = (octets: Uint8Array): Uint8Array => hashWhole(createGostHash(scheme.hash), octets);
  return {
    certificate: office.issue(IIN, gostPublicKey(scheme, SECRET)),
    method: signatureUriOf(scheme.signatureOid)!,
    digestMethod: digestUriOf(scheme.hashOid)!,
    digest,
    sign: (octets) => signGost3410(scheme.curve, SECRET, new Uint8Array(digest(octets))),
  };
};

const ec = (namedCurve: string) => generateKeyPairSync('ec', { namedCurve });
const ED = generateKeyPairSync('ed25519');
const FIXED = { dsaEncoding: 'ieee-p1363' };
const RSA = { publicKey: createPublicKey(signer.key.privateKey), privateKey: createPrivateKey(signer.key.privateKey.export({ type: 'pkcs8', format: 'pem' })) };
const KEYS: [string, XmlTrialKey][] = [
  ['RSA with SHA-384', pairKey(RSA, { method: `${MORE}rsa-sha384`, digestMethod: `${MORE}sha384`, hash: 'sha384' })],
  ['RSA with SHA-512', pairKey(RSA, { method: `${MORE}rsa-sha512`, digestMethod: `${ENC}sha512`, hash: 'sha512' })],
  ['RSASSA-PSS', pairKey(RSA, { method: `${MORE_2007}sha256-rsa-MGF1`, digestMethod: `${ENC}sha256`, hash: 'sha256' }, { padding: 6, saltLength: 32 })],
  ['RSASSA-PSS with SHA-384', pairKey(RSA, { method: `${MORE_2007}sha384-rsa-MGF1`, digestMethod: `${MORE}sha384`, hash: 'sha384' }, { padding: 6, saltLength: 48 })],
  ['RSASSA-PSS with SHA-512', pairKey(RSA, { method: `${MORE_2007}sha512-rsa-MGF1`, digestMethod: `${ENC}sha512`, hash: 'sha512' }, { padding: 6, saltLength: 64 })],
  ['RSA with SHA-256', pairKey(RSA, { method: `${MORE}rsa-sha256`, digestMethod: `${ENC}sha256`, hash: 'sha256' })],
  ['Ed25519', { ...pairKey(ED, { method: 'http://www.w3.org/2021/04/xmldsig-more#eddsa-ed25519', digestMethod: `${ENC}sha256`, hash: 'sha256' }), sign: (octets) => nodeSign(null, octets, ED.privateKey) }],
  ['ECDSA P-256', pairKey(ec('P-256'), { method: `${MORE}ecdsa-sha256`, digestMethod: `${ENC}sha256`, hash: 'sha256' }, FIXED)],
  ['ECDSA P-384', pairKey(ec('P-384'), { method: `${MORE}ecdsa-sha384`, digestMethod: `${MORE}sha384`, hash: 'sha384' }, FIXED)],
  ['ECDSA P-521', pairKey(ec('P-521'), { method: `${MORE}ecdsa-sha512`, digestMethod: `${ENC}sha512`, hash: 'sha512' }, FIXED)],
  ...GOST_SCHEMES.map((scheme): [string, XmlTrialKey] => [scheme.name, gostKey(scheme)]),
];

/** By their time alone, with tests of their own below. */
const OLD = new Set([`${DSIG}rsa-sha1`, `${MORE}rsa-sha1`]);

it('no name of the table is left out', () => {
  const source = readFileSync(new URL('../../../../electron/core/trust/xml/algorithm-uris.ts', import.meta.url), 'utf8');
  const constants = new Map([...source.matchAll(/^const (\w+) = '([^']+)';/gm)].map(([, name, value]) => [name!, value!]));
  const written = [...source.matchAll(/^ {2}(?:\[`\$\{(\w+)\}([^`]+)`\]|'(http[^']+)'): \{ oid/gm)].map(([, base, rest, whole]) => whole ?? constants.get(base!)! + rest!);
  expect(written.length).toBeGreaterThan(10);
  expect(written.filter((uri) => !OLD.has(uri)).toSorted()).toEqual(KEYS.map(([, { method }]) => method).toSorted());
});

describe('each algorithm', () => {
  it.each(KEYS)('%s verifies what it made', async (name, key) => {
    const xml = await signedXml({ key });
    const verdict = name === 'GOST 34.310-2004' ? 'integrity attention algorithm-legacy' : GENUINE;
    expect(decisive(await judgedByOffice(xml))).toBe(verdict);
    expect(decisive(await judgedByOffice(xml.replace('100', '101')))).toBe('integrity failed content-mismatch');
    // One bit of the digest that is signed.
    const changed = xml.replace(/(<ds:DigestValue>)(.)/, (_, tag: string, letter: string) => tag + (letter === 'A' ? 'B' : 'A'));
    expect(decisive(await judgedByOffice(changed))).toBe('integrity failed signature-wrong');
  });

  it.each(KEYS)('%s verifies nothing under the name of another', async (_name, key) => {
    for (const [, other] of KEYS) {
      if (other.method === key.method) continue;
      const answer = await judgedByOffice(await signedXml({ key, signatureMethod: other.method }));
      expect(answer.state).toBe('bad');
      expect(['algorithm-refused', 'signature-wrong']).toContain(answer.checks[0]!.code);
    }
  });

  it('of elliptic curves has a value of exactly the width of its curve', async () => {
    const key = KEYS.find(([name]) => name === 'ECDSA P-256')![1];
    const widened = { ...key, sign: async (octets: Uint8Array) => Buffer.concat([Buffer.alloc(1), (await key.sign(octets)).subarray(0, 32), Buffer.alloc(1), (await key.sign(octets)).subarray(32)]) };
    expect(decisive(await judgedByOffice(await signedXml({ key: widened })))).toBe('integrity failed signature-wrong');
  });

  it('has one name for each object identifier that signatures are made by', () => {
    for (const { signatureOid, hashOid } of GOST_SCHEMES) expect([signatureUriOf(signatureOid), digestUriOf(hashOid)]).not.toContain(null);
    expect(signatureUriOf('1.2.840.113549.1.1.10')).toBeNull();
    expect(digestUriOf('1.2.840.113549.2.5')).toBeNull();
  });
});

describe('SHA-1', async () => {
  const times = { notBefore: new Date('2009-01-01T00:00:00Z'), notAfter: new Date('2045-01-01T00:00:00Z') };
  const root = await issue('old-xml-root', null, times);
  const oldSigner = await issue('old-xml-signer', root, times);
  const authority = await issue('old-xml-tsa', root, { ...times, extensions: [extendedKeyUsage([PURPOSE.timeStamping], true)] });
  const parts = xadesParts('s1', '');
  const sign = (octets: Uint8Array): Uint8Array => nodeSign('sha1', octets, oldSigner.key.privateKey);
  const stamped = (xml: string, genTime: Date): string => {
    const stamp = Buffer.from(token({ authority, stamped: stampedOctets(xml), genTime })).toString('base64');
    return xml.replace(
      '{unsigned}',
      `<xades:SignatureTimeStamp><ds:CanonicalizationMethod Algorithm="${EXCLUSIVE_C14N}"/><xades:EncapsulatedTimeStamp>${stamp}</xades:EncapsulatedTimeStamp></xades:SignatureTimeStamp>`,
    );
  };
  const verdictOf = async (xml: string): Promise<string> => decisive(await judgedXml(xml, { anchors: [root] }));

  it.each([
    ['the signature, under the name of the recommendation', { ...rsaKey(oldSigner), sign, method: 'http://www.w3.org/2000/09/xmldsig#rsa-sha1' }],
    ['the signature, under the old name of the NCA', { ...rsaKey(oldSigner), sign, method: `${MORE}rsa-sha1` }],
    ['the digest', { ...rsaKey(oldSigner), digestMethod: 'http://www.w3.org/2000/09/xmldsig#sha1', digest: nodeHash('sha1') }],
  ])('in %s counts where a stamp proves that it is old, and nowhere else', async (_name, key) => {
    const xml = await signedXml({ ...parts, references: [{}, parts.reference], key });
    expect(await verdictOf(stamped(xml, new Date('2016-06-01T00:00:00Z')))).toBe('integrity attention algorithm-legacy');
    expect(await verdictOf(stamped(xml, new Date('2018-06-01T00:00:00Z')))).toBe('integrity failed algorithm-refused');
    const undated = await judgedXml(xml.replace('{unsigned}', ''), { anchors: [root] });
    expect([decisive(undated), undated.content, undated.signed]).toEqual(['integrity failed algorithm-refused', null, []]);
  });
});
