/**
 * The file of a package of evidence: a line naming the format, the encapsulated key, then one sealed frame after the other.
 *
 * ```
 * "tekser-evidence/1" LF · packageId (36 ASCII) LF · length of enc (2 bytes) · enc · { length (4 bytes) · ciphertext }*
 * ```
 * Numbers are big-endian. HPKE (RFC 9180) numbers the frames itself, so one left out, put elsewhere or taken from another package
 * does not open. A frame cut off by a crash is the end: what came before it stays readable.
 */
import { Aes256Gcm, CipherSuite, DhkemP256HkdfSha256, HkdfSha256 } from '@hpke/core';
import { EvidenceItem } from '../../../../shared/domain/identification/evidence-manifest.ts';

export const FORMAT = 'tekser-evidence/1';
/** Length of `enc` for DHKEM(P-256): an uncompressed point (RFC 9180 7.1). */
export const ENC_BYTES = 65;
/** A second of video is well below; more than this in one frame is no evidence of ours. */
export const MAX_FRAME_BYTES = 64 * 1024 * 1024;

const FRAME_KINDS = ['item', 'manifest', 'signature'] as const;
export type FrameKind = (typeof FRAME_KINDS)[number];

/** DHKEM(P-256, HKDF-SHA256), HKDF-SHA256, AES-256-GCM: what WebCrypto does by itself. */
export const createSuite = (): CipherSuite => new CipherSuite({ kem: new DhkemP256HkdfSha256(), kdf: new HkdfSha256(), aead: new Aes256Gcm() });

/** Binds the frames to this package and this version of the format. */
export const infoOf = (packageId: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(`${FORMAT}\n${packageId}`);

export function encodeFrame(kind: FrameKind, payload: Uint8Array): Uint8Array<ArrayBuffer> {
  const frame = new Uint8Array(1 + payload.length);
  frame[0] = FRAME_KINDS.indexOf(kind);
  frame.set(payload, 1);
  return frame;
}

export function decodeFrame(frame: Uint8Array): { kind: FrameKind; payload: Uint8Array<ArrayBuffer> } | null {
  const kind = FRAME_KINDS[frame[0] ?? FRAME_KINDS.length];
  return kind === undefined ? null : { kind, payload: frame.slice(1) };
}

/** An item is a line of JSON about it, then its bytes as they came. */
export function encodeItem(item: EvidenceItem, bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const line = new TextEncoder().encode(`${JSON.stringify(EvidenceItem.parse(item))}\n`);
  const payload = new Uint8Array(line.length + bytes.length);
  payload.set(line);
  payload.set(bytes, line.length);
  return payload;
}

export function decodeItem(payload: Uint8Array<ArrayBuffer>): { item: EvidenceItem; bytes: Uint8Array<ArrayBuffer> } | null {
  const end = payload.indexOf(0x0a);
  if (end < 0) return null;
  try {
    const item = EvidenceItem.parse(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(payload.subarray(0, end))));
    return { item, bytes: payload.slice(end + 1) };
  } catch {
    return null;
  }
}
