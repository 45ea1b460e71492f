/** Signs a file somebody at the workstation named: of any size, by a key that is opened for this one signature, written down before it counts. */
import type { KeyObjection, KeyPlace } from '../../../../shared/domain/signing/signing-keys.ts';
import type { SignedForm } from '../../../../shared/domain/signing/signing-request.ts';
import { bytesToHex } from '../../../../shared/util/bytes.ts';
import { failure, type Result, success } from '../../../../shared/util/result.ts';
import type { FileFault } from '../../../ports/signing/local-files.ts';
import { digestOf } from '../../trust/algorithms/index.ts';
import type { Bytes } from '../../trust/asn1/index.ts';
import type { SigningKey } from '../signing-key.ts';
import { signPieces, StreamedSignatureFailed } from './cms/sign-pieces.ts';
import { unchangedPieces } from './cms/unchanged-pieces.ts';
import { hashPieces } from './content-hash.ts';
import type { SigningDeskOptions } from './desk/desk-options.ts';
import { judgeKey } from './desk/judge-key.ts';
import type { OpenRefusal } from './desk/key-places.ts';
import { makeSignature } from './desk/make-signature.ts';
import { signatureMade } from './desk/signing-entries.ts';
import type { SignatureFailure } from './signature-failure.ts';
import type { KeyFilter, SignatureForm } from './signing-order.ts';

export interface FileOrder {
  path: string;
  form: SignedForm;
  place: KeyPlace;
  password: string;
}

export interface SignedFile {
  /** SHA-256 of the file as it was signed. */
  digestHex: string;
  signer: SigningKey['owner'];
}

export type FileRefusal =
  | { code: 'file'; reason: FileFault }
  | { code: 'open'; refusal: OpenRefusal }
  | { code: 'key'; objection: KeyObjection }
  | { code: 'signature'; failure: SignatureFailure };

export interface FileSigner {
  /**
   * @param keep writes the signature where nobody takes it for finished; it counts when the answer is a success
   * @throws {JournalUnwritable} and whatever `keep` throws: then there is no signature.
   */
  sign(order: FileOrder, keep: (pieces: AsyncIterable<Bytes>) => Promise<void>): Promise<Result<SignedFile, FileRefusal>>;
}

/** A document in memory: XML and bare values are made over the whole. */
const WHOLE_BYTES = 128 * 1024 * 1024;

const ANY_GOOD_KEY: KeyFilter = {
  stores: null,
  usage: 'any',
  purposes: [],
  iin: null,
  bin: null,
  serial: null,
  issuers: 'trusted',
  allowExpired: false,
  allowRevoked: false,
};

type FileSignerOptions = Pick<SigningDeskOptions, 'clock' | 'policy' | 'files' | 'digests' | 'places' | 'timeStamps' | 'verifyCertificate' | 'record'>;

export function createFileSigner(options: FileSignerOptions): FileSigner {
  const { clock, files, digests, places, timeStamps } = options;

  /** @returns SHA-256 of what was signed */
  async function signWith(key: SigningKey, { path, form }: FileOrder, keep: (pieces: AsyncIterable<Bytes>) => Promise<void>): Promise<Result<Bytes, FileRefusal>> {
    const size = await files.size(path);
    if (!size.ok) return failure({ code: 'file', reason: size.failure });
    const maker = { key, at: clock.now(), files, digests, timeStamps };
    if (size.value <= WHOLE_BYTES) {
      const bytes = await files.read(path, WHOLE_BYTES);
      if (!bytes.ok) return failure({ code: 'file', reason: bytes.failure });
      const made = await makeSignature({ type: 'bytes', bytes: bytes.value }, formOf(form), maker);
      if (!made.ok) return failure({ code: 'signature', failure: made.failure });
      await keep(once(made.value));
      return success(await digestOf('SHA-256', bytes.value));
    }
    if (form.format !== 'cms') return failure({ code: 'file', reason: 'file-too-large' });
    const scheme = key.schemes[0];
    if (scheme === undefined) return failure({ code: 'signature', failure: { code: 'key', reason: 'scheme-refused' } });
    if (form.timeStamped && timeStamps === null) return failure({ code: 'signature', failure: { code: 'time-stamp', reason: 'no-authority' } });
    try {
      const digest = await hashPieces('SHA-256', files.pieces(path), digests);
      const input = { key, scheme, at: maker.at, attached: form.attached ?? true, timeStamps: form.timeStamped ? timeStamps : null, digests };
      const pieces = await signPieces(() => unchangedPieces(files.pieces(path), digest, digests), input);
      if (!pieces.ok) return failure({ code: 'signature', failure: pieces.failure });
      await keep(pieces.value);
      return success(digest);
    } catch (error) {
      if (error instanceof StreamedSignatureFailed) return failure({ code: 'signature', failure: error.failure });
      throw error;
    }
  }

  /** A token may hold keys of several people and purposes; of a file there is one. */
  async function firstUsable(keys: readonly SigningKey[]): Promise<Result<SigningKey, FileRefusal>> {
    let refused: FileRefusal = { code: 'open', refusal: { code: 'key-file-unreadable', triesLeft: null } };
    for (const key of keys) {
      const { objection } = await judgeKey(key, ANY_GOOD_KEY, { now: clock.now(), policy: options.policy(), verifyCertificate: options.verifyCertificate });
      if (objection === null) return success(key);
      if (refused.code === 'open') refused = { code: 'key', objection };
    }
    return failure(refused);
  }

  return {
    async sign(order, keep) {
      const opened = await places.open(order.place, order.password);
      if (!opened.ok) return failure({ code: 'open', refusal: opened.failure });
      try {
        const chosen = await firstUsable(opened.value);
        if (!chosen.ok) return chosen;
        const key = chosen.value;
        const made = await signWith(key, order, keep);
        if (!made.ok) return made;
        const digestHex = bytesToHex(made.value);
        await options.record(signatureMade({ kind: 'workstation' }, [digestHex], order.form, key.owner.certificateHash));
        return success({ digestHex, signer: key.owner });
      } finally {
        for (const each of opened.value) await each.close();
      }
    },
  };
}

async function* once(bytes: Bytes): AsyncGenerator<Bytes> {
  yield bytes;
}

function formOf({ format, attached, timeStamped }: SignedForm): SignatureForm {
  switch (format) {
    case 'cms':
      return { type: 'cms', attached: attached ?? true, timeStamp: timeStamped };
    case 'xml':
      return { type: 'xml', layout: 'compact', signedPath: '', parentPath: '' };
    case 'raw':
      return { type: 'raw' };
  }
}
