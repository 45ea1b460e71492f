/** What a person agrees to at the signing desk: each work does one thing, writes it down, and only then gives its value out. */
import type { SignedForm, SigningCaller, SigningTask } from '../../../../../shared/domain/signing/signing-request.ts';
import { failure, type Result, success } from '../../../../../shared/util/result.ts';
import type { Bytes } from '../../../trust/asn1/index.ts';
import type { SigningKey } from '../../signing-key.ts';
import { addTimeStamp } from '../cms/add-time-stamp.ts';
import type { SignatureFailure } from '../signature-failure.ts';
import type { FileKind, KeyDescription, KeyFilter, SignatureForm, Signed, SigningOrder } from '../signing-order.ts';
import { contentOf } from './describe-document.ts';
import type { SigningDeskOptions } from './desk-options.ts';
import { makeSignature } from './make-signature.ts';
import type { PreparedDocument } from './prepare-documents.ts';
import { certificateShown, documentHashes, signatureMade } from './signing-entries.ts';
import type { Setback, Work } from './signing-request.ts';

type DocumentTask = Extract<SigningTask, { kind: 'add-time-stamp' }>;

export interface SigningWorks {
  sign(order: SigningOrder, documents: readonly PreparedDocument[], caller: SigningCaller): Work<Signed>;
  showCertificate(keys: KeyFilter, caller: SigningCaller): Work<KeyDescription>;
  /** @param signature a CMS @param document the same as the person sees it */
  addTimeStamp(signature: Bytes, document: DocumentTask['document'], caller: SigningCaller): Work<Bytes>;
  /** @param onChosen told before the path is given out */
  chooseFile(kind: FileKind, onChosen: (path: string) => void): Work<string>;
}

export function createSigningWorks(options: SigningDeskOptions): SigningWorks {
  const { clock, files, digests, timeStamps } = options;

  /** An unwritable journal is a setback the person sees; nothing is given out meanwhile. @throws the unexpected */
  async function written<Value>(work: () => Promise<Result<Value, Setback>>): Promise<Result<Value, Setback>> {
    try {
      return await work();
    } catch (error) {
      if (options.isUnwritable(error)) return failure('journal-unwritable');
      throw error;
    }
  }

  async function signAll(documents: readonly PreparedDocument[], form: SignatureForm, key: SigningKey): Promise<Result<Bytes[], Setback>> {
    const signatures: Bytes[] = [];
    for (const { content } of documents) {
      const made = await makeSignature(content, form, { key, at: clock.now(), files, digests, timeStamps });
      if (!made.ok) return failure(setbackOf(made.failure));
      signatures.push(made.value);
    }
    return success(signatures);
  }

  async function stamp(signature: Bytes): Promise<Result<Bytes, Setback>> {
    if (timeStamps === null) return failure('time-stamp-unavailable');
    const stamped = await addTimeStamp(signature, timeStamps);
    return stamped.ok ? stamped : failure(setbackOf(stamped.failure));
  }

  return {
    sign({ form, keys }, documents, caller) {
      const shown = shownForm(form);
      const task: SigningTask = { kind: keys.usage === 'authentication' ? 'sign-in' : 'sign', form: shown, documents: documents.map((document) => document.shown) };
      return {
        task,
        keys,
        fileKind: null,
        contents: documents.map(({ content, shown: { preview } }) => (content.type === 'bytes' && preview.kind === 'pdf' ? contentOf(content.bytes) : null)),
        perform: (chosen) =>
          written(async () => {
            const key = keyOf(chosen);
            const signed = await signAll(documents, form, key);
            if (!signed.ok) return signed;
            await options.record(signatureMade(caller, await documentHashes(task), shown, key.owner.certificateHash));
            return success({ signatures: signed.value, certificate: new Uint8Array(key.certificate) });
          }),
      };
    },
    showCertificate: (keys, caller) => ({
      task: { kind: 'show-certificate' },
      keys,
      fileKind: null,
      contents: [],
      perform: (chosen) =>
        written(async () => {
          const key = keyOf(chosen);
          await options.record(certificateShown(caller, key.owner.certificateHash));
          return success({ certificate: new Uint8Array(key.certificate), alias: key.owner.serialHex });
        }),
    }),
    addTimeStamp(signature, document, caller) {
      const task: DocumentTask = { kind: 'add-time-stamp', document };
      return {
        task,
        keys: null,
        fileKind: null,
        contents: [document.preview.kind === 'pdf' ? contentOf(signature) : null],
        perform: () =>
          written(async () => {
            const stamped = await stamp(signature);
            if (stamped.ok) await options.record(signatureMade(caller, await documentHashes(task), { format: 'cms', attached: null, timeStamped: true }, null));
            return stamped;
          }),
      };
    },
    chooseFile: (kind, onChosen) => ({
      task: { kind: 'choose-file', files: kind },
      keys: null,
      fileKind: kind,
      contents: [],
      async perform(path) {
        if (typeof path !== 'string') throw new TypeError('no file was chosen');
        onChosen(path);
        return success(path);
      },
    }),
  };
}

function keyOf(chosen: SigningKey | string | null): SigningKey {
  if (chosen === null || typeof chosen === 'string') throw new TypeError('this work wants a key');
  return chosen;
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
    case 'document-changed':
      return 'document-changed';
  }
}
