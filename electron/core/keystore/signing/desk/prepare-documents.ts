/** Reads what is to be signed before anybody is asked: a document that is none never becomes a dialog. */
import type { DocumentToSign } from '../../../../../shared/domain/signing/signing-request.ts';
import { failure, type Result, success } from '../../../../../shared/util/result.ts';
import { bytesToHex } from '../../../../../shared/util/bytes.ts';
import type { LocalFiles } from '../../../../ports/signing/local-files.ts';
import type { StreamedDigests } from '../../../../ports/trust/streamed-digests.ts';
import type { Bytes } from '../../../trust/asn1/index.ts';
import { readLargeCms } from '../cms/large-cms.ts';
import { hashPieces } from '../content-hash.ts';
import type { OrderRefusal, SignatureForm, ToSign } from '../signing-order.ts';
import { xmlFault } from '../xml/xml-fault.ts';
import { describeDigest, describeDocument } from './describe-document.ts';

export type Content = { type: 'bytes'; bytes: Bytes } | { type: 'digest'; digest: Bytes } | { type: 'file'; path: string; digest: Bytes };

export interface PreparedDocument {
  content: Content;
  shown: DocumentToSign;
}

/** Up to here a file is read whole and shown; beyond it is signed piece by piece and known by its digest. */
const READ_WHOLE_BYTES = 32 * 1024 * 1024;

interface Sources {
  files: LocalFiles;
  digests: StreamedDigests;
  picked: Picked;
}

export interface Picked {
  /** Whether the person picked this path for this caller a short while ago; a second use needs a second choice. */
  take(path: string): boolean;
}

export async function prepareDocuments(
  documents: readonly ToSign[],
  form: SignatureForm,
  sources: Sources,
): Promise<Result<PreparedDocument[], OrderRefusal>> {
  const prepared: PreparedDocument[] = [];
  for (const document of documents) {
    const one = await prepareOne(document, form, sources);
    if (!one.ok) return one;
    prepared.push(one.value);
  }
  return success(prepared);
}

async function prepareOne(document: ToSign, form: SignatureForm, sources: Sources): Promise<Result<PreparedDocument, OrderRefusal>> {
  switch (document.type) {
    case 'digest':
      return success({ content: document, shown: describeDigest(document.digest) });
    case 'bytes': {
      const fault = form.type === 'xml' ? xmlFault(document.bytes) : null;
      if (fault !== null) return failure({ code: 'document-malformed', detail: fault });
      const { bytes, name } = document;
      return success({ content: { type: 'bytes', bytes }, shown: await describeDocument(bytes, name) });
    }
    case 'picked-file':
      return sources.picked.take(document.path) ? prepareFile(document.path, sources) : failure({ code: 'file-not-found' });
  }
}

async function prepareFile(path: string, { files, digests }: Sources): Promise<Result<PreparedDocument, OrderRefusal>> {
  const size = await files.size(path);
  if (!size.ok) return failure({ code: 'file-not-found' });
  const name = path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
  if (size.value <= READ_WHOLE_BYTES) {
    const bytes = await files.read(path, READ_WHOLE_BYTES);
    if (!bytes.ok) return failure({ code: 'file-not-found' });
    return success({ content: { type: 'bytes', bytes: bytes.value }, shown: await describeDocument(bytes.value, name) });
  }
  const digest = await hashPieces('SHA-256', files.pieces(path), digests);
  const existing = await readLargeCms(files.pieces(path), 'SHA-256', digests);
  const shown: DocumentToSign = { name, size: size.value, digestHex: bytesToHex(digest), signatures: existing?.parts.signerInfos.length ?? 0, preview: { kind: 'binary' } };
  return success({ content: { type: 'file', path, digest }, shown });
}
