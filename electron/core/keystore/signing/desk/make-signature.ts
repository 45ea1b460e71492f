/** One document, one key, one form: the signature, or why there is none. */
import { failure, type Result, success } from '../../../../../shared/util/result.ts';
import type { LocalFiles } from '../../../../ports/signing/local-files.ts';
import type { StreamedDigests } from '../../../../ports/trust/streamed-digests.ts';
import type { TimeStampSource } from '../../../../ports/signing/time-stamp-source.ts';
import type { Bytes } from '../../../trust/asn1/index.ts';
import type { SigningKey } from '../../signing-key.ts';
import { type CmsInput, signCms, signDigest } from '../cms/sign-cms.ts';
import { signPieces, StreamedSignatureFailed } from '../cms/sign-pieces.ts';
import { unchangedPieces } from '../cms/unchanged-pieces.ts';
import type { SignatureFailure } from '../signature-failure.ts';
import type { SignatureForm } from '../signing-order.ts';
import { signXml } from '../xml/sign-xml.ts';
import type { Content } from './prepare-documents.ts';

export interface SignatureMaker {
  key: SigningKey;
  at: Date;
  files: LocalFiles;
  digests: StreamedDigests;
  /** Null where no authority of time is known. */
  timeStamps: TimeStampSource | null;
}

/** @throws {TypeError} where the form and the content do not go together: orders are read so that they do. */
export async function makeSignature(content: Content, form: SignatureForm, maker: SignatureMaker): Promise<Result<Bytes, SignatureFailure>> {
  const scheme = maker.key.schemes[0];
  if (scheme === undefined) return failure({ code: 'key', reason: 'scheme-refused' });
  switch (form.type) {
    case 'cms': {
      if (form.timeStamp && maker.timeStamps === null) return failure({ code: 'time-stamp', reason: 'no-authority' });
      const { key, at } = maker;
      return cmsOf(content, { key, scheme, at, attached: form.attached, timeStamps: form.timeStamp ? maker.timeStamps : null }, maker);
    }
    case 'xml':
      if (content.type !== 'bytes') throw new TypeError('an XML document is signed whole');
      return signXml(content.bytes, { key: maker.key, scheme, layout: form.layout, signedPath: form.signedPath, parentPath: form.parentPath });
    case 'raw': {
      if (content.type !== 'bytes') throw new TypeError('a bare value is made over the whole document');
      const value = await maker.key.sign(content.bytes, scheme);
      return value.ok ? success(new Uint8Array(value.value)) : failure({ code: 'key', reason: value.failure });
    }
  }
}

async function cmsOf(content: Content, input: CmsInput, { files, digests }: Pick<SignatureMaker, 'files' | 'digests'>): Promise<Result<Bytes, SignatureFailure>> {
  switch (content.type) {
    case 'bytes':
      return signCms(content.bytes, input);
    case 'digest':
      return signDigest(content.digest, input);
    case 'file':
      return whole(() => signPieces(() => unchangedPieces(files.pieces(content.path), content.digest, digests), { ...input, digests }));
  }
}

/** An answer to a portal is one text: what is written in pieces is put together for it. */
async function whole(sign: () => Promise<Result<AsyncIterable<Bytes>, SignatureFailure>>): Promise<Result<Bytes, SignatureFailure>> {
  try {
    const pieces = await sign();
    if (!pieces.ok) return pieces;
    const parts: Bytes[] = [];
    for await (const piece of pieces.value) parts.push(piece);
    return success(new Uint8Array(await new Blob(parts).arrayBuffer()));
  } catch (error) {
    if (error instanceof StreamedSignatureFailed) return failure(error.failure);
    throw error;
  }
}
