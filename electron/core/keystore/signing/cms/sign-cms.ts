/** CAdES-BES and CAdES-T over whole documents: attached or detached, and beside the signatures that are already there. */
import { failure, type Result, success } from '../../../../../shared/util/result.ts';
import { digestOf } from '../../../trust/algorithms/index.ts';
import { type Bytes, Malformed } from '../../../trust/asn1/index.ts';
import type { SignatureScheme } from '../../keys/signature-schemes.ts';
import type { SignatureFailure } from '../signature-failure.ts';
import { CMS_OID } from './elements.ts';
import { certificatesOf, type SignerOptions, signerOver } from './new-signer.ts';
import { type ExistingSigner, readExistingSignature, readExistingSigner } from './read-existing.ts';
import { type SignedDataParts, writeSignedData } from './signed-data.ts';

export interface CmsInput extends SignerOptions {
  attached: boolean;
}

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

const emptyParts = (content: Bytes | null): SignedDataParts => ({
  version: 1,
  digestAlgorithms: [],
  contentType: CMS_OID.data,
  content,
  certificates: [],
  revocationInfo: [],
  signerInfos: [],
});
