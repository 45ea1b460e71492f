/** One signer more, with a time-stamp where one is wanted: the part every form of CMS has in common. */
import { failure, type Result, success } from '../../../../../shared/util/result.ts';
import type { TimeStampSource } from '../../../../ports/signing/time-stamp-source.ts';
import type { Bytes } from '../../../trust/asn1/index.ts';
import type { SignatureScheme } from '../../keys/signature-schemes.ts';
import type { SystemKey } from '../../open-system-key.ts';
import type { SignatureFailure } from '../signature-failure.ts';
import { attribute, CMS_OID } from './elements.ts';
import { makeSignerInfo } from './signer-info.ts';
import { timeStampOf } from './time-stamp.ts';

export interface SignerOptions {
  /** Of a person, or of an information system. */
  key: SystemKey;
  scheme: SignatureScheme;
  at: Date;
  /** Null for a signature without a time-stamp. */
  timeStamps: TimeStampSource | null;
}

export async function signerOver(
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
export const certificatesOf = (key: Pick<SystemKey, 'certificate'>): Bytes[] => [new Uint8Array(key.certificate)];
