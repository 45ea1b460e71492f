/** What the person does with the request in front of them; a call about another one does nothing. */
import type { FolderView } from '../../../../../shared/domain/signing/folder-view.ts';
import type { KeyPlace, OpenKeysAnswer } from '../../../../../shared/domain/signing/signing-keys.ts';
import type { CallerDecision, SignAnswer, SigningView } from '../../../../../shared/domain/signing/signing-request.ts';
import { failure, type Result } from '../../../../../shared/util/result.ts';
import type { FileFault } from '../../../../ports/signing/local-files.ts';
import type { FileKind } from '../signing-order.ts';
import { callerStanding } from './caller-policy.ts';
import type { SigningDeskOptions } from './desk-options.ts';
import { judgeKey } from './judge-key.ts';
import { keyOffer } from './key-offer.ts';
import type { RequestQueue } from './request-queue.ts';
import { callerDecided } from './signing-entries.ts';
import type { SigningRequest } from './signing-request.ts';
import { signingView } from './signing-view.ts';

export interface SigningCalls {
  current(): Promise<SigningView | null>;
  documentContent(requestId: string, index: number): Promise<Uint8Array<ArrayBuffer> | null>;
  decideCaller(requestId: string, decision: CallerDecision): Promise<void>;
  listFolder(requestId: string, folder: string | null): Promise<Result<FolderView, FileFault>>;
  openKeys(requestId: string, place: KeyPlace, password: string): Promise<OpenKeysAnswer>;
  /** @param keyId null where no key is needed */
  confirm(requestId: string, keyId: string | null): Promise<SignAnswer>;
  pickFile(requestId: string, path: string): Promise<SignAnswer>;
  cancel(requestId: string): Promise<void>;
  /** The person has gone: no key stays open for whoever comes next. */
  leave(): Promise<void>;
}

const ENDINGS: Readonly<Record<FileKind, readonly string[]>> = {
  // Folders alone: no file ends so.
  directory: ['/'],
  key: ['.p12', '.pfx'],
  certificate: ['.cer', '.crt', '.der', '.pem'],
  crl: ['.crl'],
  any: [],
};
const NOT_CURRENT = { ok: false, code: 'not-current' } as const;

export function createDeskCalls(options: SigningDeskOptions, queue: RequestQueue): SigningCalls {
  const { memory, files, places } = options;
  const inFront = (requestId: string): SigningRequest | null => {
    const request = queue.current();
    return request?.id === requestId ? request : null;
  };
  const atChoice = (requestId: string): SigningRequest | null => {
    const request = inFront(requestId);
    return request?.step === 'choice' ? request : null;
  };

  async function remember(change: Partial<Awaited<ReturnType<typeof memory.read>>>): Promise<void> {
    await memory.write({ ...(await memory.read()), ...change });
  }

  async function openKeys(request: SigningRequest, place: KeyPlace, password: string): Promise<OpenKeysAnswer> {
    const opened = await places.open(place, password);
    if (!opened.ok) return { ok: false, ...opened.failure };
    await closeKeys(request);
    const { now, policy } = { now: options.clock.now(), policy: options.policy() };
    for (const key of opened.value) {
      const standing = await judgeKey(key, request.keys!, { now, policy, verifyCertificate: options.verifyCertificate });
      request.opened.set(key.owner.certificateHash, { key, standing });
    }
    request.openedPlace = place;
    // The person may have given up, or the caller gone, while a slow token was read.
    if (queue.current() !== request) {
      await closeKeys(request);
      return { ...NOT_CURRENT, triesLeft: null };
    }
    return { ok: true, keys: [...request.opened].map(([keyId, offered]) => keyOffer(keyId, offered)) };
  }

  return {
    async current() {
      const request = queue.current();
      if (request === null) return null;
      const { lastPlace } = await memory.read();
      return signingView(request, queue.waiting(), lastPlace, request.keys === null ? [] : await places.offers());
    },
    documentContent: async (requestId, index) => atChoice(requestId)?.contents[index] ?? null,
    async decideCaller(requestId, decision) {
      const request = inFront(requestId);
      if (request === null || request.step !== 'caller') return;
      const { caller } = request.asking;
      await options.record(callerDecided(caller, decision));
      if (decision !== 'allow-once') await keepDecision(request, decision);
      if (decision === 'deny') return request.refuse({ code: 'cancelled' }, 'person');
      request.step = 'choice';
      options.onChange();
    },
    async listFolder(requestId, folder) {
      const request = atChoice(requestId);
      if (request === null) return failure('not-permitted');
      const listed = await files.list(folder ?? (await memory.read()).lastFolder, ENDINGS[request.fileKind ?? 'key']);
      // A remembered folder on a stick that was pulled out: begin at the beginning.
      return !listed.ok && folder === null ? files.list(null, ENDINGS[request.fileKind ?? 'key']) : listed;
    },
    async openKeys(requestId, place, password) {
      const request = atChoice(requestId);
      return request === null || request.keys === null ? { ...NOT_CURRENT, triesLeft: null } : openKeys(request, place, password);
    },
    async confirm(requestId, keyId) {
      const request = atChoice(requestId);
      if (request === null || request.fileKind !== null) return NOT_CURRENT;
      if (request.keys === null) return request.perform(null);
      const offered = keyId === null ? undefined : request.opened.get(keyId);
      // The page draws what may be chosen; what may be used is decided here.
      if (offered === undefined || offered.standing.objection !== null) return { ok: false, code: 'key-refused' };
      if (request.openedPlace !== null) await remember({ lastPlace: request.openedPlace, ...folderOf(request.openedPlace) });
      return request.perform(offered.key);
    },
    async pickFile(requestId, path) {
      const request = atChoice(requestId);
      return request === null || request.fileKind === null ? NOT_CURRENT : request.perform(path);
    },
    async cancel(requestId) {
      await inFront(requestId)?.refuse({ code: 'cancelled' }, 'person');
    },
    async leave() {
      const request = queue.current();
      if (request !== null && request.step !== 'working') await closeKeys(request);
    },
  };

  async function keepDecision({ asking: { caller } }: SigningRequest, decision: CallerDecision): Promise<void> {
    const { callers } = await memory.read();
    const standing = callerStanding(caller, options.policy(), callers);
    if (caller.kind !== 'site' || standing.is !== 'unknown' || !standing.remembered) return;
    const others = callers.filter(({ origin }) => origin !== caller.origin);
    await remember({ callers: [...others, { origin: caller.origin, decision: decision === 'deny' ? 'deny' : 'allow' }] });
  }
}

async function closeKeys({ opened }: SigningRequest): Promise<void> {
  for (const { key } of opened.values()) await key.close();
  opened.clear();
}

function folderOf(place: KeyPlace): { lastFolder?: string } {
  if (place.type !== 'file') return {};
  const end = Math.max(place.path.lastIndexOf('/'), place.path.lastIndexOf('\\'));
  return { lastFolder: end > 0 ? place.path.slice(0, end) : place.path.slice(0, end + 1) };
}
