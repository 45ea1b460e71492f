/** CAdES-BES and CAdES-T over whole documents: attached or detached, and beside the signatures that are already there. */
import { failure, type Result, success } from '../../../../../shared/util/result.ts';
import type { TimeStampSource } from '../../../../ports/time-stamp-source.ts';
import { digestOf } from '../../../trust/algorithms/index.ts';
import { type Bytes, Malformed } from '../../../trust/asn1/index.ts';
import type { SignatureScheme } from '../../keys/signature-schemes.ts';
import type { SigningKey } from '../../signing-key.ts';
import { createContentHash, hashPieces } from '../content-hash.ts';
import type { SignatureFailure } from '../signature-failure.ts';
import { attribute, CMS_OID } from './elements.ts';
import { type ExistingSigner, readExistingSignature, readExistingSigner } from './read-existing.ts';
import { makeSignerInfo, digestAlgorithmOf } from './signer-info.ts';
import { type SignedDataParts, writeSignedData } from './signed-data.ts';
import { streamSignedData } from './stream-signed-data.ts';
import { timeStampOf } from './time-stamp.ts';

export interface CmsInput {
  key: SigningKey;
  scheme: SignatureScheme;
  attached: boolean;
  at: Date;
  /** Null for a signature without a time-stamp. */
  timeStamps: TimeStampSource | null;
}

type SignerOptions = Omit<CmsInput, 'attached'>;

/** @param document the content; a CMS gets one more signer, and keeps the form it has. */
export async function signCms(document: Bytes, input: CmsInput): Promise<Result<Bytes, SignatureFailure>> {
  const existing = readExistingSignature(document);
  if (existing !== null && existing.contentType === CMS_OID.data) return coSign(existing, input);
  const digest = await digestOf(input.scheme.hash, document);
  return signedBy(digest, input, emptyParts(input.attached ? document : null));
}

/** Detached, over content that only its digest stands for. */
export function signDigest(digest: Bytes, input: SignerOptions): Promise<Result<Bytes, SignatureFailure>> {
  return signedBy(digest, input, emptyParts(null));
}

/** Detached, over content read piece by piece. */
export async function signPieces(pieces: AsyncIterable<Uint8Array>, input: SignerOptions): Promise<Result<Bytes, SignatureFailure>> {
  return signDigest(await hashPieces(input.scheme.hash, pieces), input);
}

/** What `signPiecesAttached` throws where the key or the authority of time fails in the middle of the stream. */
export class StreamedSignatureFailed extends Error {
  readonly failure: SignatureFailure;
  constructor(reason: SignatureFailure) {
    super(`the signature was not made: ${reason.code}`);
    this.failure = reason;
  }
}

/**
 * Attached, written while the content is read, in the memory of one piece.
 * @throws {StreamedSignatureFailed} after part of it was given out: the caller throws that part away.
 */
export function signPiecesAttached(pieces: AsyncIterable<Uint8Array>, input: SignerOptions): AsyncGenerator<Bytes> {
  const hash = createContentHash(input.scheme.hash);
  return streamSignedData(pieces, {
    digestAlgorithm: digestAlgorithmOf(input.scheme),
    certificates: certificatesOf(input.key),
    update: (piece) => hash.update(piece),
    async finish() {
      const signer = await signerOver(hash.digest(), CMS_OID.data, input);
      if (!signer.ok) throw new StreamedSignatureFailed(signer.failure);
      return signer.value.encoded;
    },
  });
}

async function coSign(existing: SignedDataParts, input: CmsInput): Promise<Result<Bytes, SignatureFailure>> {
  const digest = existing.content === null ? signedDigest(existing, input.scheme) : await digestOf(input.scheme.hash, existing.content);
  return digest === null ? failure({ code: 'content-unknown' }) : signedBy(digest, input, existing);
}

/** A detached CMS comes without its content: only a digest by our own hash, which its signers signed, says what it is. */
function signedDigest({ signerInfos }: SignedDataParts, { digestOid }: SignatureScheme): Bytes | null {
  for (const encoded of signerInfos) {
    const signer = tryReadSigner(encoded);
    if (signer?.digestOid === digestOid && signer.digest !== null) return signer.digest;
  }
  return null;
}

function tryReadSigner(encoded: Bytes): ExistingSigner | null {
  try {
    return readExistingSigner(encoded);
  } catch (error) {
    if (error instanceof Malformed) return null;
    throw error;
  }
}

async function signedBy(digest: Bytes, input: SignerOptions, parts: SignedDataParts): Promise<Result<Bytes, SignatureFailure>> {
  const signer = await signerOver(digest, parts.contentType, input);
  if (!signer.ok) return signer;
  return success(
    writeSignedData({
      ...parts,
      digestAlgorithms: [...parts.digestAlgorithms, signer.value.digestAlgorithm],
      certificates: [...parts.certificates, ...certificatesOf(input.key)],
      signerInfos: [...parts.signerInfos, signer.value.encoded],
    }),
  );
}

async function signerOver(
  digest: Bytes,
  contentType: string,
  { key, scheme, at, timeStamps }: SignerOptions,
): Promise<Result<{ digestAlgorithm: Bytes; encoded: Bytes }, SignatureFailure>> {
  const made = await makeSignerInfo({ key, scheme, digest, contentType, at });
  if (!made.ok) return failure({ code: 'key', reason: made.failure });
  const { digestAlgorithm, signature, encoded } = made.value;
  if (timeStamps === null) return success({ digestAlgorithm, encoded: encoded([]) });
  const token = await timeStampOf(signature, scheme, timeStamps);
  if (!token.ok) return failure({ code: 'time-stamp', reason: token.failure });
  return success({ digestAlgorithm, encoded: encoded([attribute(CMS_OID.timeStampToken, token.value)]) });
}

/** The signer's own alone, as the NCA's library writes it. */
const certificatesOf = (key: SigningKey): Bytes[] => [new Uint8Array(key.certificate)];

const emptyParts = (content: Bytes | null): SignedDataParts => ({
  version: 1,
  digestAlgorithms: [],
  contentType: CMS_OID.data,
  content,
  certificates: [],
  revocationInfo: [],
  signerInfos: [],
});
