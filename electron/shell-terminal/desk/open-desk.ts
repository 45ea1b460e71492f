/** The workstation without a window: the same core on the same files, driven by a command. */
import { join } from 'node:path';
import type { Connection } from '../../../shared/domain/desk/connection.ts';
import type { CoreHandlers, CorePublisher } from '../../../shared/ipc/contract.ts';
import { loadResources, ResourceInvalid } from '../../adapters/files/resource-files.ts';
import { dataFiles, sealedFiles } from '../../adapters/files/data-directory.ts';
import { createPaperPress } from '../../adapters/pdf-papers/print-paper.ts';
import { createJournalExport } from '../../adapters/journal-export/index.ts';
import { openKeyFileSecretBox } from '../../adapters/sealed/key-file-secret-box.ts';
import { createThreadKeyCustodian } from '../../adapters/key-thread/thread-key-custodian.ts';
import { rememberCollector } from '../../adapters/sealed/sealed-collector.ts';
import { sealedElsewhere } from '../../adapters/sealed/sealed-elsewhere.ts';
import { workstationName } from '../../adapters/workstation-name.ts';
import { type App, createApp } from '../../core/app.ts';
import type { FileSigner } from '../../core/keystore/signing/index.ts';
import { journalOrigin, verifierKeyText } from '../../core/journal/index.ts';
import { connectCollector, connectGateways } from '../../gateways/index.ts';
import { CommandFailure, undetermined } from '../command-failure.ts';
import { EXIT } from '../exit-code.ts';
import { programVersion, RESOURCES } from '../installation.ts';
import { openFiles } from './open-files.ts';
import type { Terminal } from '../terminal.ts';
import { openKeyPorts, SILENT_NOTIFIER } from '../../workstation/open-key-ports.ts';
import { openSigningPorts } from '../../workstation/open-signing-ports.ts';
import { trustedConnection } from './trusted-connection.ts';
import { claimWorkDirectory } from './work-directory.ts';

export interface Desk {
  handlers: CoreHandlers;
  fileSigner: FileSigner;
  restoreJournal: App['restoreJournal'];
  /** The data directory it works in. */
  directory: string;
  close(): Promise<void>;
}

const nothing = () => undefined;
/** Nobody watches: a command reads the answer of its own calls. */
const SILENT: CorePublisher = {
  app: { healthChanged: nothing },
  operator: { sessionChanged: nothing },
  checking: {},
  journal: { appended: nothing, markChanged: nothing, exportProgress: nothing },
  settings: {},
  files: {},
  keys: { keyEnding: nothing },
  issuance: { queueChanged: nothing },
  calls: { deskChanged: nothing, signalled: nothing, said: nothing },
  signing: { changed: nothing, portalsChanged: nothing, settingsAsked: nothing },
  renewal: {},
  training: {},
};

/** @throws {CommandFailure} when the workstation cannot work: nothing may be checked that cannot be written down */
export async function openDesk(named: Connection, data: string | undefined, terminal: Terminal): Promise<Desk> {
  const directory = await claimWorkDirectory(data, named.environment, terminal);
  const workstation = workstationName(directory);
  const origin = journalOrigin({ ...named.organisation, workstation });
  if (await sealedElsewhere(directory, 'key-file')) throw undetermined('data-of-window', directory);
  await using opened = new AsyncDisposableStack();
  const files = await openFiles(directory, origin, terminal).catch((cause: unknown) => {
    throw undetermined('data-unwritable', directory, { cause });
  });
  opened.defer(() => files.journalStore.close());
  const secretBox = await openKeyFileSecretBox(dataFiles(directory).secretKey);
  const keys = await openKeyPorts({ directory, resourcesDirectory: RESOURCES, secretBox, logger: files.logger, notifier: SILENT_NOTIFIER });
  opened.defer(() => keys.close());
  const keyCustodian = createThreadKeyCustodian();
  opened.defer(() => keyCustodian.end());
  const health = files.journalStore.health();
  if (health.state === 'unwritable') throw undetermined('journal-unwritable', health.reason);
  const resources = await loadResources(RESOURCES, files.clock).catch((cause: unknown) => {
    if (!(cause instanceof ResourceInvalid)) throw cause;
    throw new CommandFailure('resource-invalid', EXIT.internal, cause.resource, { cause });
  });
  const connection = await trustedConnection(named, directory, resources.pins);
  const collector = connectCollector(connection, () => verifierKeyText(files.journalSeal.signer));
  opened.defer(() => collector.close());
  await rememberCollector(sealedFiles(directory, secretBox.backend).collector, connection.collector, secretBox).catch((cause: unknown) => {
    throw undetermined('data-unwritable', directory, { cause });
  });
  const app = await createApp(
    {
      ...files,
      ...resources,
      fileJudge: null,
      ...connectGateways(connection, files.clock, resources.policy, { seenTimes: files.seenTimes, fileJudge: null }),
      connection,
      keyCustodian,
      keys: keys.ports,
      portraits: null,
      papers: createPaperPress(join(RESOURCES, 'fonts')),
      journalExport: createJournalExport({ store: files.journalStore, seal: files.journalSeal, directory: dataFiles(directory).exports, clock: files.clock, fonts: join(RESOURCES, 'fonts') }),
      witness: collector.witness,
      entryCollector: collector.entryCollector,
      // Cases are worked on at the window: one program at a time handles the portal's feed.
      issuance: null,
      calls: null,
      signing: openSigningPorts(directory, connection),
      shell: 'terminal',
      version: await programVersion(),
      workstation,
    },
    SILENT,
  );
  await app.start();
  opened.defer(() => app.stop());
  // From here on whoever has the desk closes it, last opened first.
  const whole = opened.move();
  return { handlers: app.handlers, restoreJournal: app.restoreJournal, fileSigner: app.fileSigner, directory, close: () => whole.disposeAsync() };
}
