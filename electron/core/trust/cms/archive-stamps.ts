/** Archive time-stamps of one signer: what each must have stamped, and what it thereby proves to have existed. */
import { bytesEqual } from '../../../../shared/util/bytes.ts';
import { digestOf } from '../algorithms/digest.ts';
import type { DigestBeside } from '../../../ports/trust/file-judge.ts';
import type { Bytes } from '../asn1/der.ts';
import { Malformed } from '../malformed.ts';
import { LIMITS } from '../limits.ts';
import { CMS } from '../oids.ts';
import { readTstInfo } from '../timestamp/tst-info.ts';
import { tryReadCertificate } from '../x509/certificate.ts';
import { findHashIndex, type ProtectedParts, protectedParts, readHashIndex } from './hash-index.ts';
import { longTermValues, type LongTermValues } from './long-term-values.ts';
import { readSignedData, type SignedData } from './read-signed-data.ts';
import type { Attribute, SignerInfo } from './read-signer-info.ts';
import { joined } from '../asn1/der-writer.ts';
import type { SignedContent, Surroundings } from './signed-content.ts';
import type { Stamped } from '../timestamp/timestamp.ts';

export interface ArchiveStamp {
  token: Bytes;
  /** What the token itself says; believed only once it is judged. */
  claimedTime: Date;
  stamped: Stamped;
  protects: LongTermValues;
  /** Is this token among what is protected? */
  covers(token: Uint8Array): boolean;
}

export type ArchiveReading = { is: 'stamp'; stamp: ArchiveStamp } | { is: 'fault'; why: string };

interface Signed {
  data: SignedData;
  signer: SignerInfo;
  content: SignedContent;
  /** Where long lists are hashed by GOST; left out, here. */
  digestBeside?: DigestBeside | undefined;
}

const ARCHIVE: ReadonlySet<string> = new Set([CMS.archiveTimeStampV2, CMS.archiveTimeStampV3]);

/** Newest claim first. */
export async function archiveStampsOf(signed: Signed): Promise<ArchiveReading[]> {
  const attributes = signed.signer.unsignedAttributes.filter(({ type }) => ARCHIVE.has(type)).slice(0, LIMITS.timeStamps);
  const readings = await Promise.all(attributes.map((attribute) => readingOf(attribute, signed)));
  return readings.toSorted((a, b) => timeOf(b) - timeOf(a));
}

/** What cannot be read stands first: it is told of before anything rests on the others. */
const timeOf = (reading: ArchiveReading): number => (reading.is === 'stamp' ? reading.stamp.claimedTime.getTime() : Number.MAX_SAFE_INTEGER);

async function readingOf(attribute: Attribute, signed: Signed): Promise<ArchiveReading> {
  try {
    const stamp = attribute.type === CMS.archiveTimeStampV3 ? await versionThree(attribute, signed) : versionTwo(attribute, signed);
    return { is: 'stamp', stamp };
  } catch (error) {
    if (error instanceof Malformed) return { is: 'fault', why: error.message };
    throw error;
  }
}

interface Token {
  token: Bytes;
  claimedTime: Date;
  tokenSigner: SignerInfo;
}

function tokenIn({ values: [value, second] }: Attribute): Token {
  if (value === undefined || second !== undefined) throw new Malformed('archive time-stamp');
  const token = readSignedData(value.encoded);
  const [tokenSigner] = token.signers;
  if (tokenSigner === undefined || token.content === null) throw new Malformed('archive time-stamp');
  return { token: value.encoded, claimedTime: readTstInfo(token.content).genTime, tokenSigner };
}

/** ETSI EN 319 122-1 5.5.3: content type ‖ digest of the content ‖ the signer's fields ‖ the index. */
async function versionThree(attribute: Attribute, { data, signer, content, digestBeside }: Signed): Promise<ArchiveStamp> {
  const { token, claimedTime, tokenSigner } = tokenIn(attribute);
  const index = findHashIndex(tokenSigner);
  const parts = await protectedParts(readHashIndex(index), index.version, { data, signer }, digestBeside);
  return {
    token,
    claimedTime,
    stamped: async (hash) => digestOf(hash, joined(data.contentTypeEncoded, await content.digest(hash), signer.fieldsEncoded, index.value.encoded)),
    ...protectionOf(parts),
  };
}

/**
 * RFC 5126 6.4.1, legacy: everything there is, except this stamp and the archive stamps after it.
 * Which octets of the unsigned attributes count the two editions of TS 101 733 say differently; this is 2.2.1, whole attributes.
 */
function versionTwo(attribute: Attribute, { data, signer, content, digestBeside }: Signed): ArchiveStamp {
  const { token, claimedTime } = tokenIn(attribute);
  const isEarlier = (other: Attribute): boolean => !ARCHIVE.has(other.type) || tokenIn(other).claimedTime < claimedTime;
  const unsignedAttributes = signer.unsignedAttributes.filter((other) => other !== attribute && isEarlier(other));
  const rest = joined(...data.fieldsAfterContent, signer.fieldsEncoded, ...unsignedAttributes.map(({ encoded }) => encoded));
  const detached: Surroundings = { before: data.encapsulatedEncoded, after: rest };
  return {
    token,
    claimedTime,
    stamped: (hash) => (data.content === null ? content.digest(hash, detached) : digestOf(hash, joined(data.encapsulatedEncoded, rest), digestBeside)),
    ...protectionOf({ data, signer: { ...signer, unsignedAttributes } }),
  };
}

function protectionOf({ data, signer }: ProtectedParts): Pick<ArchiveStamp, 'protects' | 'covers'> {
  const values = longTermValues(data, signer);
  const inside = data.certificates.flatMap((encoded) => tryReadCertificate(encoded) ?? []);
  const tokens = signer.unsignedAttributes.flatMap(({ values: each }) => each.map(({ encoded }) => encoded));
  return {
    protects: { ...values, certificates: [...values.certificates, ...inside] },
    covers: (token) => tokens.some((known) => bytesEqual(known, token)),
  };
}
