/** Content of any size as a stream: a gigabyte detached and a hundred megabytes attached, beside the bare digest of node:crypto in the same run. */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileByteSource } from '../../../electron/adapters/files/file-byte-source.ts';
import { nodeStreamedDigests } from '../../../electron/adapters/node-streamed-digests.ts';
import { verifyStream } from '../../../electron/core/trust/stream/verify-stream.ts';
import { extendedKeyUsage } from '../../../electron/stand/authority/certificate.ts';
import { streamedBer } from '../../fakes/documents/streamed-ber.ts';
import { issue, NOW, parsed, PURPOSE } from '../../unit/trust/trial/trial-authority.ts';
import { contentTypeAttribute, OID, signature, token } from '../../unit/trust/trial/trial-signature.ts';
import { attribute } from '../../../electron/stand/authority/signed-data.ts';
import { octets } from '../../../electron/stand/authority/asn1.ts';
import type { Row } from './rows.ts';

const MIB = 1 << 20;
const DETACHED_MIB = 1024;
const ATTACHED_MIB = 100;
const ROUNDS = 3;

export interface LargeFigures {
  rows: Row[];
  /** How much the process grew while the gigabyte was verified. */
  grownMib: number;
}

export async function benchLarge(): Promise<LargeFigures> {
  const folder = await mkdtemp(join(tmpdir(), 'tekser-large-'));
  try {
    return await measured(folder);
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function measured(folder: string): Promise<LargeFigures> {
  const root = await issue('root', null);
  const signer = await issue('signer', root);
  const stamper = await issue('tsa', root, { extensions: [extendedKeyUsage([PURPOSE.timeStamping], true)] });
  const world = { store: { anchors: [parsed(root)], intermediates: [] }, revocation: { statusOf: async () => ({ state: 'good', asOf: NOW }) as const }, now: NOW };
  const stamp = (value: Uint8Array): Uint8Array[] => [token({ authority: stamper, stamped: value })];
  const sourceOf = async (name: string, ...parts: readonly Uint8Array[]) => {
    const path = join(folder, name);
    const file = await open(path, 'w');
    for (const part of parts) await file.write(part);
    await file.close();
    return fileByteSource(path);
  };
  const verified = async (question: Parameters<typeof verifyStream>[0]): Promise<void> => {
    const { state } = await verifyStream(question, world, nodeStreamedDigests);
    if (state !== 'good') throw new Error(`a good signature was called ${state}`);
  };

  const piece = new Uint8Array(MIB).fill(66);
  const content = await sourceOf('content', ...Array.from({ length: DETACHED_MIB }, () => piece));
  const path = join(folder, 'content');
  // Once before it counts: the file was written a moment ago and is still on its way to the disk.
  const digest = await bareDigest(path);
  const attributes = [contentTypeAttribute(OID.data), attribute(OID.messageDigest, octets(digest))];
  const detached = await sourceOf('detached.cms', signature({ content: new Uint8Array(), detached: true, signers: [{ signer, attributes, stamp }] }));
  const before = process.memoryUsage().rss;
  let most = before;
  const rates = { product: [] as number[], bare: [] as number[] };
  for (let round = 0; round < ROUNDS; round += 1) {
    rates.bare.push(await rateOf(DETACHED_MIB, () => bareDigest(path)));
    const question = { signature: detached, content, progress: () => void (most = Math.max(most, process.memoryUsage.rss())) };
    rates.product.push(await rateOf(DETACHED_MIB, () => verified(question)));
  }

  const large = new Uint8Array(ATTACHED_MIB * MIB).fill(67);
  const attached = signature({ content: large, signers: [{ signer, stamp }] });
  const der = await sourceOf('attached.cms', attached);
  const ber = await sourceOf('streamed.cms', streamedBer(attached, { pieceBytes: 4096 }));
  const inDer = await rateOf(ATTACHED_MIB, () => verified({ signature: der }));
  const inBer = await rateOf(ATTACHED_MIB, () => verified({ signature: ber }));
  return {
    rows: [
      { name: `detached, SHA-256, ${DETACHED_MIB} MiB`, unit: 'MiB/s', 'product': median(rates.product), 'node:crypto': median(rates.bare) },
      { name: `attached in DER, ${ATTACHED_MIB} MiB`, unit: 'MiB/s', product: inDer },
      { name: `attached in BER pieces of 4 KiB, ${ATTACHED_MIB} MiB`, unit: 'MiB/s', product: inBer },
    ],
    grownMib: Math.round((most - before) / MIB),
  };
}

async function rateOf(mib: number, work: () => Promise<unknown>): Promise<number> {
  const from = performance.now();
  await work();
  return Math.round((1000 * mib) / (performance.now() - from));
}

const median = (rates: readonly number[]): number => rates.toSorted((a, b) => a - b)[rates.length >> 1]!;

async function bareDigest(path: string): Promise<Uint8Array> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path, { highWaterMark: MIB })) hash.update(chunk as Buffer);
  return hash.digest();
}
