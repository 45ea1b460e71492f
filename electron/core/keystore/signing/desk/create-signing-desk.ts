/** The signing desk for those who ask: each request is read, held against the rules for callers, and put before the person. */
import type { SignedForm, SigningTask } from '../../../../../shared/domain/signing.ts';
import { failure, type Result, success } from '../../../../../shared/util/result.ts';
import { addTimeStamp } from '../cms/add-time-stamp.ts';
import type { Asking, FileKind, KeyFilter, OrderRefusal, SignatureForm, SigningDesk, SigningOrder, Signed } from '../signing-order.ts';
import type { SignatureFailure } from '../signature-failure.ts';
import { callerStanding } from './caller-policy.ts';
import { contentOf, describeDocument } from './describe-document.ts';
import type { SigningDeskOptions } from './desk-options.ts';
import { createDeskCalls, type SigningCalls } from './desk-calls.ts';
import { makeSignature } from './make-signature.ts';
import { createPickedPaths } from './picked-paths.ts';
import { prepareDocuments, type PreparedDocument } from './prepare-documents.ts';
import { createRequestQueue } from './request-queue.ts';
import { callerDecided, certificateShown, documentHashes, signatureMade, signatureNotMade } from './signing-entries.ts';
import type { Setback, Work } from './signing-request.ts';

export interface SigningRoom {
  desk: SigningDesk;
  /** What the person at the workstation does. */
  calls: SigningCalls;
  /** Refuses whatever waits. */
  stop(): Promise<void>;
}

type Bytes = Uint8Array<ArrayBuffer>;

const FILE_STORE = 'PKCS12';

export function createSigningRoom(options: SigningDeskOptions): SigningRoom {
  const { clock, files, digests, places, timeStamps } = options;
  const picked = createPickedPaths(clock);
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

  /** @throws {JournalUnwritable} nothing was written, so nothing is given out. */
  async function written<Value>(work: () => Promise<Result<Value, Setback>>): Promise<Result<Value, Setback>> {
    try {
      return await work();
    } catch (error) {
      if (options.isUnwritable(error)) return failure('journal-unwritable');
      throw error;
    }
  }

  function signWork({ form, keys }: SigningOrder, documents: readonly PreparedDocument[]): Work<Signed & { certificateHash: string }> {
    const shown = shownForm(form);
    const kind = keys.usage === 'authentication' ? 'sign-in' : 'sign';
    const task: SigningTask = { kind, form: shown, documents: documents.map((document) => document.shown) };
    return {
      task,
      keys,
      fileKind: null,
      contents: documents.map(({ content, shown: { preview } }) => (content.type === 'bytes' && preview.kind === 'pdf' ? contentOf(content.bytes) : null)),
      perform: (key) =>
        written(async () => {
          if (key === null || typeof key === 'string') throw new TypeError('nothing is signed without a key');
          const signatures: Bytes[] = [];
          for (const { content } of documents) {
            const made = await makeSignature(content, form, { key, at: clock.now(), files, digests, timeStamps });
            if (!made.ok) return failure(setbackOf(made.failure));
            signatures.push(made.value);
          }
          return success({ signatures, certificate: new Uint8Array(key.certificate), certificateHash: key.owner.certificateHash });
        }),
    };
  }

  const desk: SigningDesk = {
    hardwareStores: () => places.hardwareStores(),
    async sign(order, asking) {
      const missing = await storeFault(order.keys);
      if (missing !== null) return failure(missing);
      const documents = await prepareDocuments(order.documents, order.form, { files, digests, picked: picked.of(asking.caller) });
      if (!documents.ok) return documents;
      const work = signWork(order, documents.value);
      return ask(recorded(work, async ({ certificateHash }) => options.record(signatureMade(asking.caller, await documentHashes(work.task), shownForm(order.form), certificateHash))), asking);
    },
    async describeKey(keys, asking) {
      const missing = await storeFault(keys);
      if (missing !== null) return failure(missing);
      return ask(
        {
          task: { kind: 'show-certificate' },
          keys,
          fileKind: null,
          contents: [],
          perform: (key) =>
            written(async () => {
              if (key === null || typeof key === 'string') throw new TypeError('no certificate without a key');
              await options.record(certificateShown(asking.caller, key.owner.certificateHash));
              return success({ certificate: new Uint8Array(key.certificate), alias: key.owner.serialHex });
            }),
        },
        asking,
      );
    },
    async addTimeStamp(signature, asking) {
      const task: SigningTask = { kind: 'add-time-stamp', document: await describeDocument(signature, null) };
      if (task.document.signatures === 0) return failure({ code: 'document-malformed', detail: 'java.lang.IllegalArgumentException: not a CMS' });
      const form: SignedForm = { format: 'cms', attached: null, timeStamped: true };
      return ask(
        {
          task,
          keys: null,
          fileKind: null,
          contents: [task.document.preview.kind === 'pdf' ? contentOf(signature) : null],
          perform: () =>
            written(async () => {
              const stamped = timeStamps === null ? failure('time-stamp-unavailable' as const) : await stamp(signature, timeStamps);
              if (stamped.ok) await options.record(signatureMade(asking.caller, await documentHashes(task), form, null));
              return stamped;
            }),
        },
        asking,
      );
    },
    chooseFile: (kind: FileKind, asking) =>
      ask(
        {
          task: { kind: 'choose-file', files: kind },
          keys: null,
          fileKind: kind,
          contents: [],
          async perform(path) {
            if (typeof path !== 'string') throw new TypeError('no file was chosen');
            picked.note(asking.caller, path);
            return success(path);
          },
        },
        asking,
      ),
    showSettings: options.onShowSettings,
  };

  return { desk, calls: createDeskCalls(options, queue), stop: () => queue.clear() };

  function recorded<Value>(work: Work<Value>, record: (value: Value) => Promise<void>): Work<Value> {
    return {
      ...work,
      perform: (chosen) =>
        written(async () => {
          const done = await work.perform(chosen);
          if (done.ok) await record(done.value);
          return done;
        }),
    };
  }
}

async function stamp(signature: Bytes, source: NonNullable<SigningDeskOptions['timeStamps']>): Promise<Result<Bytes, Setback>> {
  const stamped = await addTimeStamp(signature, source);
  return stamped.ok ? stamped : failure(setbackOf(stamped.failure));
}

function shownForm(form: SignatureForm): SignedForm {
  switch (form.type) {
    case 'cms':
      return { format: 'cms', attached: form.attached, timeStamped: form.timeStamp };
    case 'xml':
    case 'raw':
      return { format: form.type, attached: null, timeStamped: false };
  }
}

function setbackOf(reason: SignatureFailure): Setback {
  switch (reason.code) {
    case 'key':
      return reason.reason === 'token-removed' ? 'token-removed' : 'key-refused';
    case 'time-stamp':
      return 'time-stamp-unavailable';
    case 'content-unknown':
    case 'document-malformed':
      return 'document-malformed';
  }
}
