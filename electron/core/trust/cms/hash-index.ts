/** ATSHashIndex of an archive time-stamp (ETSI EN 319 122-1 5.5.2, A.1; TS 101 733 6.4.2): which parts of the signature it protects. */
import { type AlgorithmIdentifier, digestBy, type Hash, readAlgorithm } from '../algorithms/algorithms.ts';
import { digestOf } from '../algorithms/digest.ts';
import type { DigestBeside } from '../../../ports/trust/file-judge.ts';
import { type Bytes, complete, DerReader, type Element, TAG } from '../asn1/der.ts';
import { Malformed } from '../malformed.ts';
import { bytesToHex } from '../../../../shared/util/bytes.ts';
import { CMS } from '../oids.ts';
import type { SignedData } from './read-signed-data.ts';
import type { Attribute, SignerInfo } from './read-signer-info.ts';
import { joined } from '../asn1/der-writer.ts';

export interface HashIndex {
  hash: Hash;
  /** Hexadecimal digests. */
  certificates: ReadonlySet<string>;
  revocations: ReadonlySet<string>;
  attributes: ReadonlySet<string>;
}

export type HashIndexVersion = 'v1' | 'v2' | 'v3';

const VERSIONS: Readonly<Record<string, HashIndexVersion>> = {
  [CMS.hashIndexV1]: 'v1',
  [CMS.hashIndexV2]: 'v2',
  [CMS.hashIndexV3]: 'v3',
};

export interface FoundIndex {
  version: HashIndexVersion;
  /** The one value, as the imprint takes it up. */
  value: Element;
}

/** Of the token's own signer. @throws {Malformed} where there is not exactly one index of one version. */
export function findHashIndex(tokenSigner: SignerInfo): FoundIndex {
  const found = tokenSigner.unsignedAttributes.filter(({ type }) => VERSIONS[type] !== undefined);
  const [attribute, second] = found;
  const [value, another] = attribute?.values ?? [];
  if (attribute === undefined || value === undefined || second !== undefined || another !== undefined) throw new Malformed('hash index');
  return { version: VERSIONS[attribute.type]!, value };
}

/** @throws {Malformed} also for an algorithm that is not accepted: nothing could be said to be protected by it. */
export function readHashIndex({ value, version }: FoundIndex): HashIndex {
  if (value.tag !== TAG.sequence) throw new Malformed('hash index');
  return complete(new DerReader(value.content), (reader) => {
    // The first of the lists is a SEQUENCE too: an algorithm is told from it by beginning with an identifier. Only version 3 has no default.
    const first = reader.expect(TAG.sequence);
    const isAlgorithm = first.content[0] === TAG.oid;
    if (!isAlgorithm && version === 'v3') throw new Malformed('hash index without its algorithm');
    const hash = isAlgorithm ? acceptedHash(readAlgorithm(first)) : 'SHA-256';
    const certificates = digestsIn(isAlgorithm ? reader.expect(TAG.sequence) : first);
    return {
      hash,
      certificates,
      revocations: digestsIn(reader.expect(TAG.sequence)),
      attributes: digestsIn(reader.expect(TAG.sequence)),
    };
  });
}

function acceptedHash(algorithm: AlgorithmIdentifier): Hash {
  const row = digestBy(algorithm);
  if (row.kind !== 'hash') throw new Malformed(`hash index by ${row.why}`);
  return row.hash;
}

function digestsIn({ content }: Element): Set<string> {
  const digests = new DerReader(content).rest().map(({ tag, content: digest }) => {
    if (tag !== TAG.octetString) throw new Malformed('hash index entry');
    return bytesToHex(digest);
  });
  return new Set(digests);
}

export interface ProtectedParts {
  data: SignedData;
  signer: SignerInfo;
}

/**
 * The message with nothing left in it but what the index names.
 * @param beside where a long list is hashed by GOST; left out, here
 * @throws {Malformed} where the index names what is not there: a part was taken away or changed since.
 */
export async function protectedParts(
  index: HashIndex,
  version: HashIndexVersion,
  { data, signer }: ProtectedParts,
  beside: DigestBeside | undefined,
): Promise<ProtectedParts> {
  const digestHex = async (part: Bytes): Promise<string> => bytesToHex(await digestOf(index.hash, part, beside));
  const kept = async <Part>(parts: readonly Part[], named: ReadonlySet<string>, octetsOf: (part: Part) => Bytes): Promise<Part[]> => {
    const digests = await Promise.all(parts.map((part) => digestHex(octetsOf(part))));
    const there = new Set(digests);
    for (const digest of named) if (!there.has(digest)) throw new Malformed('the archive time-stamp protects a part that is gone or changed');
    return parts.filter((_, at) => named.has(digests[at]!));
  };
  const certificateChoices = await kept(data.certificateChoices, index.certificates, ({ encoded }) => encoded);
  const revocationInfo = await kept(data.revocationInfo, index.revocations, ({ encoded }) => encoded);
  const attributes = version === 'v3' ? signer.unsignedAttributes.flatMap(oneEach) : signer.unsignedAttributes;
  const octetsOf = (attribute: Attribute): Bytes =>
    version === 'v3' ? joined(attribute.typeEncoded, ...attribute.values.map(({ encoded }) => encoded)) : attribute.encoded;
  const unsignedAttributes = await kept(attributes, index.attributes, octetsOf);
  const certificates = certificateChoices.filter(({ tag }) => tag === TAG.sequence).map(({ encoded }) => encoded);
  return { data: { ...data, certificateChoices, certificates, revocationInfo }, signer: { ...signer, unsignedAttributes } };
}

/** Version 3 names every value on its own, by type and value. */
const oneEach = (attribute: Attribute): Attribute[] => attribute.values.map((value) => ({ ...attribute, values: [value] }));
