/** What a person is shown of a document before signing it: its text where it is one, else its kind, always size and digest. */
import type { DocumentPreview, DocumentToSign } from '../../../../../shared/domain/signing/signing-request.ts';
import { bytesToHex } from '../../../../../shared/util/bytes.ts';
import { digestOf } from '../../../trust/algorithms/index.ts';
import type { Bytes } from '../../../trust/asn1/index.ts';
import { readExistingSignature } from '../cms/read-existing.ts';

/** More nobody reads in a dialog, and the page would crawl. */
const SHOWN_BYTES = 64 * 1024;
const PDF = [0x25, 0x50, 0x44, 0x46, 0x2d];
/** Controls other than tab and ends of lines: a text does not hold them. Directions of writing could show another text than is signed. */
// oxlint-disable-next-line no-control-regex
const NOT_TEXT = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u202a-\u202e\u2066-\u2069]/;

export async function describeDocument(bytes: Bytes, name: string | null): Promise<DocumentToSign> {
  const existing = readExistingSignature(bytes);
  const shown = existing?.content ?? (existing === null ? bytes : null);
  return {
    name,
    size: bytes.length,
    digestHex: bytesToHex(await digestOf('SHA-256', bytes)),
    signatures: existing?.signerInfos.length ?? 0,
    preview: shown === null ? { kind: 'digest-only' } : previewOf(shown),
  };
}

/** What a signature made over it would be about: of a CMS the document inside. */
export const contentOf = (bytes: Bytes): Bytes | null => {
  const existing = readExistingSignature(bytes);
  return existing === null ? bytes : existing.content;
};

export const describeDigest = (digest: Bytes): DocumentToSign => ({
  name: null,
  size: null,
  digestHex: bytesToHex(digest),
  signatures: 0,
  preview: { kind: 'digest-only' },
});

export function previewOf(bytes: Bytes): DocumentPreview {
  if (PDF.every((octet, i) => bytes[i] === octet)) return { kind: 'pdf' };
  const shortened = bytes.length > SHOWN_BYTES;
  const text = decoded(shortened ? bytes.subarray(0, SHOWN_BYTES) : bytes, shortened);
  return text === null || NOT_TEXT.test(text) ? { kind: 'binary' } : { kind: 'text', text, shortened };
}

/** Null for what is no UTF-8; a shortened text may end inside a letter. */
function decoded(bytes: Bytes, shortened: boolean): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: shortened });
  } catch {
    return null;
  }
}
