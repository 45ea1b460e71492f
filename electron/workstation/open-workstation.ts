/** Everything behind the window: adapters, gateways, core and, where no connection is given, the embedded stand. */
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { contract } from '../../shared/ipc/contract.ts';
import type { Preferences } from '../../shared/domain/desk/app-state.ts';
import { type Result, success } from '../../shared/util/result.ts';
import { dataFiles } from '../adapters/files/data-directory.ts';
import { createPaperPress } from '../adapters/pdf-papers/print-paper.ts';
import { createFileLogger } from '../adapters/log/file-logger.ts';
import { createThreadFaceComparer } from '../adapters/face-threads/thread-face-comparer.ts';
import { createFileKeptEvidence } from '../adapters/file-kept-evidence.ts';
import { createFileSeenTimeStore } from '../adapters/file-seen-time-store.ts';
import { createPoolFileJudge } from '../adapters/judging-pool/pool-file-judge.ts';
import { createThreadKeyCustodian } from '../adapters/key-thread/thread-key-custodian.ts';
import { loadResources } from '../adapters/files/resource-files.ts';
import { systemClock } from '../adapters/system-clock.ts';
import { systemTimers } from '../adapters/system-timers.ts';
import { workstationName } from '../adapters/workstation-name.ts';
import { type AppPorts, createApp } from '../core/app.ts';
import { connectionTrust } from '../core/connection-trust.ts';
import { connectGateways, createEvidenceSource } from '../gateways/index.ts';
import { createEventQueue } from '../ipc/event-queue.ts';
import { createPublisher } from '../ipc/publisher.ts';
import { serveContract } from '../ipc/serve-contract.ts';
import type { Clock } from '../ports/clock.ts';
import type { Stand } from '../stand/index.ts';
import { namedPortalPort, openPortals } from './open-portals.ts';
import { openKeyPorts, SILENT_NOTIFIER } from './open-key-ports.ts';
import { openCallPorts } from './open-call-ports.ts';
import { openIssuancePorts } from './open-issuance-ports.ts';
import { openJournalPorts } from './open-journal-ports.ts';
import { openSigningPorts } from './open-signing-ports.ts';
import { watchOperator } from './operator-presence.ts';
import { settleTrust } from './settle-trust.ts';
import type { StartRefusal } from './start-refusal.ts';
import { watchAttention } from './wanted-attention.ts';
import { awaitWindow } from './window-shown.ts';
import type { Workstation, WorkstationOptions } from './workstation.ts';

export const DEFAULT_PREFERENCES: Preferences = {
  language: 'kk',
  theme: 'system',
  cameraId: null,
  cameraOn: true,
  sound: true,
  handheld: null,
  lastPurpose: null,
};

/** @throws what a broken installation throws: a resource that is no resource, a sealed key that cannot be opened. */
export async function openWorkstation(options: WorkstationOptions): Promise<Result<Workstation, StartRefusal>> {
  const { claim, origin, output, clock = systemClock, timers = systemTimers } = options;
  const dataDirectory = claim.directory;
  const opened: { close(): unknown }[] = [{ close: claim.release }];
  const close = async (): Promise<void> => {
    for (const part of opened.splice(0).toReversed()) await part.close();
  };
  try {
    const { systems } = options;
    const files = dataFiles(dataDirectory);
    const logger = createFileLogger({ file: files.log, clock });
    const resources = await loadResources(options.resourcesDirectory, clock);
    const stand = systems.type === 'stand' ? await startEmbeddedStand(systems.seed, options, clock) : null;
    if (stand !== null) opened.push(stand);
    const settled = await settleTrust(systems.type === 'connection' ? systems.connection : await stand!.connection(), dataDirectory, resources.pins);
    if (!settled.ok) {
      await close();
      return settled;
    }
    const connection = settled.value;

    const secretBox = await options.openSecretBox(files);
    const workstation = workstationName(dataDirectory);
    const { resourcesDirectory, notifier = SILENT_NOTIFIER } = options;
    const window = awaitWindow();
    const journal = await openJournalPorts({ directory: dataDirectory, resourcesDirectory, secretBox, connection, workstation, clock, logger, windowShown: window.shown });
    opened.push(journal);

    const keyCustodian = createThreadKeyCustodian();
    opened.push({ close: keyCustodian.end });
    const keys = await openKeyPorts({ directory: dataDirectory, resourcesDirectory, secretBox, logger, notifier });
    opened.push(keys);

    const faces = createThreadFaceComparer();
    opened.push({ close: faces.end });
    const issuance = openIssuancePorts(connection, workstation, faces, files);
    opened.push(issuance);

    const events = createEventQueue();
    const attention = watchAttention(createPublisher(contract, events.push, output));
    const presence = watchOperator(attention.publisher);
    const seenTimes = createFileSeenTimeStore(files.seenTime);
    const keptEvidence = createFileKeptEvidence(files.keptEvidence, clock);
    const evidence = createEvidenceSource(connection, resources.policy);
    const fileJudge = createPoolFileJudge(connectionTrust(connection, { ...resources, evidence, clock, seenTimes, keptEvidence }), {
      onLost: ({ at, why }) => logger.note('judging-thread-lost', { at, why }),
    });
    opened.push({ close: fileJudge.end });
    const gateways = connectGateways(connection, clock, resources.policy, { evidence, seenTimes, fileJudge });
    const ports: AppPorts = {
      ...gateways,
      ...resources,
      clock,
      timers,
      logger,
      randomId: randomUUID,
      connection,
      ...journal.ports,
      issuance: issuance.ports,
      calls: openCallPorts(connection, files.call, resources, secretBox),
      portraits: faces,
      papers: createPaperPress(join(resourcesDirectory, 'fonts')),
      preferences: options.openPreferences({ directory: dataDirectory, files, clock, logger }),
      seenTimes,
      keptEvidence,
      fileJudge,
      keyCustodian,
      keys: keys.ports,
      signing: openSigningPorts(dataDirectory, connection),
      shell: options.shell,
      version: options.version,
      workstation,
    };
    const app = await createApp(options.observePorts?.(ports) ?? ports, presence.publisher);
    // What is held back must go or fail before the core can stop.
    opened.push({ close: app.stop }, { close: window.note });
    await app.start(window.shown);
    const { portalPolicy } = ports.signing;
    opened.push(
      openPortals({ door: app.portals, isEnabled: () => portalPolicy().enabled, dataDirectory, secretBox, clock, logger, port: namedPortalPort() }),
    );

    return success({
      hostEnd: { origin, events, server: serveContract(contract, app.handlers, { origin, logger, output }) },
      logger,
      connection,
      stand,
      operator: presence,
      attention,
      noteWindowShown() {
        window.note();
        keyCustodian.makeReady();
        app.expectOperator();
      },
      lock: async () => {
        if (presence.state() === 'signed-in') await app.handlers.operator.lock(null);
      },
      close,
    });
  } catch (error) {
    await close();
    throw error;
  }
}

/** Loaded only now: a desk on real systems does without it, and here it need not keep the window waiting. */
async function startEmbeddedStand(seed: number, { claim, citizenBundle = null }: Pick<WorkstationOptions, 'claim'> & { citizenBundle?: string | null }, clock: Clock): Promise<Stand> {
  const { startStand } = await import('../stand/index.ts');
  return startStand({ seed, dataDirectory: join(claim.directory, 'stand'), citizenBundle, now: () => clock.now() });
}
