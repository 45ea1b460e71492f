/** A stored key as the page and the command line may see it. */
import type { KeyState, KeyView } from '../../../../shared/domain/keys/key-view.ts';
import { commonNameOf, identityOf } from '../../trust/x509/index.ts';
import { readPublicKey } from '../../trust/algorithms/index.ts';
import { complete, DerReader, TAG } from '../../trust/asn1/index.ts';
import { keyFileName } from '../pkcs12/key-identifier.ts';
import { NON_REPUDIATION } from '../signing-key-of.ts';
import { ownCertificateOf, type StoredKey } from './stored-key.ts';

export async function keyViewOf(key: StoredKey, state: KeyState): Promise<KeyView> {
  const read = ownCertificateOf(key);
  const { bits } = complete(new DerReader(new Uint8Array(key.publicKey)), (reader) => readPublicKey(reader.expect(TAG.sequence)));
  const shown = { id: key.id, algorithm: key.algorithm, fileName: keyFileName(key.algorithm, read?.extendedKeyUsage ?? [], bits), addedAt: key.addedAt, state };
  if (read === null) return { ...shown, certificate: null };
  const { commonName, iin, organisation, bin, roles, serialHex, certificateHash, notBefore, notAfter } = await identityOf(read);
  return {
    ...shown,
    certificate: {
      commonName,
      iin,
      organisation,
      bin,
      roles,
      forSigning: read.keyUsage?.has(NON_REPUDIATION) ?? false,
      issuer: commonNameOf(read.issuer),
      serialHex,
      certificateHash,
      notBefore: notBefore.toISOString(),
      notAfter: notAfter.toISOString(),
    },
  };
}
