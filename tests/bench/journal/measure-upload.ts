/** Copies of a journal's newest entries on their way to the collector of one desk: over HTTP to the stand, which keeps them before it answers. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ed25519Key } from '../../../electron/adapters/sealed/ed25519-key.ts';
import { systemClock } from '../../../electron/adapters/system-clock.ts';
import { systemTimers } from '../../../electron/adapters/system-timers.ts';
import { createCopying } from '../../../electron/core/delivery/create-copying.ts';
import { noteSigner, verifierKeyText } from '../../../electron/core/journal/index.ts';
import { connectCollector } from '../../../electron/gateways/index.ts';
import type { JournalStore } from '../../../electron/ports/journal/journal-store.ts';
import { startStand } from '../../../electron/stand/index.ts';

const MOST = 20_480;

export interface UploadFigures {
  perSecond: number;
  /** Of processor time for each entry, the stand's own work included: it runs in this process. */
  microseconds: number;
}

/** @param entries the journal holds; what lies before the newest of them counts as let go */
export async function measureUpload(store: JournalStore, entries: number): Promise<UploadFigures> {
  const count = Math.min(MOST, entries);
  const folder = mkdtempSync(join(tmpdir(), 'tekser-bench-upload-'));
  const stand = await startStand({ dataDirectory: folder });
  // A name of its own each time: the figures of a journal that is kept are taken again.
  const signer = noteSigner(`tekser/bench/${crypto.randomUUID()}`, ed25519Key(crypto.getRandomValues(new Uint8Array(32))));
  const connected = connectCollector(await stand.connection(), () => verifierKeyText(signer));
  const copying = createCopying({
    store: { ...store, forgotten: async () => entries - count },
    seal: { signer },
    collector: connected.entryCollector!,
    clock: systemClock,
    timers: systemTimers,
    logger: { note: () => {}, fault: () => '' },
    pauses: () => ({ firstMs: 1_000, longestMs: 1_000 }),
    random: Math.random,
    isSound: () => true,
    marksDelivered: async () => {},
    onChange: () => {},
  });
  try {
    const started = performance.now();
    const before = process.cpuUsage();
    await copying.copyNow();
    const { user, system } = process.cpuUsage(before);
    const perSecond = Math.round((count * 1_000) / (performance.now() - started));
    const { through } = await copying.state();
    if (through !== entries) throw new Error(`of ${entries} entries ${through} were copied`);
    return { perSecond, microseconds: Math.round(((user + system) / count) * 10) / 10 };
  } finally {
    await connected.close();
    await stand.close();
    rmSync(folder, { recursive: true });
  }
}
