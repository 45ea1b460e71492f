/** What a certificate says of its holder and its use by the profile of the NCA: fields by type, purposes by their identifiers; nothing is judged. */
import { ED25519 } from '../algorithms/algorithms.ts';
import { curveNamed, isRsaKey, type PublicKey, readRsaNumbers } from '../algorithms/public-key.ts';
import { readOnly, TAG } from '../asn1/der.ts';
import { orNull } from '../malformed.ts';
import { readOid } from '../asn1/der-values.ts';
import { GAMMA_KEY, GOST_SCHEMES } from '../gost/gost-algorithms.ts';
import { EXTENSION, KEY_USAGE, PURPOSE } from '../oids.ts';
import type { SignerIdentity } from '../answer/signature-answer.ts';
import type { Certificate } from './certificate.ts';
import { decodeFrom } from './certificate-extensions.ts';
import { readAlternativeNames } from './general-names.ts';
import { attributeTexts, commonNameOf } from './names.ts';
import { policyFactsOf } from './policy-extensions.ts';
import { identityOf } from './signer-identity.ts';

export type CertificateUse = 'signing' | 'sign-in' | 'authority' | 'revocation-lists' | 'time-stamps' | 'ocsp';

export interface CertificateProfile {
  identity: SignerIdentity;
  /** In certificates of the NCA the first name is in the common name only; GIVENNAME holds the patronymic. */
  surname: string | null;
  patronymic: string | null;
  emails: string[];
  /** `file` for a PKCS#12 file, else the object identifier of the kind of token; null where nothing is said. */
  keyStorage: string | null;
  uses: CertificateUse[];
  issuer: string;
  keyAlgorithm: string;
  policies: string[];
  subjectKeyId: string | null;
  authorityKeyId: string | null;
  ocspUrls: string[];
  crlUrls: string[];
  issuerUrls: string[];
}

const SUBJECT = { surname: '2.5.4.4', givenName: '2.5.4.42', email: '1.2.840.113549.1.9.1' } as const;
/** SEQUENCE { storage OBJECT IDENTIFIER, … }. */
const KEY_STORAGE = '1.2.398.3.3.5';
const STORAGE_FILE = '1.2.398.3.3.5.1.1';

/** An extension that cannot be read says nothing here; where it decides something the certificate is refused. */
export async function profileOf(certificate: Certificate): Promise<CertificateProfile> {
  const { subject, subjectKeyId, authorityKeyId, ocspUrls, crlUrls, issuerUrls } = certificate;
  return {
    identity: await identityOf(certificate),
    surname: attributeTexts(subject, SUBJECT.surname)[0] ?? null,
    patronymic: attributeTexts(subject, SUBJECT.givenName)[0] ?? null,
    emails: orNull(() => emailsOf(certificate)) ?? [],
    keyStorage: orNull(() => keyStorageOf(certificate)),
    uses: usesOf(certificate),
    issuer: commonNameOf(certificate.issuer),
    keyAlgorithm: orNull(() => keyAlgorithmOf(certificate.publicKey)) ?? certificate.publicKey.algorithm.oid,
    policies: [...(orNull(() => policyFactsOf(certificate).policies) ?? [])],
    subjectKeyId,
    authorityKeyId,
    ocspUrls,
    crlUrls,
    issuerUrls,
  };
}

function emailsOf({ subject, extensions }: Certificate): string[] {
  const named = decodeFrom(extensions, EXTENSION.subjectAltName, readAlternativeNames) ?? [];
  return [...new Set([...named.flatMap((name) => (name.form === 'rfc822Name' ? [name.text] : [])), ...attributeTexts(subject, SUBJECT.email)])];
}

function keyStorageOf({ extensions }: Certificate): string | null {
  const storage = decodeFrom(extensions, KEY_STORAGE, (value) => readOid(readOnly(value, TAG.sequence)));
  return storage === STORAGE_FILE ? 'file' : storage;
}

function usesOf({ keyUsage, extendedKeyUsage, basicConstraints }: Certificate): CertificateUse[] {
  const has = (purpose: string): boolean => extendedKeyUsage?.includes(purpose) === true;
  const may = (bit: number): boolean => keyUsage === null || keyUsage.has(bit);
  if (basicConstraints?.ca === true) {
    return [...(may(KEY_USAGE.keyCertSign) ? ['authority' as const] : []), ...(may(KEY_USAGE.cRLSign) ? ['revocation-lists' as const] : [])];
  }
  const uses: CertificateUse[] = [];
  if (keyUsage?.has(KEY_USAGE.nonRepudiation) === true && !has(PURPOSE.clientAuth)) uses.push('signing');
  if (may(KEY_USAGE.digitalSignature) && (has(PURPOSE.clientAuth) || has(PURPOSE.emailProtection))) uses.push('sign-in');
  if (has(PURPOSE.timeStamping)) uses.push('time-stamps');
  if (has(PURPOSE.ocspSigning)) uses.push('ocsp');
  return uses;
}

/** Name of the algorithm and size of the key, as people say it. @throws {Malformed} */
function keyAlgorithmOf(key: PublicKey): string {
  const { algorithm } = key;
  const gost = GOST_SCHEMES.find(({ keyOid }) => keyOid === algorithm.oid);
  if (gost !== undefined) return gost.name;
  if (algorithm.oid === GAMMA_KEY) return 'GOST 34.310-2004 (Gamma)';
  if (isRsaKey(key)) {
    const { modulus } = readRsaNumbers(key);
    return `RSA-${8 * (modulus[0] === 0 ? modulus.length - 1 : modulus.length)}`;
  }
  return algorithm.oid === ED25519 ? 'Ed25519' : (curveNamed(algorithm)?.name ?? algorithm.oid);
}
