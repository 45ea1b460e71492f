/** The portrait out of the signed content: a picture by its first bytes, or nothing. */
import type { DocumentView } from '../../../shared/domain/checking/check-outcome.ts';
import { decodeBase64 } from '../../../shared/util/base64.ts';

type Portrait = NonNullable<DocumentView['photo']>;

/** Signatures of PNG (RFC 2083 section 3.1) and of a JPEG stream (SOI and the first marker). */
const MAGIC: readonly { mime: Portrait['mime']; bytes: readonly number[] }[] = [
  { mime: 'image/png', bytes: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] },
  { mime: 'image/jpeg', bytes: [0xff, 0xd8, 0xff] },
];

/** `base64` as signed; null where there is none, or where the bytes are no picture we show. */
export function portraitOf(base64: string | null): Portrait | null {
  const bytes = base64 === null ? null : decodeBase64(base64);
  if (bytes === null) return null;
  const kind = MAGIC.find((candidate) => candidate.bytes.every((byte, index) => bytes[index] === byte));
  return kind === undefined ? null : { mime: kind.mime, bytes };
}
