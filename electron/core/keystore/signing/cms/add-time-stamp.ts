/** From CAdES-BES to CAdES-T: a time-stamp on each signature that has none, and not a byte of anything else changed. */
import { failure, type Result, success } from '../../../../../shared/util/result.ts';
import type { TimeStampSource } from '../../../../ports/signing/time-stamp-source.ts';
import { type Bytes, context, Malformed, sequence } from '../../../trust/asn1/index.ts';
import { SIGNATURE_SCHEMES } from '../../keys/signature-schemes.ts';
import type { SignatureFailure } from '../signature-failure.ts';
import { attribute, CMS_OID, taggedSet } from './elements.ts';
import { readExistingSignature, readExistingSigner } from './read-existing.ts';
import { writeSignedData } from './signed-data.ts';
import { timeStampOf } from './time-stamp.ts';

export async function addTimeStamp(signature: Bytes, source: TimeStampSource): Promise<Result<Bytes, SignatureFailure>> {
  const parts = readExistingSignature(signature);
  if (parts === null || parts.signerInfos.length === 0) return failure({ code: 'document-malformed', detail: 'not a CMS signature' });
  const signerInfos: Bytes[] = [];
  for (const encoded of parts.signerInfos) {
    const stamped = await stampSigner(encoded, source);
    if (!stamped.ok) return stamped;
    signerInfos.push(stamped.value);
  }
  return success(writeSignedData({ ...parts, signerInfos }));
}

async function stampSigner(encoded: Bytes, source: TimeStampSource): Promise<Result<Bytes, SignatureFailure>> {
  try {
    const signer = readExistingSigner(encoded);
    if (signer.unsignedAttributes.some(({ type }) => type === CMS_OID.timeStampToken)) return success(encoded);
    const scheme = SIGNATURE_SCHEMES.find(({ digestOid }) => digestOid === signer.digestOid);
    if (scheme === undefined) return failure({ code: 'document-malformed', detail: 'signature by an unknown hash' });
    const token = await timeStampOf(signer.signature, scheme, source);
    if (!token.ok) return failure({ code: 'time-stamp', reason: token.failure });
    const unsigned = [...signer.unsignedAttributes.map((each) => each.encoded), attribute(CMS_OID.timeStampToken, token.value)];
    return success(sequence(...signer.before, taggedSet(context(1), unsigned)));
  } catch (error) {
    if (error instanceof Malformed) return failure({ code: 'document-malformed', detail: 'not a CMS signature' });
    throw error;
  }
}
