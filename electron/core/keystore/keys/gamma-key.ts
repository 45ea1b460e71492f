/**
 * Keys of the withdrawn Gamma arc (1.3.6.1.4.1.6801): the curve of GOST 34.310-2004 in a wrapping of Windows' CryptoAPI.
 * They are opened so that their owners can keep and hand them on; nothing is signed with them.
 */
import { bytesEqual } from '../../../../shared/util/bytes.ts';
import type { PrivateKey, PublicKey } from '../../trust/algorithms/index.ts';
import { type Bytes, complete, Malformed, octets, readOnly, readSmallInteger, TAG } from '../../trust/asn1/index.ts';
import { GAMMA_KEY, GOST_SCHEMES, pointOctets, publicKeyOf, readGostSecret } from '../../trust/gost/index.ts';

/** PUBLICKEYBLOB: its header, the algorithm, the magic “\0EC1” and the length in bits, as two keys of 2023 have them; then x ‖ y, each little-endian. */
const BLOB_HEADER = Uint8Array.of(0x06, 0x02, 0, 0, 0x3a, 0xaa, 0, 0, 0, 0x45, 0x43, 0x31, 0, 0x02, 0, 0);
const SECRET_BYTES = 32;

/** Does this public key belong to the private one? @throws {Malformed} when the private key is none. */
export function gammaPossession({ contents }: PrivateKey): (key: PublicKey) => boolean {
  const { curve } = GOST_SCHEMES.find(({ name }) => name === 'GOST 34.310-2004')!;
  const own = pointOctets(publicKeyOf(curve, readGostSecret(curve, littleEndianOctets(contents))));
  return ({ algorithm, bits }) =>
    algorithm.oid === GAMMA_KEY &&
    bits.length === BLOB_HEADER.length + own.length &&
    bytesEqual(bits.subarray(0, BLOB_HEADER.length), BLOB_HEADER) &&
    bytesEqual(bits.subarray(BLOB_HEADER.length), own);
}

/** SEQUENCE { INTEGER 1, OCTET STRING }, the number big-endian; as the OCTET STRING of the later keys. @throws {Malformed} */
function littleEndianOctets(contents: Bytes): Bytes {
  const secret = complete(readOnly(contents, TAG.sequence), (reader) => {
    if (readSmallInteger(reader) !== 1) throw new Malformed('private key of an unknown version');
    return reader.expect(TAG.octetString).content;
  });
  if (secret.length !== SECRET_BYTES) throw new Malformed('private key of another length');
  return octets(secret.toReversed());
}
