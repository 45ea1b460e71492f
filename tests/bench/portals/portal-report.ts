/** The signing service of the portals: how soon it is there, answers and asks; and how much memory a file larger than memory takes. */
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import WebSocket from 'ws';
import { openKeyFileSecretBox } from '../../../electron/adapters/sealed/key-file-secret-box.ts';
import { openLoopbackAuthority } from '../../../electron/adapters/ncalayer/loopback-authority.ts';
import { servePortals } from '../../../electron/adapters/ncalayer/serve-portals.ts';
import { systemClock } from '../../../electron/adapters/system-clock.ts';
import { nodeStreamedDigests } from '../../../electron/adapters/node-streamed-digests.ts';
import { signPieces } from '../../../electron/core/keystore/signing/index.ts';
import { portalBench } from '../../fakes/benches/portal-bench.ts';
import { openTrialKey, trialKey } from '../../fakes/trial-signing-key.ts';
import { type Spread, spreadOf } from '../statistics.ts';

const SAMPLES = 20;
const STARTS = 8;
const SIGN = '{"module":"kz.gov.pki.knca.basics","method":"sign","args":{"format":"cms","data":"MTEK","signingParams":{"decode":"true"},"signerParams":{"extKeyUsageOids":[]}}}';
const PIECE = 1024 * 1024;

export interface PortalReport {
  /** Milliseconds. */
  firstReady: Spread;
  ready: Spread;
  greeting: Spread;
  dialog: Spread;
  /** One document of `megabytes`, signed attached by RSA-2048: until the dialog, until the answer; resident memory beyond the start, the page's side included. */
  largest: { megabytes: number; dialogMs: number; answerMs: number; grownMegabytes: number };
  /** A file of `megabytes`, attached, RSA-2048 with SHA-256; `grownMegabytes` of resident memory beyond the start. */
  stream: { megabytes: number; megabytesPerSecond: number; hashAloneMegabytesPerSecond: number; grownMegabytes: number };
}

/** @param megabytes of the streamed file */
export async function measurePortals(megabytes: number): Promise<PortalReport> {
  const { greeting, dialog } = await measureConversation();
  return { ...(await measureStarts()), greeting, dialog, largest: await measureLargest(), stream: await measureStream(megabytes) };
}

/** From the finished core to a listening port: with an authority to be made, and with one that is there. */
async function measureStarts(): Promise<Pick<PortalReport, 'firstReady' | 'ready'>> {
  const first: number[] = [];
  const later: number[] = [];
  for (let i = 0; i < STARTS; i += 1) {
    const folder = mkdtempSync(join(tmpdir(), 'tekser-bench-'));
    const box = await openKeyFileSecretBox(join(folder, 'secret.key'));
    for (const figures of [first, later]) {
      const started = performance.now();
      const authority = await openLoopbackAuthority(folder, box, new Date());
      const server = await servePortals({ port: 0, authority, clock: systemClock, open: () => ({ receive: () => undefined, end: () => undefined, waitingLength: () => 0 }), report: () => undefined, onFault: () => undefined });
      figures.push(performance.now() - started);
      await server.close();
    }
    rmSync(folder, { recursive: true });
  }
  return { firstReady: spreadOf(first), ready: spreadOf(later) };
}

async function measureConversation(): Promise<Pick<PortalReport, 'greeting' | 'dialog'>> {
  const bench = await portalBench();
  bench.person = 'wait';
  bench.ports.policy = { ...bench.ports.policy, origins: [{ origin: 'https://portal.test', decision: 'allow' }] };
  const greeting: number[] = [];
  const dialog: number[] = [];
  for (let i = 0; i < SAMPLES; i += 1) {
    const started = performance.now();
    const socket = new WebSocket(bench.url, { ca: bench.authority.certificate, headers: { origin: 'https://portal.test' } });
    await new Promise((resolve) => void socket.once('message', resolve));
    greeting.push(performance.now() - started);
    const asked = performance.now();
    const shown = bench.views.length;
    socket.send(SIGN);
    while (bench.views.length === shown) await new Promise((resolve) => void setImmediate(resolve));
    dialog.push(performance.now() - asked);
    await bench.calls.cancel(bench.views.at(-1)!.requestId);
    socket.terminate();
  }
  await bench.close();
  return { greeting: spreadOf(greeting), dialog: spreadOf(dialog) };
}

/** As large as a page may send. */
const LARGEST_MEGABYTES = 100;

async function measureLargest(): Promise<PortalReport['largest']> {
  const bench = await portalBench('RSA-2048');
  bench.ports.policy = { ...bench.ports.policy, origins: [{ origin: 'https://portal.test', decision: 'allow' }] };
  const socket = new WebSocket(bench.url, { ca: bench.authority.certificate, headers: { origin: 'https://portal.test' }, maxPayload: 4 * LARGEST_MEGABYTES * PIECE });
  await new Promise((resolve) => void socket.once('message', resolve));
  const request = SIGN.replace('MTEK', Buffer.alloc(LARGEST_MEGABYTES * PIECE, 7).toString('base64'));
  const before = process.memoryUsage.rss();
  let most = before;
  let dialogMs = 0;
  const asked = performance.now();
  const watch = setInterval(() => {
    most = Math.max(most, process.memoryUsage.rss());
    if (dialogMs === 0 && bench.views.length > 0) dialogMs = Math.round(performance.now() - asked);
  }, 5);
  const answered = new Promise<number>((resolve) => void socket.once('message', (data: Buffer) => resolve(data.length)));
  socket.send(request);
  const length = await answered;
  const answerMs = Math.round(performance.now() - asked);
  clearInterval(watch);
  socket.terminate();
  await bench.close();
  if (length < LARGEST_MEGABYTES * PIECE) throw new Error('the answer is shorter than the document');
  return { megabytes: LARGEST_MEGABYTES, dialogMs, answerMs, grownMegabytes: Math.round((Math.max(most, process.memoryUsage.rss()) - before) / PIECE) };
}

async function measureStream(megabytes: number): Promise<PortalReport['stream']> {
  const key = await openTrialKey(await trialKey('RSA-2048', new Date()));
  const piece = new Uint8Array(PIECE).fill(7);
  async function* content(): AsyncGenerator<Uint8Array> {
    for (let i = 0; i < megabytes; i += 1) yield piece;
  }
  const before = process.memoryUsage().rss;
  let most = before;
  const started = performance.now();
  let written = 0;
  const signed = await signPieces(content, { key, scheme: key.schemes[0]!, at: new Date(), attached: true, timeStamps: null, digests: nodeStreamedDigests });
  if (!signed.ok) throw new Error('not signed');
  for await (const part of signed.value) {
    written += part.length;
    most = Math.max(most, process.memoryUsage().rss);
  }
  const seconds = (performance.now() - started) / 1000;
  if (written < megabytes * PIECE) throw new Error('the signature is shorter than its content');
  const hash = createHash('sha256');
  const hashing = performance.now();
  for (let i = 0; i < megabytes; i += 1) hash.update(piece);
  hash.digest();
  return {
    megabytes,
    megabytesPerSecond: Math.round(megabytes / seconds),
    hashAloneMegabytesPerSecond: Math.round((megabytes * 1000) / (performance.now() - hashing)),
    grownMegabytes: Math.round((most - before) / PIECE),
  };
}
