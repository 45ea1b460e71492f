/** A key of an opened store as the dialog shows it: whose it is, how long, and why it can or cannot be used. */
import type { KeyOffer } from '../../../../../shared/domain/signing/signing-keys.ts';
import { tryReadCertificate } from '../../../trust/x509/index.ts';
import type { OfferedKey } from './signing-request.ts';

const COMMON_NAME = '2.5.4.3';

export function keyOffer(keyId: string, { key, standing }: OfferedKey): KeyOffer {
  const { commonName, organisation, iin, bin, roles, serialHex, notBefore, notAfter } = key.owner;
  const issuer = tryReadCertificate(key.certificate)?.issuer.attributes.find(({ type }) => type === COMMON_NAME)?.text ?? '';
  return {
    keyId,
    algorithm: key.algorithm,
    commonName,
    organisation,
    iin,
    bin,
    roles,
    issuer,
    serialHex,
    notBefore: notBefore.toISOString(),
    notAfter: notAfter.toISOString(),
    ...standing,
  };
}
