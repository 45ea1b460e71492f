/** Signatures at this workstation: the signing desk put together with trust, journal and the operator, and the door of the portals into it. */
import type { JournalEvent } from '../../../shared/domain/journal/journal-event.ts';
import type { OperatorSession } from '../../../shared/domain/desk/operator-session.ts';
import type { PortalService } from '../../../shared/domain/signing/portal-service.ts';
import type { SigningCaller } from '../../../shared/domain/signing/signing-request.ts';
import type { CoreHandlers, CorePublisher } from '../../../shared/ipc/contract.ts';
import { JournalUnwritable } from '../../ports/journal/journal-store.ts';
import type { AppPorts } from '../app-ports.ts';
import type { TrustQuestions } from '../trust-questions.ts';
import type { Journal } from '../journal/index.ts';
import type { StoredKeys } from '../keystore/index.ts';
import { createFileSigner, createSigningRoom, type FileSigner, fileKeyPlaces, workstationKeyPlaces } from '../keystore/signing/index.ts';
import { type Conversation, openConversation } from '../ncalayer/index.ts';

/** What the server of the portals reaches of the core. */
export interface PortalDoor {
  open(caller: Promise<SigningCaller>, connection: { send(text: string): void; close(): void }): Conversation;
  /** How the server is, for the settings and the diagnostics. */
  report(state: PortalService): void;
}

export interface Signing {
  handlers: CoreHandlers['signing'];
  portals: PortalDoor;
  /** For files named at the workstation itself. */
  files: FileSigner;
  /** A person came to the desk, or left it. */
  sessionChanged(): void;
  stop(): Promise<void>;
}

export interface SigningParts {
  journal: Pick<Journal, 'record'>;
  session(): OperatorSession;
  verifyCertificate: TrustQuestions['verifyCertificate'];
  keyStore: StoredKeys;
}

export function createSigning(ports: AppPorts, publisher: CorePublisher, { journal, session, verifyCertificate, keyStore }: SigningParts): Signing {
  const { clock, logger, randomId, signing } = ports;
  let portals: PortalService = { state: signing.portalPolicy().enabled ? 'starting' : 'off' };

  async function record(event: JournalEvent): Promise<void> {
    const at = session();
    const operatorId = at.state === 'signed-out' ? null : at.operator.id;
    await journal.record(event, { operatorId, purpose: at.state === 'signed-in' ? at.purposeId : null });
  }

  const announce = (): void => void room.calls.current().then((view) => publisher.signing.changed({ pending: view !== null }), onFault);
  const onFault = (error: unknown): void => void logger.fault('signing', error);

  const means = {
    clock,
    policy: signing.portalPolicy,
    files: signing.files,
    digests: signing.digests,
    places: workstationKeyPlaces(fileKeyPlaces(signing.files, ports.keyCustodian), keyStore, ports.keys.tokens),
    timeStamps: signing.timeStamps,
    verifyCertificate,
    record,
  };
  const room = createSigningRoom({
    ...means,
    randomId,
    memory: signing.memory,
    isUnwritable: (error) => error instanceof JournalUnwritable,
    onChange: announce,
    onShowSettings: () => publisher.signing.settingsAsked(null),
    onFault,
  });
  const { calls } = room;

  return {
    handlers: {
      current: () => calls.current(),
      documentContent: ({ requestId, index }) => calls.documentContent(requestId, index),
      decideCaller: ({ requestId, decision }) => calls.decideCaller(requestId, decision).then(() => null),
      async listFolder({ requestId, folder }) {
        const listed = await calls.listFolder(requestId, folder);
        if (listed.ok) return { ok: true, folder: listed.value };
        return { ok: false, code: listed.failure === 'not-permitted' ? 'not-permitted' : 'file-not-found' };
      },
      openKeys: ({ requestId, place, password }) => calls.openKeys(requestId, place, password),
      confirm: ({ requestId, keyId }) => calls.confirm(requestId, keyId),
      pickFile: ({ requestId, path }) => calls.pickFile(requestId, path),
      cancel: ({ requestId }) => calls.cancel(requestId).then(() => null),
      portals: () => portals,
    },
    portals: {
      open: (caller, { send, close }) =>
        openConversation({
          desk: room.desk,
          caller,
          send,
          close,
          onUnknownModule: (module) => logger.note('portal-module-unknown', { module: plainName(module) }),
          onFault: (error) => logger.fault('portal-request', error),
        }),
      report(state) {
        portals = state;
        publisher.signing.portalsChanged(state);
      },
    },
    files: createFileSigner(means),
    sessionChanged() {
      if (session().state !== 'signed-in') calls.leave().catch(onFault);
      announce();
    },
    stop: () => room.stop(),
  };
}

/** What a page calls a module is its own text: only what looks like a name goes into the log. */
const plainName = (module: string): string => (/^[A-Za-z][A-Za-z0-9_.]{0,80}$/.test(module) ? module : 'other');
