/** A workstation that only delivers: entries made beforehand, the product's own connection to the fleet, and a watch. */
import { ed25519Key } from '../../../electron/adapters/sealed/ed25519-key.ts';
import { noteSigner, verifierKeyText } from '../../../electron/core/journal/index.ts';
import { signCheckpoint } from '../../../electron/core/journal/proof/checkpoint.ts';
import { connectCollector } from '../../../electron/gateways/index.ts';
import type { Connection } from '../../../shared/domain/desk/connection.ts';
import { bytesToHex } from '../../../shared/util/bytes.ts';
import { journalHistory, rootAt } from '../../fakes/journal-history.ts';

export interface DeskFigures {
  /** Milliseconds from a batch to the receipt of all of it, attempts included. */
  batches: number[];
  /** Instants at which receipts came, in milliseconds of one clock. */
  receipts: number[];
  /** From the last receipt to the signature over everything. */
  cosignMs: number;
  attemptsFailed: number;
}

const RETRY_MS = 100;
const nowMs = (): number => performance.now();
const encoder = new TextEncoder();

/** @param paceMs between the beginnings of two batches; 0 for as fast as it goes */
export async function runSimulatedDesk(number: number, collector: NonNullable<Connection['collector']>, entries: number, batch: number, paceMs: number): Promise<DeskFigures & { log: string; head: string }> {
  const signer = noteSigner(`tekser/100000000000/branch-${number % 20}/desk-${number}`, ed25519Key(new Uint8Array(32).fill(number % 251).fill(number >> 8, 0, 1)));
  const { texts, leaves } = journalHistory(entries, `-${number}`);
  const copies = texts.map((text, index) => ({ sequence: index + 1, hash: bytesToHex(leaves[index]!), bytes: encoder.encode(text) }));
  const connected = connectCollector({ collector }, () => verifierKeyText(signer));
  const log = { name: signer.name, verifierKey: verifierKeyText(signer), start: { size: 0, peaks: [] } };
  const figures: DeskFigures = { batches: [], receipts: [], cosignMs: 0, attemptsFailed: 0 };

  let through = 0;
  while (through < entries) {
    const began = nowMs();
    const goal = Math.min(entries, through + batch);
    while (through < goal) {
      const answer = await connected.entryCollector!.copy(log, copies.slice(through, goal));
      if (answer.ok) through = answer.value.through;
      else {
        figures.attemptsFailed += 1;
        await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
      }
    }
    figures.receipts.push(nowMs());
    figures.batches.push(nowMs() - began);
    const rest = paceMs - (nowMs() - began);
    if (rest > 0 && through < entries) await new Promise((resolve) => setTimeout(resolve, rest));
  }
  const delivered = nowMs();
  const checkpoint = signCheckpoint({ size: entries, root: rootAt(leaves, entries) }, signer);
  for (;;) {
    const signed = await connected.witness!.cosign({ oldSize: 0, proof: [], checkpoint });
    if (signed.ok) break;
    figures.attemptsFailed += 1;
    await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
  }
  figures.cosignMs = nowMs() - delivered;
  await connected.close();
  return { ...figures, log: signer.name, head: bytesToHex(leaves.at(-1)!) };
}
