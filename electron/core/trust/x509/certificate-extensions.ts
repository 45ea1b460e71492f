/** The extensions decisions are made from (RFC 5280 4.2), decoded once and strictly. */
import { bytesToHex } from '../../../../shared/util/bytes.ts';
import { type Bytes, complete, context, contextPrimitive, DerReader, readOnly, TAG } from '../asn1/der.ts';
import { Malformed } from '../malformed.ts';
import { booleanOf, namedBits, readDefaultFalse, readOid, smallInteger, textOf } from '../asn1/der-values.ts';
import { EXTENSION, ISSUERS_ACCESS, OCSP_ACCESS } from '../oids.ts';

export interface Extension {
  critical: boolean;
  value: Bytes;
}

export type Extensions = ReadonlyMap<string, Extension>;

export interface ExtensionFacts {
  /** Null where basicConstraints is absent. */
  basicConstraints: { ca: boolean; pathLength: number | null } | null;
  keyUsage: Set<number> | null;
  extendedKeyUsage: string[] | null;
  subjectKeyId: string | null;
  authorityKeyId: string | null;
  ocspUrls: string[];
  /** Where the certificate of the issuer is published. */
  issuerUrls: string[];
  crlUrls: string[];
  /** Where lists of what changed since a complete one are (Freshest CRL). */
  deltaCrlUrls: string[];
}

/** Extensions ::= SEQUENCE SIZE (1..MAX); each type once. @throws {Malformed} */
export function readExtensions(list: DerReader): Extensions {
  const extensions = new Map<string, Extension>();
  if (list.atEnd) throw new Malformed('empty extensions');
  while (!list.atEnd) {
    const [id, extension] = complete(list.inside(TAG.sequence), (reader) => {
      const oid = readOid(reader);
      return [oid, { critical: readDefaultFalse(reader), value: reader.expect(TAG.octetString).content }] as const;
    });
    if (extensions.has(id)) throw new Malformed('extension twice');
    extensions.set(id, extension);
  }
  return extensions;
}

/** What an extension says; null where it is absent. */
export function decodeFrom<Value>(extensions: Extensions, id: string, read: (value: Bytes) => Value): Value | null {
  const extension = extensions.get(id);
  return extension === undefined ? null : read(extension.value);
}

export function readExtensionFacts(extensions: Extensions): ExtensionFacts {
  const decode = <Value>(id: string, read: (value: Bytes) => Value): Value | null => decodeFrom(extensions, id, read);
  return {
    basicConstraints: decode(EXTENSION.basicConstraints, readBasicConstraints),
    keyUsage: decode(EXTENSION.keyUsage, readKeyUsage),
    extendedKeyUsage: decode(EXTENSION.extendedKeyUsage, readPurposes),
    subjectKeyId: decode(EXTENSION.subjectKeyIdentifier, (value) => bytesToHex(new DerReader(value).expect(TAG.octetString).content)),
    authorityKeyId: decode(EXTENSION.authorityKeyIdentifier, readAuthorityKeyId),
    ocspUrls: decode(EXTENSION.authorityInformationAccess, (value) => readAccessUrls(value, OCSP_ACCESS)) ?? [],
    issuerUrls: decode(EXTENSION.authorityInformationAccess, (value) => readAccessUrls(value, ISSUERS_ACCESS)) ?? [],
    crlUrls: decode(EXTENSION.crlDistributionPoints, readPointUrls) ?? [],
    deltaCrlUrls: decode(EXTENSION.freshestCrl, readPointUrls) ?? [],
  };
}

const readBasicConstraints = (value: Bytes): { ca: boolean; pathLength: number | null } =>
  complete(readOnly(value, TAG.sequence), (reader) => {
    // DER leaves a default out (X.690 11.5); authorities that write it down mean the same.
    const field = reader.optional(TAG.boolean);
    const ca = field !== null && booleanOf(field);
    const limit = reader.optional(TAG.integer);
    return { ca, pathLength: limit === null ? null : smallInteger(limit) };
  });

function readKeyUsage(value: Bytes): Set<number> {
  const reader = new DerReader(value);
  const usage = namedBits(reader.expect(TAG.bitString));
  reader.end();
  if (usage.size === 0) throw new Malformed('empty key usage');
  return usage;
}

function readPurposes(value: Bytes): string[] {
  const reader = readOnly(value, TAG.sequence);
  const purposes: string[] = [];
  while (!reader.atEnd) purposes.push(readOid(reader));
  if (purposes.length === 0) throw new Malformed('empty extended key usage');
  return purposes;
}

export function readAuthorityKeyId(value: Bytes): string | null {
  const reader = readOnly(value, TAG.sequence);
  const keyId = reader.optional(contextPrimitive(0));
  return keyId === null ? null : bytesToHex(keyId.content);
}

/** Only addresses that can be fetched as they stand: some certificates carry a line break and a second address in one field. */
function webAddresses(names: DerReader): string[] {
  return names
    .rest()
    .filter(({ tag }) => tag === contextPrimitive(6))
    .map(({ content }) => textOf({ tag: TAG.ia5String, content, encoded: content }) ?? '')
    .filter((url) => /^https?:\/\/[\x21-\x7e]+$/.test(url) && url.length <= 2_048);
}

function readAccessUrls(value: Bytes, method: string): string[] {
  const reader = readOnly(value, TAG.sequence);
  const urls: string[] = [];
  while (!reader.atEnd) {
    const description = reader.inside(TAG.sequence);
    if (readOid(description) === method) urls.push(...webAddresses(description));
  }
  return urls;
}

/** Of CRLDistributionPoints, in order; which list counts for what is decided when it is there. */
export function readPointUrls(value: Bytes): string[] {
  const reader = readOnly(value, TAG.sequence);
  const urls: string[] = [];
  while (!reader.atEnd) {
    const fullName = reader.inside(TAG.sequence).optionalInside(context(0))?.optionalInside(context(0)) ?? null;
    if (fullName !== null) urls.push(...webAddresses(fullName));
  }
  return urls;
}
