/** CAdES over content of any size, read piece by piece: detached, attached, and beside the signatures a large CMS already bears. */
import { bytesEqual } from '../../../../../shared/util/bytes.ts';
import { failure, type Result, success } from '../../../../../shared/util/result.ts';
import type { StreamedDigests } from '../../../../ports/trust/streamed-digests.ts';
import { type Bytes, Malformed } from '../../../trust/asn1/index.ts';
import { createContentHash, hashPieces } from '../content-hash.ts';
import type { SignatureFailure } from '../signature-failure.ts';
import { CMS_OID } from './elements.ts';
import { contentPieces, readLargeCms } from './large-cms.ts';
import { certificatesOf, type SignerOptions, signerOver } from './new-signer.ts';
import { signDigest } from './sign-cms.ts';
import { digestAlgorithmOf } from './signer-info.ts';
import { streamSignedData } from './stream-signed-data.ts';

export interface PiecesInput extends SignerOptions {
  attached: boolean;
  digests: StreamedDigests;
}

/** What a stream throws where the key or the authority of time fails in the middle of it. */
export class StreamedSignatureFailed extends Error {
  readonly failure: SignatureFailure;
  constructor(reason: SignatureFailure) {
    super(`the signature was not made: ${reason.code}`);
    this.failure = reason;
  }
}

/**
 * In the memory of one piece. A CMS around its content gets one more signer and keeps its form.
 * @param read begins anew at each call; what it throws goes through
 * @returns pieces that throw {StreamedSignatureFailed} after part of them was given out: the caller throws that part away.
 */
export async function signPieces(read: () => AsyncIterable<Uint8Array>, input: PiecesInput): Promise<Result<AsyncIterable<Bytes>, SignatureFailure>> {
  const existing = await readLargeCms(read(), input.scheme.hash, input.digests);
  if (existing !== null) {
    const signer = await signerOver(existing.digest, CMS_OID.data, input);
    if (!signer.ok) return signer;
    const { parts } = existing;
    const again = createContentHash(input.scheme.hash, input.digests);
    return success(
      streamSignedData(contentAgain(read()), {
        ...parts,
        digestAlgorithms: [...parts.digestAlgorithms, signer.value.digestAlgorithm],
        certificates: [...parts.certificates, ...certificatesOf(input.key)],
        update: (piece) => again.update(piece),
        async finish() {
          if (!bytesEqual(again.digest(), existing.digest)) throw new StreamedSignatureFailed({ code: 'document-changed' });
          return [...parts.signerInfos, signer.value.encoded];
        },
      }),
    );
  }
  if (input.attached) return success(attachedPieces(read(), input));
  const signed = await signDigest(await hashPieces(input.scheme.hash, read(), input.digests), input);
  return signed.ok ? success(once(signed.value)) : failure(signed.failure);
}

/** What was a CMS at the first reading and is none at the second has changed. */
async function* contentAgain(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<Bytes> {
  try {
    yield* contentPieces(pieces);
  } catch (error) {
    throw error instanceof Malformed ? new StreamedSignatureFailed({ code: 'document-changed' }) : error;
  }
}

function attachedPieces(pieces: AsyncIterable<Uint8Array>, input: PiecesInput): AsyncGenerator<Bytes> {
  const hash = createContentHash(input.scheme.hash, input.digests);
  return streamSignedData(pieces, {
    version: 1,
    digestAlgorithms: [digestAlgorithmOf(input.scheme)],
    certificates: certificatesOf(input.key),
    revocationInfo: [],
    update: (piece) => hash.update(piece),
    async finish() {
      const signer = await signerOver(hash.digest(), CMS_OID.data, input);
      if (!signer.ok) throw new StreamedSignatureFailed(signer.failure);
      return [signer.value.encoded];
    },
  });
}

async function* once(bytes: Bytes): AsyncGenerator<Bytes> {
  yield bytes;
}
