/** A message by a key of each kind, judged whole: good as it is, wrong when damaged, refused where its digest is not the one its algorithm goes with. */
import { constants, createHash, generateKeyPairSync, type KeyObject, type KeyPairKeyObjectResult, sign } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { type Asn1, explicit, int, octets, oid, seq } from '../../../../electron/stand/authority/asn1.ts';
import { type IssuedCertificate, issueCertificate, sha256 } from '../../../../electron/stand/authority/certificate.ts';
import { attribute } from '../../../../electron/stand/authority/signed-data.ts';
import { FAR, named, SIGNER } from '../trial/trial-authority.ts';
import { CONTENT, decisive, judged, root, signed } from '../trial/trial-judgement.ts';
import { contentTypeAttribute, essAttribute, OID, type SignerTrial } from '../trial/trial-signature.ts';

const DIGEST = { sha256: OID.sha256, sha384: '2.16.840.1.101.3.4.2.2', sha512: '2.16.840.1.101.3.4.2.3' } as const;
type HashName = keyof typeof DIGEST;

interface Kind {
  pair: KeyPairKeyObjectResult;
  algorithm: Asn1;
  hash: HashName;
  /** What the algorithm does not go with. */
  other: HashName;
  sign(data: Uint8Array, key: KeyObject): Uint8Array;
}

const ec = (namedCurve: string, algorithm: string, hash: HashName, other: HashName): Kind => ({
  pair: generateKeyPairSync('ec', { namedCurve }),
  algorithm: seq(oid(algorithm)),
  hash,
  other,
  sign: (data, key) => sign(hash, data, key),
});
const PSS_HASH = seq(oid(DIGEST.sha256));
const KINDS: Readonly<Record<string, Kind>> = {
  'RSA-PSS': {
    pair: generateKeyPairSync('rsa', { modulusLength: 2048 }),
    algorithm: seq(oid('1.2.840.113549.1.1.10'), seq(explicit(0, PSS_HASH), explicit(1, seq(oid('1.2.840.113549.1.1.8'), PSS_HASH)), explicit(2, int(32)))),
    hash: 'sha256',
    other: 'sha512',
    sign: (data, key) => sign('sha256', data, { key, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: 32 }),
  },
  'ECDSA on P-256': ec('P-256', '1.2.840.10045.4.3.2', 'sha256', 'sha512'),
  'ECDSA on P-384': ec('P-384', '1.2.840.10045.4.3.3', 'sha384', 'sha256'),
  'ECDSA on P-521': ec('P-521', '1.2.840.10045.4.3.4', 'sha512', 'sha256'),
  // RFC 8419 3.1: with signed attributes the digest is SHA-512.
  Ed25519: {
    pair: generateKeyPairSync('ed25519'),
    algorithm: seq(oid('1.3.101.112')),
    hash: 'sha512',
    other: 'sha256',
    sign: (data, key) => sign(null, data, key),
  },
};

function certificateOf({ pair: { publicKey, privateKey } }: Kind): IssuedCertificate {
  const spki = Uint8Array.from(publicKey.export({ type: 'spki', format: 'der' }));
  const key = { privateKey, spki, keyId: sha256(spki).slice(0, 20) };
  return issueCertificate({ subject: named('signer'), ...FAR, extensions: SIGNER, key }, root);
}

describe.each(Object.entries(KINDS))('%s', (_, kind) => {
  const signer = certificateOf(kind);
  const said = async (hash: HashName, bend: Partial<SignerTrial> = {}): Promise<string> => {
    const digest = octets(Uint8Array.from(createHash(hash).update(CONTENT).digest()));
    const attributes = [contentTypeAttribute(OID.data), attribute(OID.messageDigest, digest), essAttribute(signer)];
    const by = { signer, attributes, digestAlgorithm: DIGEST[hash], signatureAlgorithm: kind.algorithm, sign: (data: Uint8Array) => kind.sign(data, kind.pair.privateKey) };
    return decisive(await judged(signed({ ...by, ...bend })));
  };

  it('is good as it is, and wrong when damaged', async () => {
    expect(await said(kind.hash)).toBe('good');
    expect(await said(kind.hash, { damage: 'signature' })).toBe('integrity failed signature-wrong');
  });

  it('is refused with another digest, and under the algorithm of another key', async () => {
    expect(await said(kind.other)).toBe('integrity failed algorithm-refused');
    const other = Object.values(KINDS).find(({ pair }) => pair.publicKey.asymmetricKeyType !== kind.pair.publicKey.asymmetricKeyType);
    expect(await said(kind.hash, { signatureAlgorithm: other!.algorithm })).toBe('integrity failed algorithm-refused');
  });
});
