/** Every call of the contract, answered by the domain it belongs to. */
import type { AppInfo } from '../../../shared/domain/desk/app-state.ts';
import type { OperatorSession } from '../../../shared/domain/desk/operator-session.ts';
import type { CoreHandlers, CorePublisher } from '../../../shared/ipc/contract.ts';
import type { AppPorts } from '../app-ports.ts';
import type { Calls } from './calls.ts';
import type { Checking, DeskContext } from '../checking/index.ts';
import type { FileChecks } from '../file-checks.ts';
import type { Delivery } from '../delivery/index.ts';
import type { HealthWatch } from '../health/index.ts';
import type { Journal } from '../journal/index.ts';
import { journalHandlers } from './journal-handlers.ts';
import { NotPermitted } from '../not-permitted.ts';
import type { OperatorDesk } from '../operator/index.ts';
import type { RemoteIssuance } from './remote-issuance.ts';
import type { Signing } from './signing.ts';
import type { Keys } from './keys.ts';
import type { Settings } from '../settings/index.ts';

export interface Domains {
  desk: OperatorDesk;
  checking: Checking;
  journal: Journal;
  settings: Settings;
  health: HealthWatch;
  delivery: Delivery;
  signing: Pick<Signing, 'handlers'>;
  keys: Pick<Keys, 'handlers'>;
  files: FileChecks;
  issuance: Pick<RemoteIssuance, 'handlers'>;
  calls: Pick<Calls, 'handlers'>;
  renewal: CoreHandlers['renewal'];
}

export function coreHandlers(ports: AppPorts, publisher: Pick<CorePublisher, 'journal'>, { desk, checking, journal, settings, health, delivery, signing, keys, files, issuance, calls, renewal }: Domains): CoreHandlers {
  function signedIn(): Extract<OperatorSession, { state: 'signed-in' }> {
    const session = desk.session();
    if (session.state !== 'signed-in') throw new NotPermitted(session.state);
    return session;
  }

  /** The operator, the purpose and the rules at this moment. */
  function deskContext(): DeskContext {
    const { operator, purposes, purposeId } = signedIn();
    const purpose = purposes.find(({ id }) => id === purposeId);
    if (purpose === undefined) throw new NotPermitted('no-purpose');
    const policy = ports.policy();
    if (!policy.inForce) throw new NotPermitted('no-policy');
    return { operator, purpose, policy };
  }

  /** For what would add to the pile of a desk that delivers nothing. */
  async function workContext(): Promise<DeskContext> {
    await delivery.freeze.requireThawed();
    return deskContext();
  }

  return {
    app: {
      describe: () => describeApp(ports, settings),
      health: () => health.health(),
      reportFault({ name, place }) {
        ports.logger.note('page-fault', { name, place });
        return null;
      },
    },
    operator: {
      session: () => desk.session(),
      signIn: ({ keyFile, password }) => desk.signIn(keyFile, password),
      signInTraining: ({ operatorId }) => desk.signInTraining(operatorId),
      unlock: ({ password }) => desk.unlock(password),
      unlockTraining: () => desk.unlockTraining(),
      choosePurpose: ({ purposeId }) => desk.choosePurpose(purposeId),
      noteActivity() {
        desk.noteActivity();
        return null;
      },
      lock: () => desk.lock('operator').then(() => null),
      signOut: () => desk.signOut('operator').then(() => null),
    },
    checking: {
      checkScan: async (input) => checking.checkScan(input, await workContext()),
      requestConsent: async (input) => checking.requestConsent(input, await workContext()),
      pollConsent: ({ requestId }) => checking.pollConsent(requestId),
      cancelConsent: ({ requestId }) => checking.cancelConsent(requestId).then(() => null),
      openDeskRequest: async ({ documentType }) => checking.openDeskRequest(documentType, await workContext()),
      pollDeskRequest: ({ requestId }) => checking.pollDeskRequest(requestId),
      cancelDeskRequest: ({ requestId }) => checking.cancelDeskRequest(requestId).then(() => null),
      refreshAccess: ({ outcomeId }) => checking.refreshAccess(outcomeId),
      revealField: ({ outcomeId, field }) => checking.revealField(outcomeId, field),
      attestFace: ({ outcomeId, decision }) => checking.attestFace(outcomeId, decision).then(() => null),
      clear: ({ outcomeId, cause }) => checking.clear(outcomeId, cause).then(() => null),
    },
    journal: journalHandlers({ journal, delivery, journalExport: ports.journalExport, publisher, signedIn }),
    settings: {
      preferences: () => settings.preferences(),
      changePreferences: (change) => settings.changePreferences(change),
    },
    files: {
      check: ({ file, content }) => files.check(file, content, signedIn().operator.id),
      async stop() {
        files.stop();
        return null;
      },
    },
    keys: keys.handlers,
    issuance: issuance.handlers,
    calls: calls.handlers,
    signing: signing.handlers,
    renewal,
    training: { frame: () => ports.training?.frame() ?? null },
  };
}

function describeApp(ports: AppPorts, settings: Settings): AppInfo {
  const { version, numbers } = ports.policy();
  const { autoClearMs, autoClearWarningMs, faceAttestDelayMs, stillCheckingMs, outageReportMs } = numbers;
  return {
    version: ports.version,
    environment: ports.connection.environment,
    shell: ports.shell,
    workstation: ports.workstation,
    policyVersion: version,
    shortCodeNeedsIin: ports.documents.shortCodeNeedsIin,
    accessPrefixes: [...ports.connection.documents.qrPrefixes],
    trainingOperators: (ports.training?.operators() ?? []).map(({ operatorId, displayName, profile }) => ({ id: operatorId, displayName, profile })),
    documentTypes: settings.documentTypes(),
    timers: { autoClearMs, autoClearWarningMs, faceAttestDelayMs, stillCheckingMs, outageReportMs },
  };
}
