/**
 * CMS SignedData of any size taken apart in one pass (RFC 5652 5.1, in DER or streamed BER): what is around the content is kept as if
 * it were detached, the content itself only passes through.
 */
import { type AlgorithmIdentifier, readAlgorithm } from '../algorithms/algorithms.ts';
import { type Bytes, context, DerReader, readOnly, TAG } from '../asn1/der.ts';
import { Malformed, orNull } from '../malformed.ts';
import { oidOf } from '../asn1/der-values.ts';
import { encode, headerOf, joined } from '../asn1/der-writer.ts';
import { readSignedData, type SignedData } from '../cms/read-signed-data.ts';
import { LIMITS } from '../limits.ts';
import { CMS } from '../oids.ts';
import type { Header, StreamCursor } from './stream-cursor.ts';
import { END_OF_CONTENTS, enter, field, isEnd, leave, type Level, levelOf } from './stream-elements.ts';

export interface SplitSignedData {
  data: SignedData;
  /** The whole message without its content, as a detached one. */
  skeleton: Bytes;
  /** Null where the signature is detached. */
  contentBytes: number | null;
}

/** Told once, before the content: what the message itself says its digests are by (RFC 5652 5.1, for processing in one pass). */
export type ContentSink = (digestAlgorithms: AlgorithmIdentifier[]) => (part: Bytes) => void;

const CONSTRUCTED_OCTETS = 0x24;

/** @throws {Malformed} */
export async function splitSignedData(cursor: StreamCursor, sink: ContentSink): Promise<SplitSignedData> {
  const levels = [await enter(cursor, TAG.sequence)];
  const type = await field(cursor, TAG.oid);
  if (oidOf(new DerReader(type).element()) !== CMS.signedData) throw new Malformed('not signed data');
  levels.push(await enter(cursor, context(0)), await enter(cursor, TAG.sequence));
  const version = await field(cursor, TAG.integer);
  const digestAlgorithms = await field(cursor, TAG.set);
  const { contentType, contentBytes } = await passContent(cursor, () => sink(algorithmsIn(digestAlgorithms)));
  const fields = await cursor.rest(LIMITS.streamedFieldsBytes);
  const own = withoutEnds(fields, levels, cursor.position);
  const isBer = levels.some(({ end }) => end === null);
  const encapsulated = encode(TAG.sequence, contentType);
  const skeleton = isBer
    ? joined(
        open(TAG.sequence),
        type,
        open(context(0)),
        open(TAG.sequence),
        version,
        digestAlgorithms,
        encapsulated,
        own,
        new Uint8Array(3 * END_OF_CONTENTS),
      )
    : encode(TAG.sequence, type, encode(context(0), encode(TAG.sequence, version, digestAlgorithms, encapsulated, own)));
  const data = readSignedData(skeleton);
  return { data: contentBytes === null ? data : { ...data, encapsulatedEncoded: contentHeader(contentType, contentBytes) }, skeleton, contentBytes };
}

/** A hint that saves a second pass: under no signature, and what cannot be read names nothing. */
const algorithmsIn = (set: Bytes): AlgorithmIdentifier[] => orNull(() => readOnly(set, TAG.set).rest().map(readAlgorithm)) ?? [];

const open = (tag: number): Bytes => Uint8Array.of(tag, 0x80);

async function passContent(cursor: StreamCursor, sinkOf: () => (part: Bytes) => void): Promise<{ contentType: Bytes; contentBytes: number | null }> {
  const info = await enter(cursor, TAG.sequence);
  const contentType = await field(cursor, TAG.oid);
  const next = info.end === cursor.position ? null : await cursor.header();
  if (next === null || (info.end === null && isEnd(next))) return { contentType, contentBytes: null };
  if (next.tag !== context(0)) throw new Malformed('content');
  const wrapper = levelOf(next, cursor);
  const contentBytes = await passOctets(cursor, await cursor.header(), sinkOf(), 0);
  await leave(cursor, wrapper);
  await leave(cursor, info);
  return { contentType, contentBytes };
}

/** Pieces of a streamed OCTET STRING, and pieces of pieces, are one (X.690 8.7.3). */
async function passOctets(cursor: StreamCursor, header: Header, sink: (part: Bytes) => void, depth: number): Promise<number> {
  if (depth > LIMITS.berDepth) throw new Malformed('nested too deep');
  if (header.tag === TAG.octetString && header.length !== null) {
    // Most pieces have come already: a message of small ones must not wait at each.
    const passed = cursor.pipeAtHand(header.length, sink);
    if (passed < header.length) await cursor.pipe(header.length - passed, sink);
    return header.length;
  }
  if (header.tag !== CONSTRUCTED_OCTETS) throw new Malformed('streamed octets');
  const level = levelOf(header, cursor);
  let total = 0;
  while (level.end === null || cursor.position < level.end) {
    const child = cursor.headerAtHand() ?? (await cursor.header());
    if (level.end === null && isEnd(child)) return total;
    total += await passOctets(cursor, child, sink, depth + 1);
  }
  if (cursor.position !== level.end) throw new Malformed('element longer than its container');
  return total;
}

/** The last fields without the ends of what they lie in, which must all be where they should: nothing may follow. */
function withoutEnds(fields: Bytes, levels: readonly Level[], total: number): Bytes {
  const start = total - fields.length;
  const own = total - END_OF_CONTENTS * levels.filter(({ end }) => end === null).length;
  let end = own;
  for (const level of levels.toReversed()) {
    if (level.end !== null && level.end !== end) throw new Malformed('bytes left over');
    if (level.end !== null) continue;
    if (fields[end - start] !== 0 || fields[end - start + 1] !== 0) throw new Malformed('indefinite length without an end');
    end += END_OF_CONTENTS;
  }
  return fields.subarray(0, own - start);
}

/** What stands before the content in the DER of EncapsulatedContentInfo; RFC 5126 archive time-stamps hash it. */
function contentHeader(contentType: Bytes, length: number): Bytes {
  const octets = headerOf(TAG.octetString, length);
  const wrapper = joined(headerOf(context(0), octets.length + length), octets);
  return joined(headerOf(TAG.sequence, contentType.length + wrapper.length + length), contentType, wrapper);
}
