/** Adds archive time-stamps to a CMS signature by ETSI EN 319 122-1 5.5 and RFC 5126 6.4, over asn1js: nothing of the reader that is tested is in it. */
import { createHash } from 'node:crypto';
import { fromBER } from 'asn1js';
import { type Asn1, der, embedded, explicit, nothing, octets, oid, seq } from '../../../electron/stand/authority/asn1.ts';
import { attribute } from '../../../electron/stand/authority/signed-data.ts';

export const ARCHIVE_OID = {
  stampV2: '1.2.840.113549.1.9.16.2.48',
  stampV3: '0.4.0.1733.2.4',
  indexV1: '0.4.0.1733.2.5',
  indexV2: '0.4.0.19122.1.4',
  indexV3: '0.4.0.19122.1.5',
} as const;

const SHA256 = '2.16.840.1.101.3.4.2.1';
const sha256 = (...parts: Uint8Array[]): Uint8Array => new Uint8Array(parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest());
const joined = (...parts: Uint8Array[]): Uint8Array => new Uint8Array(Buffer.concat(parts));

type Parent = Asn1 & { valueBlock: { value: Asn1[] }; idBlock: { tagClass: number; tagNumber: number } };
const childrenOf = (parent: Asn1): Parent[] => (parent as Parent).valueBlock.value as Parent[];
const isContext = ({ idBlock }: Parent, tagNumber: number): boolean => idBlock.tagClass === 3 && idBlock.tagNumber === tagNumber;

interface Message {
  signedData: Parent[];
  encapsulated: Parent;
  certificates: Parent[];
  revocations: Parent[];
  /** Of the first signer, before its unsigned attributes. */
  fields: Parent[];
  unsigned: Parent[];
}

function messageOf(cms: Uint8Array): Message {
  const { result, offset } = fromBER(cms);
  if (offset === -1) throw new SyntaxError(result.error);
  const signedData = childrenOf(childrenOf(childrenOf(result)[1]!)[0]!);
  const [signer] = childrenOf(signedData.at(-1)!);
  const parts = childrenOf(signer!);
  const unsigned = parts.findIndex((part, at) => at > 3 && isContext(part, 1));
  const inside = (tagNumber: number): Parent[] => signedData.filter((part) => isContext(part, tagNumber)).flatMap(childrenOf);
  return {
    signedData,
    encapsulated: signedData[2]!,
    certificates: inside(0),
    revocations: inside(1),
    fields: unsigned === -1 ? parts : parts.slice(0, unsigned),
    unsigned: unsigned === -1 ? [] : childrenOf(parts[unsigned]!),
  };
}

function withUnsigned(message: Message, unsigned: Asn1[]): Uint8Array {
  const signer = seq(...message.fields, explicit(1, ...unsigned));
  const set = message.signedData.at(-1)!;
  const others = childrenOf(set).slice(1);
  set.valueBlock.value = [signer, ...others];
  return der(seq(oid('1.2.840.113549.1.7.2'), explicit(0, seq(...message.signedData))));
}

/** With further unsigned attributes on its first signer: a time-stamp on a signature, an index on the token of an archive time-stamp. */
export function withUnsignedAttributes(cms: Uint8Array, attributes: Asn1[]): Uint8Array {
  const message = messageOf(cms);
  return withUnsigned(message, [...message.unsigned, ...attributes]);
}

/** The signature value of the first signer. */
export function signatureValueOf(cms: Uint8Array): Uint8Array {
  const value = messageOf(cms).fields.at(-1)! as Parent & { valueBlock: { valueHexView: Uint8Array } };
  return value.valueBlock.valueHexView;
}

export type IndexVersion = 'v1' | 'v2' | 'v3';

export interface IndexBend {
  version?: IndexVersion;
  /** Written in place of SHA-256; null leaves the field out. */
  algorithm?: string | null;
  /** By which the index is made, in place of SHA-256. */
  digest?: (...parts: Uint8Array[]) => Uint8Array;
  /** Parts with these numbers are left out of the index. */
  withoutCertificates?: number[];
  withoutRevocations?: number[];
  withoutAttributes?: number[];
}

function indexOf(message: Message, bend: IndexBend): Asn1 {
  const { version = 'v3', algorithm = SHA256, digest: digestOf = sha256 } = bend;
  const list = (digests: Uint8Array[], without: number[] = []): Asn1 => seq(...digests.filter((_, at) => !without.includes(at)).map((digest) => octets(digest)));
  const attributeDigests =
    version === 'v3'
      ? message.unsigned.flatMap((each) => childrenOf(childrenOf(each)[1]!).map((value) => digestOf(der(childrenOf(each)[0]!), der(value))))
      : message.unsigned.map((each) => digestOf(der(each)));
  return seq(
    ...(algorithm === null ? [] : [seq(oid(algorithm), nothing())]),
    list(message.certificates.map((each) => digestOf(der(each))), bend.withoutCertificates),
    list(message.revocations.map((each) => digestOf(der(each))), bend.withoutRevocations),
    list(attributeDigests, bend.withoutAttributes),
  );
}

/** Makes a token over these octets with this unsigned attribute in its own signer. */
export type MakeToken = (stamped: Uint8Array, unsigned: Asn1[]) => Uint8Array;

const INDEX = { v1: ARCHIVE_OID.indexV1, v2: ARCHIVE_OID.indexV2, v3: ARCHIVE_OID.indexV3 } as const;

/** archive-time-stamp-v3 on the first signer. @param content what is signed, also where it is not inside */
export function archivedV3(cms: Uint8Array, content: Uint8Array, makeToken: MakeToken, bend: IndexBend = {}): Uint8Array {
  const message = messageOf(cms);
  const index = indexOf(message, bend);
  const stamped = joined(der(childrenOf(message.encapsulated)[0]!), sha256(content), ...message.fields.map(der), der(index));
  const token = makeToken(stamped, [attribute(INDEX[bend.version ?? 'v3'], index)]);
  return withUnsigned(message, [...message.unsigned, attribute(ARCHIVE_OID.stampV3, embedded(token))]);
}

/** archive-time-stamp-v2 of RFC 5126 on the first signer. */
export function archivedV2(cms: Uint8Array, content: Uint8Array, makeToken: MakeToken): Uint8Array {
  const message = messageOf(cms);
  const isDetached = childrenOf(message.encapsulated).length === 1;
  const fields = message.signedData.filter((part) => isContext(part, 0) || isContext(part, 1));
  const stamped = joined(
    der(message.encapsulated),
    ...(isDetached ? [content] : []),
    ...[...fields, ...message.fields, ...message.unsigned].map(der),
  );
  return withUnsigned(message, [...message.unsigned, attribute(ARCHIVE_OID.stampV2, embedded(makeToken(stamped, [])))]);
}

/** With other revocation lists, as any hand may put them in or take them out: the field is under no signature. */
export function rewrittenLists(cms: Uint8Array, rewrite: (lists: Uint8Array[]) => Uint8Array[]): Uint8Array {
  const { signedData, revocations } = messageOf(cms);
  const lists = explicit(1, ...rewrite(revocations.map(der)).map(embedded)) as Parent;
  const rest = signedData.filter((part) => !isContext(part, 1));
  return der(seq(oid('1.2.840.113549.1.7.2'), explicit(0, seq(...rest.slice(0, -1), lists, rest.at(-1)!))));
}
