/** Asks who watches over the journal whether this is the one it signed for: what an older copy or a new signature over everything would hide. */
import { existsSync } from 'node:fs';
import type { Collector } from '../../../shared/domain/desk/connection.ts';
import { dataFiles, sealedFiles } from '../../adapters/files/data-directory.ts';
import { openKeyFileSecretBox } from '../../adapters/sealed/key-file-secret-box.ts';
import { rememberedCollector } from '../../adapters/sealed/sealed-collector.ts';
import { findingOfWitness, type JournalSeal, verifierKeyText, type WitnessFinding } from '../../core/journal/index.ts';
import { connectCollector } from '../../gateways/index.ts';
import type { JournalStore } from '../../ports/journal/journal-store.ts';
import { undetermined } from '../command-failure.ts';
import { loadConnection } from '../desk/load-connection.ts';

/** `witness` is its verifier key: who reads it can see that it is the witness he expects. */
export type AskedWitness =
  | (WitnessFinding & { witness: string })
  /** No desk on this directory was ever connected to one, or its address cannot be opened here. */
  | { state: 'unknown' };

/** @param source a connection; where none is named, the collector the desk was connected to last @throws {CommandFailure} */
export async function askJournalWitness(store: JournalStore, { signer }: JournalSeal, directory: string, source: string | undefined): Promise<AskedWitness> {
  const collector = source === undefined ? await rememberedHere(directory) : ((await loadConnection(source)).collector ?? null);
  if (collector === null) return { state: 'unknown' };
  const connected = connectCollector({ collector }, () => verifierKeyText(signer));
  try {
    return { ...(await findingOfWitness(store, signer, connected.witness!)), witness: collector.witnessKey };
  } finally {
    await connected.close();
  }
}

async function rememberedHere(directory: string): Promise<Collector | null> {
  const { secretKey } = dataFiles(directory);
  if (!existsSync(secretKey)) return null;
  try {
    const box = await openKeyFileSecretBox(secretKey);
    return await rememberedCollector(sealedFiles(directory, box.backend).collector, box);
  } catch (cause) {
    throw undetermined('data-unwritable', directory, { cause });
  }
}
