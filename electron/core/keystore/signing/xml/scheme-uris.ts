/** What a scheme of CMS is called in XML signatures. */
import { digestUriOf, signatureUriOf } from '../../../trust/xml/index.ts';
import type { SignatureScheme } from '../../keys/signature-schemes.ts';

/** Null for a scheme XML has no name for. */
export function schemeUris({ signatureOid, digestOid }: SignatureScheme): { signatureMethod: string; digestMethod: string } | null {
  const signatureMethod = signatureUriOf(signatureOid);
  const digestMethod = digestUriOf(digestOid);
  return signatureMethod === null || digestMethod === null ? null : { signatureMethod, digestMethod };
}
