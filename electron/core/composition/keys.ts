/** The keys of this workstation: the store put together with trust, journal, operator and reminders. */
import type { HandedOutFile, KeyFileAnswer, KeyRefusal } from '../../../shared/domain/keys/key-view.ts';
import type { OperatorSession } from '../../../shared/domain/desk/operator-session.ts';
import type { CoreHandlers, CorePublisher } from '../../../shared/ipc/contract.ts';
import type { Result } from '../../../shared/util/result.ts';
import type { Notifier } from '../../ports/notifier.ts';
import type { AppPorts } from '../app-ports.ts';
import type { TrustQuestions } from '../trust-questions.ts';
import type { Journal } from '../journal/index.ts';
import { type Acting, type CertificateWorth, createKeyStore, createTokenKeys, remindOfExpiry, type StoredKeys } from '../keystore/index.ts';

export interface Keys {
  handlers: CoreHandlers['keys'];
  /** For those who sign: journalling what was signed is theirs. */
  store: StoredKeys;
  /** Begins the daily look for keys that end soon. */
  start(): void;
  stop(): void;
}

export interface KeysParts {
  journal: Pick<Journal, 'record'>;
  session(): OperatorSession;
  verifyCertificate: TrustQuestions['verifyCertificate'];
}

const DAY_MS = 24 * 60 * 60 * 1000;

export function createKeys(ports: AppPorts, publisher: CorePublisher, { journal, session, verifyCertificate }: KeysParts): Keys {
  const { keys, keyCustodian: custodian, timers, logger } = ports;

  async function worthOf(certificate: Uint8Array): Promise<CertificateWorth> {
    const { state, checks } = await verifyCertificate({ certificate, use: 'sign' });
    if (state === 'good') return 'good';
    const failed = checks.find(({ outcome }) => outcome === 'failed');
    if (failed?.layer === 'revocation') return 'revoked';
    return failed?.layer === 'chain' ? 'untrusted' : 'unknown';
  }

  const store = createKeyStore({ ...ports, ...keys, custodian, journal, worthOf });

  const tokenKeys = createTokenKeys({ tokens: keys.tokens, journal, randomId: ports.randomId });

  function acting(): Acting {
    const now = session();
    return { operatorId: now.state === 'signed-out' ? null : now.operator.id, purpose: now.state === 'signed-in' ? now.purposeId : null };
  }

  const notifier: Notifier = {
    async keyEnding(notice) {
      publisher.keys.keyEnding(notice);
      await keys.notifier.keyEnding(notice);
    },
  };
  let cancel = (): void => {};

  function remindDaily(): void {
    remindOfExpiry({ ...ports, shelf: keys.shelf, notifier }).catch((error: unknown) => logger.fault('key-reminder', error));
    cancel = timers.after(DAY_MS, remindDaily);
  }

  async function saved(file: Result<HandedOutFile, KeyRefusal>): Promise<KeyFileAnswer> {
    return file.ok ? { ok: true, path: await keys.outlet.save(file.value.fileName, file.value.bytes) } : refusal(file.failure);
  }

  return {
    store: { list: () => store.list(), open: (id, password) => store.open(id, password, acting()) },
    start: remindDaily,
    stop: () => cancel(),
    handlers: {
      list: () => store.list(),
      importFile: async (order) => keyAnswer(await store.importKeyFile(order, acting())),
      generate: async (order) => keyAnswer(await store.generate(order, acting())),
      request: async ({ id }) => saved(await store.request(id)),
      installCertificate: async ({ id, certificate }) => keyAnswer(await store.installCertificate(id, certificate, acting())),
      changePassword: async ({ id, oldPassword, newPassword }) => doneAnswer(await store.changePassword(id, { old: oldPassword, new: newPassword }, acting())),
      handOut: async (order) => saved(await store.handOut(order, acting())),
      remove: async ({ id, reason }) => doneAnswer(await store.remove(id, reason, acting())),
      tokens: () => keys.tokens.list(),
      generateOnToken: async (order) => saved(await tokenKeys.generate(order, acting())),
      installOnToken: async (order) => doneAnswer(await tokenKeys.install(order, acting())),
    },
  };
}

const refusal = (failure: KeyRefusal): { ok: false; refusal: KeyRefusal } => ({ ok: false, refusal: failure });
const keyAnswer = <Key>(result: Result<Key, KeyRefusal>) => (result.ok ? { ok: true as const, key: result.value } : refusal(result.failure));
const doneAnswer = (result: Result<null, KeyRefusal>) => (result.ok ? { ok: true as const } : refusal(result.failure));
