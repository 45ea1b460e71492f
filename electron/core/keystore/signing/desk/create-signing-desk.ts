/** The signing desk for those who ask: each request is read, held against the rules for callers, and put before the person. */
import { failure, type Result } from '../../../../../shared/util/result.ts';
import { type Asking, FILE_STORE, type KeyFilter, type OrderRefusal, type SigningDesk } from '../signing-order.ts';
import { callerStanding } from './caller-policy.ts';
import { describeDocument } from './describe-document.ts';
import { createDeskCalls, type SigningCalls } from './desk-calls.ts';
import type { SigningDeskOptions } from './desk-options.ts';
import { createPickedPaths } from './picked-paths.ts';
import { prepareDocuments } from './prepare-documents.ts';
import { createRequestQueue } from './request-queue.ts';
import { callerDecided, signatureNotMade } from './signing-entries.ts';
import type { Work } from './signing-request.ts';
import { createSigningWorks } from './signing-works.ts';

export interface SigningRoom {
  desk: SigningDesk;
  /** What the person at the workstation does. */
  calls: SigningCalls;
  /** Refuses whatever waits. */
  stop(): Promise<void>;
}

export function createSigningRoom(options: SigningDeskOptions): SigningRoom {
  const { clock, files, digests, places } = options;
  const picked = createPickedPaths(clock);
  const works = createSigningWorks(options);
  const queue = createRequestQueue({
    randomId: options.randomId,
    onChange: options.onChange,
    onFault: options.onFault,
    noteRefusal: async (request, reason) => options.record(await signatureNotMade(request.asking.caller, request.task, reason)),
  });

  async function ask<Value>(work: Work<Value>, asking: Asking): Promise<Result<Value, OrderRefusal>> {
    const standing = callerStanding(asking.caller, options.policy(), (await options.memory.read()).callers);
    if (standing.is === 'denied') {
      await options.record(callerDecided(asking.caller, standing.by === 'policy' ? 'denied-by-policy' : 'deny'));
      return failure({ code: 'cancelled' });
    }
    return queue.add(work, asking, standing.is === 'unknown');
  }

  /** Files are always there; of tokens at least one that is asked for must be. */
  async function storeFault({ stores }: KeyFilter): Promise<OrderRefusal | null> {
    if (stores === null || stores.includes(FILE_STORE)) return null;
    const present = await places.hardwareStores();
    return stores.some((store) => present.includes(store)) ? null : { code: 'store-empty' };
  }

  const desk: SigningDesk = {
    hardwareStores: () => places.hardwareStores(),
    async sign(order, asking) {
      const missing = await storeFault(order.keys);
      if (missing !== null) return failure(missing);
      const documents = await prepareDocuments(order.documents, order.form, { files, digests, picked: picked.of(asking.caller) });
      return documents.ok ? ask(works.sign(order, documents.value, asking.caller), asking) : documents;
    },
    async describeKey(keys, asking) {
      const missing = await storeFault(keys);
      return missing === null ? ask(works.showCertificate(keys, asking.caller), asking) : failure(missing);
    },
    async addTimeStamp(signature, asking) {
      const document = await describeDocument(signature, null);
      if (document.signatures === 0) return failure({ code: 'document-malformed', detail: 'java.lang.IllegalArgumentException: not a CMS' });
      return ask(works.addTimeStamp(signature, document, asking.caller), asking);
    },
    chooseFile: (kind, asking) =>
      ask(
        works.chooseFile(kind, (path) => picked.note(asking.caller, path)),
        asking,
      ),
    showSettings: options.onShowSettings,
  };

  return { desk, calls: createDeskCalls(options, queue), stop: () => queue.clear() };
}
