/** A file that is read several times for one signature: each reading is held against the digest that a person was shown, or that is written down. */
import { bytesEqual } from '../../../../../shared/util/bytes.ts';
import type { StreamedDigests } from '../../../../ports/trust/streamed-digests.ts';
import type { Bytes } from '../../../trust/asn1/index.ts';
import { StreamedSignatureFailed } from './sign-pieces.ts';

/**
 * The same pieces; at their end nothing but a throw where they were others.
 * @param digest SHA-256 of the whole file
 * @throws {StreamedSignatureFailed} before a key has signed: it signs when it has heard the last piece
 */
export async function* unchangedPieces(pieces: AsyncIterable<Uint8Array>, digest: Bytes, digests: StreamedDigests): AsyncGenerator<Uint8Array> {
  const heard = digests.create('SHA-256');
  for await (const piece of pieces) {
    heard.update(piece);
    yield piece;
  }
  if (!bytesEqual(heard.digest(), digest)) throw new StreamedSignatureFailed({ code: 'document-changed' });
}
