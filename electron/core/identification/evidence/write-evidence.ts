/** Writes a package of evidence while a session runs: every item is sealed for the archive at once, and a crash leaves all before it valid. */
import { canonicalJson } from '../../journal/index.ts';
import { type EvidenceItem, EvidenceManifest } from '../../../../shared/domain/identification/evidence-manifest.ts';
import { createSuite, encodeFrame, encodeItem, FORMAT, type FrameKind, infoOf, MAX_FRAME_BYTES } from './evidence-frame.ts';
import { EMPTY_HEAD, rollHead, sha256 } from './rolling-head.ts';

export interface EvidenceOptions {
  packageId: string;
  /** Public key of the organisation's archive: an uncompressed P-256 point of 65 bytes. The workstation itself cannot open what it wrote. */
  archiveKey: Uint8Array;
  /** Adds to the end of the package; resolves when the bytes are durable. */
  append(bytes: Uint8Array): Promise<void>;
}

export type ManifestFacts = Pick<EvidenceManifest, 'caseId' | 'operatorId' | 'policyVersion' | 'scriptVersion' | 'openedAt' | 'closedAt'>;

export interface EvidenceWriter {
  /** @throws {RangeError} for an empty item (a recording of nothing proves nothing) or one too large. */
  add(item: EvidenceItem, bytes: Uint8Array): Promise<void>;
  /** Rolling hash over what was added, for the journal. */
  head(): string;
  /** Ends the package; `sign` makes the operator's CAdES signature over the manifest. Nothing can be added afterwards. */
  seal(facts: ManifestFacts, sign: (manifest: Uint8Array) => Promise<Uint8Array>): Promise<{ manifestHash: string }>;
}

/** @throws what WebCrypto throws where the archive key is no point of the curve. */
export async function writeEvidence({ packageId, archiveKey, append }: EvidenceOptions): Promise<EvidenceWriter> {
  const suite = createSuite();
  const recipientPublicKey = await suite.kem.deserializePublicKey(archiveKey.slice().buffer);
  const sender = await suite.createSenderContext({ recipientPublicKey, info: infoOf(packageId).buffer });
  await append(headerOf(packageId, new Uint8Array(sender.enc)));

  const items: EvidenceManifest['items'] = [];
  let head = EMPTY_HEAD;
  let sealed = false;
  /** Frames are numbered by the order they are sealed in, so one waits for the other. */
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = <Value>(task: () => Promise<Value>): Promise<Value> => {
    const turn = last.then(task);
    last = turn.catch(() => undefined);
    return turn;
  };
  const appendFrame = async (kind: FrameKind, payload: Uint8Array): Promise<void> => {
    const ciphertext = new Uint8Array(await sender.seal(encodeFrame(kind, payload).buffer));
    const frame = new Uint8Array(4 + ciphertext.length);
    new DataView(frame.buffer).setUint32(0, ciphertext.length);
    frame.set(ciphertext, 4);
    await append(frame);
  };

  return {
    add: (item, bytes) =>
      inTurn(async () => {
        if (sealed) throw new Error('a sealed package takes no more');
        if (bytes.length === 0 || bytes.length > MAX_FRAME_BYTES / 2) throw new RangeError(`an item of ${bytes.length} bytes`);
        const payload = encodeItem(item, bytes);
        const hash = await sha256(payload);
        await appendFrame('item', payload);
        items.push({ ...item, sha256: hash, bytes: bytes.length });
        head = await rollHead(head, hash);
      }),
    head: () => head,
    seal: (facts, sign) =>
      inTurn(async () => {
        if (sealed) throw new Error('a sealed package is not sealed again');
        const manifest = new TextEncoder().encode(canonicalJson(EvidenceManifest.parse({ format: FORMAT, packageId, ...facts, items, head })));
        // A key or an authority of time that fails leaves the package open: it is sealed at the next try.
        const signature = await sign(manifest);
        sealed = true;
        await appendFrame('manifest', manifest);
        await appendFrame('signature', signature);
        return { manifestHash: await sha256(manifest) };
      }),
  };
}

function headerOf(packageId: string, enc: Uint8Array): Uint8Array {
  const line = new TextEncoder().encode(`${FORMAT}\n${packageId}\n`);
  const header = new Uint8Array(line.length + 2 + enc.length);
  header.set(line);
  new DataView(header.buffer).setUint16(line.length, enc.length);
  header.set(enc, line.length + 2);
  return header;
}
