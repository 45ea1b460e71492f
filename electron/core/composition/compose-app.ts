/** Puts the domains together: what each may ask of the others is decided here and nowhere else. */
import { CASE_WORKERS } from '../../../shared/domain/desk/duties.ts';
import type { JournalHealth } from '../../../shared/domain/journal/journal-health.ts';
import type { CoreHandlers, CorePublisher } from '../../../shared/ipc/contract.ts';
import type { AppPorts } from '../app-ports.ts';
import { guardHandlers, requirePermission } from '../call-permissions.ts';
import { createCalls } from './calls.ts';
import { createChecking } from '../checking/index.ts';
import { accessWhileConnected, consentsWhileConnected } from '../connectivity/index.ts';
import { createDelivery } from '../delivery/index.ts';
import { coreHandlers } from './core-handlers.ts';
import { createFileChecks } from '../file-checks.ts';
import { createHealthWatch } from '../health/index.ts';
import { createJournal } from '../journal/index.ts';
import { createKeys } from './keys.ts';
import { keyOfOrganisation } from './organisation-key.ts';
import { createOperatorDesk } from '../operator/index.ts';
import { createRenewals } from './renewals.ts';
import { createRemoteIssuance } from './remote-issuance.ts';
import { createSettings } from '../settings/index.ts';
import { type FileSigner, signManifest } from '../keystore/signing/index.ts';
import { createSigning, type PortalDoor } from './signing.ts';
import type { TrustQuestions } from '../trust-questions.ts';

export interface App {
  /** Checked by role and state of the desk; throw `NotPermitted`, or anything unexpected. */
  handlers: CoreHandlers;
  portals: PortalDoor;
  /** Signs files named by whoever runs the workstation's own commands. */
  fileSigner: FileSigner;
  /** For the workstation's own commands: the page never names a file. @throws {NotPermitted} unless a supervisor is signed in */
  restoreJournal(copy: string): Promise<JournalHealth>;
  /**
   * The desk answers from here on.
   * @param windowShown what looks outside waits for it: the first request of a process reads the whole HTTP client, beside a window that
   *   is to be drawn. Left out where there is no window.
   */
  start(windowShown?: Promise<void>): Promise<void>;
  /** Somebody is about to sign in: the first judgement of certificates, which takes twice as long as the next, is made beforehand. */
  expectOperator(): void;
  /** Signs out, ends timers and deliveries; what the shell opened (the journal's store) the shell closes. */
  stop(): Promise<void>;
}

export function composeApp(ports: AppPorts, publisher: CorePublisher, trust: TrustQuestions): App {
  const { connection, logger } = ports;
  const settings = createSettings(ports, ports.preferences);
  let stopped = false;
  const refreshHealth = () => void health.refresh().catch((error: unknown) => logger.fault('health', error));

  const journal = createJournal({
    ...ports,
    store: ports.journalStore,
    seal: ports.journalSeal,
    onHealthChanged: refreshHealth,
    publisher: {
      journal: {
        ...publisher.journal,
        appended(entry) {
          publisher.journal.appended(entry);
          delivery.noteEntry();
          refreshHealth();
        },
        markChanged(change) {
          publisher.journal.markChanged(change);
          refreshHealth();
        },
      },
    },
  });

  const delivery = createDelivery(ports, journal, refreshHealth);

  const health = createHealthWatch({
    ...ports,
    journal,
    ...delivery,
    longestTripMs: connection.documents.timeoutMs,
    onChange: (now) => publisher.app.healthChanged(now),
  });

  const checking = createChecking({
    ...ports,
    documents: accessWhileConnected(ports.documents, health.permit, (answer) =>
      health.note(answer.ok ? { state: 'answered', clockOffsetMs: null } : { state: 'refused', code: answer.failure.code }),
    ),
    consents: consentsWhileConnected(ports.consents, health.permit),
    qrPrefixes: connection.documents.qrPrefixes,
    verifySignature: trust.verifySignature,
    templateOf: settings.templateOf,
    journal,
    forbiddenClockOffset: health.forbiddenClockOffset,
    onAccess(access) {
      if (access.state === 'answered') health.noteClock(access.clockOffsetMs);
    },
  });

  const desk = createOperatorDesk({
    ...ports,
    organisation: connection.organisation,
    settings,
    journal,
    certificateStanding: trust.certificateStanding,
    clockRefused: health.clockRefused,
    keepsKey: (profile) => ports.issuance !== null && CASE_WORKERS.has(profile),
    async onLeave() {
      issuance.leave();
      files.stop();
      await checking.leaveDesk();
    },
    onChange(session) {
      publisher.operator.sessionChanged(session);
      signing.sessionChanged();
      issuance.sessionChanged();
      calls.sessionChanged(session);
    },
  });

  const keys = createKeys(ports, publisher, { journal, session: desk.session, verifyCertificate: trust.verifyCertificate });
  const signing = createSigning(ports, publisher, { journal, session: desk.session, verifyCertificate: trust.verifyCertificate, keyStore: keys.store });

  const organisationKey = keyOfOrganisation(connection.shep);
  const issuance = createRemoteIssuance(ports, publisher, {
    journal,
    session: desk.session,
    sign: async (bytes, operatorId) => signManifest(bytes, operatorId === null ? await organisationKey() : desk.signingKey(), ports),
  });

  const calls = createCalls(ports, publisher, { journal, cases: issuance.forCalls, onActivity: desk.noteActivity });

  const files = createFileChecks(trust.verifyFile, journal, ports.clock, ports.policy);
  const renewal = createRenewals(ports, { journal, session: desk.session });
  const handlers = coreHandlers(ports, publisher, { desk, checking, journal, settings, health, delivery, signing, keys, files, issuance, calls, renewal });

  return {
    handlers: guardHandlers(handlers, desk.session, refreshHealth),
    portals: signing.portals,
    fileSigner: signing.files,
    async restoreJournal(copy) {
      const session = desk.session();
      requirePermission('supervisor', session);
      // Copies on their way belong to the file that is exchanged.
      await delivery.stop();
      try {
        return await journal.restore(copy, { operatorId: session.state === 'signed-in' ? session.operator.id : '' });
      } finally {
        delivery.start();
      }
    },
    expectOperator: () => void trust.askAboutIssuers().catch((error: unknown) => logger.fault('issuers', error)),
    async start(windowShown = Promise.resolve()) {
      await journal.start();
      delivery.start();
      await health.start({
        kind: 'desk-started',
        environment: connection.environment,
        appVersion: ports.version,
        policyVersion: ports.policy().version,
      });
      void windowShown.then(() => {
        if (stopped) return;
        health.watch();
        keys.start();
        issuance.start();
      });
    },
    async stop() {
      stopped = true;
      keys.stop();
      calls.stop();
      await issuance.stop();
      await signing.stop();
      await desk.signOut('operator');
      health.stop();
      await delivery.stop();
      await journal.stop();
    },
  };
}
