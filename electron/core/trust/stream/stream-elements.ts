/** Elements of a message as they come in, in DER or in BER without lengths (X.690 8.1.3): entered, read whole where they are small, and left. */
import { definiteLengths } from '../asn1/ber-envelope.ts';
import type { Bytes } from '../asn1/der.ts';
import { Malformed } from '../malformed.ts';
import { joined } from '../asn1/der-writer.ts';
import type { Header, StreamCursor } from './stream-cursor.ts';

const LARGEST_FIELD = 64 * 1024;
export const END_OF_CONTENTS = 2;

/** Where an element ends: known from its length, or by its end-of-contents octets. */
export interface Level {
  end: number | null;
}

export const enter = async (cursor: StreamCursor, tag: number): Promise<Level> => levelOf(await expected(cursor, tag), cursor);

async function expected(cursor: StreamCursor, tag: number): Promise<Header> {
  const header = await cursor.header();
  if (header.tag !== tag) throw new Malformed(`tag ${header.tag.toString(16)} where ${tag.toString(16)} must be`);
  return header;
}

/** One small element, in DER. */
export async function field(cursor: StreamCursor, tag: number): Promise<Bytes> {
  const { length, encoded } = await expected(cursor, tag);
  if (length !== null && length > LARGEST_FIELD) throw new Malformed('field too large');
  if (length === null) return indefiniteField(cursor, encoded);
  return joined(encoded, await cursor.take(length));
}

/** Elements up to the end-of-contents octets; the reader of BER makes them definite. */
async function indefiniteField(cursor: StreamCursor, encoded: Bytes): Promise<Bytes> {
  const parts = [encoded];
  for (let size = 0; size <= LARGEST_FIELD; ) {
    const header = await cursor.header();
    if (header.length === null || header.length > LARGEST_FIELD) throw new Malformed('field too large');
    const part = joined(header.encoded, await cursor.take(header.length));
    parts.push(part);
    if (part[0] === 0 && part.length === END_OF_CONTENTS) return definiteLengths(joined(...parts));
    size += part.length;
  }
  throw new Malformed('field too large');
}

export const isEnd = ({ tag, length }: Header): boolean => tag === 0 && length === 0;

export const levelOf = ({ length }: Header, cursor: StreamCursor): Level => ({ end: length === null ? null : cursor.position + length });

export async function leave(cursor: StreamCursor, { end }: Level): Promise<void> {
  const isLeft = end === null ? isEnd(await cursor.header()) : end === cursor.position;
  if (!isLeft) throw new Malformed('element longer than its container');
}
