/** Hands a key out with its certificate, under a password, in the form asked for. */
import type { KeyFileForm } from '../../../../shared/domain/keys/key-file-form.ts';
import { failure, type Result, success } from '../../../../shared/util/result.ts';
import type { Bytes } from '../../trust/asn1/index.ts';
import { tryReadCertificate } from '../../trust/x509/index.ts';
import { matchCertificate } from '../keys/own-certificate.ts';
import { keyIdentifier } from '../pkcs12/key-identifier.ts';
import { writeModernKeyFile, writePbmac1KeyFile } from '../pkcs12/write-modern-key-file.ts';
import { type RandomOctets, writeNcaKeyFile } from '../pkcs12/write-nca-key-file.ts';
import { writePemKey } from '../pkcs12/write-pem-key.ts';

const random: RandomOctets = (length) => crypto.getRandomValues(new Uint8Array(length));

const WRITERS = { nca: writeNcaKeyFile, modern: writeModernKeyFile, pbmac1: writePbmac1KeyFile, pem: writePemKey } as const;

export async function exportKey(privateKey: Bytes, encoded: Uint8Array, password: string, form: KeyFileForm): Promise<Result<Bytes, 'key-mismatch'>> {
  const certificate = tryReadCertificate(encoded);
  if (certificate === null || !(await matchCertificate(privateKey, [encoded])).ok) return failure('key-mismatch');
  const parts = { privateKey, certificate: certificate.encoded, keyId: keyIdentifier(certificate.publicKey.bits) };
  return success(await WRITERS[form](parts, password, random));
}
