/** A CMS too large for memory, its content inside: what is around the content, the digest of it, and the content again as it passes. */
import type { StreamedDigests } from '../../../../ports/trust/streamed-digests.ts';
import type { Hash } from '../../../trust/algorithms/index.ts';
import { type Bytes, Malformed } from '../../../trust/asn1/index.ts';
import { StreamCursor, splitSignedData, unarmoured } from '../../../trust/stream/index.ts';
import { createContentHash } from '../content-hash.ts';
import { CMS_OID } from './elements.ts';
import { readExistingSignature } from './read-existing.ts';
import type { SignedDataParts } from './signed-data.ts';

export interface LargeCms {
  /** Without its content. */
  parts: SignedDataParts;
  digest: Bytes;
}

/** Null for anything else, a CMS without its content included: then it is a document like any other. */
export async function readLargeCms(pieces: AsyncIterable<Uint8Array>, hash: Hash, digests: StreamedDigests): Promise<LargeCms | null> {
  const content = createContentHash(hash, digests);
  const cursor = cursorOver(pieces);
  try {
    const { skeleton, contentBytes } = await splitSignedData(cursor, () => (part) => content.update(part));
    const parts = contentBytes === null ? null : readExistingSignature(skeleton);
    return parts === null || parts.contentType !== CMS_OID.data ? null : { parts, digest: content.digest() };
  } catch (error) {
    if (error instanceof Malformed) return null;
    throw error;
  } finally {
    await cursor.close();
  }
}

const cursorOver = (pieces: AsyncIterable<Uint8Array>): StreamCursor => new StreamCursor(unarmoured({ bytes: 0, read: () => pieces as AsyncIterable<Bytes> }));

/**
 * Content octets in the order they lie, each piece good until the next is asked for.
 * @throws {Malformed} where the file is another one than was read before, and what the source throws
 */
export async function* contentPieces(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<Bytes> {
  const source = pieces[Symbol.asyncIterator]();
  const gate = createGate();
  const parts: Bytes[] = [];
  // The reader of the CMS asks for a piece only when it has passed on all of the last one, and gets it when that was taken from here.
  const ended = splitSignedData(cursorOver(gate.pieces), () => (part) => void parts.push(part)).then(() => null);
  try {
    for (;;) {
      const hand = await Promise.race([gate.asked(), ended]);
      yield* parts.splice(0);
      if (hand === null) return;
      hand(await source.next());
    }
  } finally {
    await source.return?.();
  }
}

type Hand = (piece: IteratorResult<Uint8Array>) => void;

/** Two sides of one stream: who asks for a piece waits until the other side hands it over. */
function createGate(): { pieces: AsyncIterable<Uint8Array>; asked(): Promise<Hand> } {
  let question = Promise.withResolvers<Hand>();
  const next = (): Promise<IteratorResult<Uint8Array>> =>
    new Promise((resolve) => {
      const { resolve: ask } = question;
      question = Promise.withResolvers<Hand>();
      ask(resolve);
    });
  let asked = question.promise;
  return {
    pieces: { [Symbol.asyncIterator]: () => ({ next }) },
    async asked() {
      const hand = await asked;
      asked = question.promise;
      return hand;
    },
  };
}
