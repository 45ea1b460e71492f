/** Opens a package of evidence with the archive's private key and says how far it can be trusted: sealed, torn, or altered. */
import { bytesEqual } from '../../../../shared/util/bytes.ts';
import { canonicalJson } from '../../journal/index.ts';
import { type EvidenceItem, EvidenceManifest } from '../../../../shared/domain/identification/evidence-manifest.ts';
import { createSuite, decodeFrame, decodeItem, ENC_BYTES, FORMAT, infoOf, MAX_FRAME_BYTES } from './evidence-frame.ts';
import { EMPTY_HEAD, rollHead, sha256 } from './rolling-head.ts';

/** A WebCrypto ECDH key on P-256 that may derive bits. */
type ArchivePrivateKey = Awaited<ReturnType<typeof crypto.subtle.importKey>>;

export interface EvidenceSource {
  /** Total size in bytes. */
  size: number;
  /** Exactly `length` bytes from `offset`, both inside the size. */
  read(offset: number, length: number): Promise<Uint8Array<ArrayBuffer>>;
}

/**
 * `sealed`: complete, and the manifest agrees with every item; the signature over it is still to be judged.
 * `partial`: the session was torn; all items up to `head` are as they were written. `altered`: somebody changed the file.
 * `not-ours`: no package, or one for another archive.
 */
export type EvidenceAnswer =
  | { state: 'sealed'; manifest: EvidenceManifest; manifestHash: string; signedManifest: Uint8Array; signature: Uint8Array }
  | { state: 'partial'; packageId: string; items: number; head: string }
  | { state: 'altered'; packageId: string; items: number }
  | { state: 'not-ours' };

/** Reads frame by frame, so a recording of hours needs no more memory than one frame. @param take is given each item in order. */
export async function readEvidence(
  source: EvidenceSource,
  privateKey: ArchivePrivateKey,
  take: (item: EvidenceItem, bytes: Uint8Array) => Promise<void> = async () => {},
): Promise<EvidenceAnswer> {
  const header = await readHeader(source);
  if (header === null) return { state: 'not-ours' };
  const { packageId } = header;
  const recipient = await createSuite()
    .createRecipientContext({ recipientKey: privateKey, enc: header.enc.buffer, info: infoOf(packageId).buffer })
    .catch(() => null);
  if (recipient === null) return { state: 'not-ours' };

  const items: EvidenceManifest['items'] = [];
  let head = EMPTY_HEAD;
  let manifest: Uint8Array<ArrayBuffer> | null = null;
  for await (const ciphertext of framesOf(source, header.end)) {
    const opened = await recipient.open(ciphertext.buffer).catch(() => null);
    if (opened === null) return items.length === 0 ? { state: 'not-ours' } : { state: 'altered', packageId, items: items.length };
    const frame = decodeFrame(new Uint8Array(opened));
    if (frame?.kind === 'item' && manifest === null) {
      const decoded = decodeItem(frame.payload);
      if (decoded === null) return { state: 'altered', packageId, items: items.length };
      const hash = await sha256(frame.payload);
      items.push({ ...decoded.item, sha256: hash, bytes: decoded.bytes.length });
      head = await rollHead(head, hash);
      await take(decoded.item, decoded.bytes);
    } else if (frame?.kind === 'manifest' && manifest === null) manifest = frame.payload;
    else if (frame?.kind === 'signature' && manifest !== null) return sealedAnswer(packageId, manifest, frame.payload, items, head);
    else return { state: 'altered', packageId, items: items.length };
  }
  return { state: 'partial', packageId, items: items.length, head };
}

async function readHeader(source: EvidenceSource): Promise<{ packageId: string; enc: Uint8Array<ArrayBuffer>; end: number } | null> {
  const lineBytes = FORMAT.length + 1 + 36 + 1;
  const end = lineBytes + 2 + ENC_BYTES;
  if (source.size < end) return null;
  const header = await source.read(0, end);
  const match = /^tekser-evidence\/1\n([0-9a-f-]{36})\n$/.exec(String.fromCharCode(...header.subarray(0, lineBytes)));
  if (match === null || new DataView(header.buffer, header.byteOffset).getUint16(lineBytes) !== ENC_BYTES) return null;
  return { packageId: match[1]!, enc: header.slice(lineBytes + 2), end };
}

/** Whole frames only: what a crash cut off is not there. */
async function* framesOf(source: EvidenceSource, start: number): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  for (let offset = start; offset + 4 <= source.size; ) {
    const length = new DataView((await source.read(offset, 4)).buffer).getUint32(0);
    if (length > MAX_FRAME_BYTES || offset + 4 + length > source.size) return;
    yield await source.read(offset + 4, length);
    offset += 4 + length;
  }
}

/** The manifest must be exactly what follows from the items that are there. */
async function sealedAnswer(
  packageId: string,
  signedManifest: Uint8Array<ArrayBuffer>,
  signature: Uint8Array,
  items: EvidenceManifest['items'],
  head: string,
): Promise<EvidenceAnswer> {
  const altered: EvidenceAnswer = { state: 'altered', packageId, items: items.length };
  let manifest: EvidenceManifest;
  try {
    manifest = EvidenceManifest.parse(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(signedManifest)));
  } catch {
    return altered;
  }
  const expected = new TextEncoder().encode(canonicalJson({ ...manifest, packageId, items, head }));
  if (!bytesEqual(expected, signedManifest)) return altered;
  return { state: 'sealed', manifest, manifestHash: await sha256(signedManifest), signedManifest, signature };
}
