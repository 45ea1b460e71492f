/** The key store of this workstation for commands: the same records, custodian and journal as behind the window. */
import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import type { JournalEvent } from '../../../shared/domain/journal/journal-event.ts';
import type { KeyRefusal } from '../../../shared/domain/keys/key-view.ts';
import { makeDataDirectory, dataFiles } from '../../adapters/files/data-directory.ts';
import { createFileLogger } from '../../adapters/log/file-logger.ts';
import { openKeyFileSecretBox } from '../../adapters/sealed/key-file-secret-box.ts';
import { createThreadKeyCustodian } from '../../adapters/key-thread/thread-key-custodian.ts';
import { loadResources } from '../../adapters/files/resource-files.ts';
import { openSqliteJournalStore } from '../../adapters/sqlite/sqlite-journal-store.ts';
import { systemClock } from '../../adapters/system-clock.ts';
import { workstationName } from '../../adapters/workstation-name.ts';
import { createKeyStore, type KeyStore } from '../../core/keystore/index.ts';
import { openKeyPorts, SILENT_NOTIFIER } from '../../workstation/open-key-ports.ts';
import type { KeyPorts } from '../../ports/keys/key-ports.ts';
import { undetermined } from '../command-failure.ts';
import type { CommonOptions } from '../commands/command.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import { RESOURCES } from '../installation.ts';
import { columnSealOf } from '../journal/journal-proof.ts';
import type { Terminal } from '../terminal.ts';
import { type KeysText, keysTexts } from '../texts/keys/index.ts';
import { findDirectory } from '../desk/work-directory.ts';

/** Nobody is signed in at a terminal; the entry says which workstation it was. */
export const BY_COMMAND = { operatorId: null, purpose: null };

type KeyWork = (store: KeyStore, text: KeysText, ports: Pick<KeyPorts, 'tokens'>) => Promise<ExitCode>;

export async function withKeyStore(place: CommonOptions, terminal: Terminal, work: KeyWork): Promise<ExitCode> {
  const directory = await findDirectory(place, terminal);
  await makeDataDirectory(directory);
  const files = dataFiles(directory);
  const custodian = createThreadKeyCustodian();
  const logger = createFileLogger({ file: files.log, clock: systemClock });
  const secretBox = await openKeyFileSecretBox(files.secretKey);
  const { ports, close } = await openKeyPorts({ directory, resourcesDirectory: RESOURCES, secretBox, logger, notifier: SILENT_NOTIFIER });
  const { policy } = await loadResources(RESOURCES, systemClock);
  try {
    const store = createKeyStore({
      ...ports,
      custodian,
      clock: systemClock,
      policy,
      randomId: randomUUID,
      // Without a connection nobody can be asked whether a certificate was revoked.
      worthOf: async () => 'unknown',
      journal: { record: (event) => record(directory, event) },
    });
    return await work(store, keysTexts(terminal.language), ports);
  } finally {
    await custodian.end();
    await close();
  }
}

/** @throws {CommandFailure} where there is no journal yet: what cannot be written down is not done */
async function record(directory: string, event: JournalEvent) {
  const file = dataFiles(directory).journal;
  if (!existsSync(file)) throw undetermined('journal-missing', directory);
  const store = openSqliteJournalStore({ file, clock: systemClock, seal: await columnSealOf(directory) });
  try {
    return await store.append({ id: randomUUID(), at: systemClock.now().toISOString(), ...BY_COMMAND, workstation: workstationName(directory), event }, null);
  } finally {
    await store.close();
  }
}

/** Says why not. */
export function answerRefusal(terminal: Terminal, text: KeysText, refused: KeyRefusal): ExitCode {
  terminal.answer([text.refused(refused)], { refused });
  return EXIT.notValid;
}
