/** Asks for a time-stamp over a signature value (RFC 3161, as CAdES-T carries it) and takes only one that is about exactly this value. */
import { failure, type Result, success } from '../../../../../shared/util/result.ts';
import { bytesEqual } from '../../../../../shared/util/bytes.ts';
import type { TimeStampSource } from '../../../../ports/signing/time-stamp-source.ts';
import { digestOf } from '../../../trust/algorithms/index.ts';
import { type Bytes, encode, Malformed, octets, readOid, readOnly, readSmallInteger, sequence, TAG } from '../../../trust/asn1/index.ts';
import type { SignatureScheme } from '../../keys/signature-schemes.ts';
import { integer } from './elements.ts';
import { digestAlgorithmOf } from './signer-info.ts';
import { readExistingSignature } from './read-existing.ts';

type Imprint = Pick<SignatureScheme, 'hash' | 'digestOid'>;

const SHA_256: Imprint = { hash: 'SHA-256', digestOid: '2.16.840.1.101.3.4.2.1' };
/** PKIStatus granted and grantedWithMods. */
const MOST_GRANTED = 1;

/** DER of the token, or in a word why there is none. Whether its authority is trusted is judged with the signature, by whoever verifies it. */
export async function timeStampOf(signature: Bytes, scheme: Imprint, source: TimeStampSource): Promise<Result<Bytes, string>> {
  const { hash, digestOid } = source.imprintHash === 'signature' ? scheme : SHA_256;
  const digest = await digestOf(hash, signature);
  const nonce = crypto.getRandomValues(new Uint8Array(8));
  // Positive and minimal: the first bit clear, the first octet not zero.
  nonce[0] = (nonce[0]! & 0x7f) | 0x40;
  const imprint = sequence(digestAlgorithmOf({ digestOid }), octets(digest));
  const request = sequence(integer(Uint8Array.of(1)), imprint, integer(nonce), encode(TAG.boolean, Uint8Array.of(0xff)));
  const answered = await source.stamp(request);
  if (!answered.ok) return failure(answered.failure.code);
  try {
    const token = grantedToken(new Uint8Array(answered.value));
    if (token === null) return failure('time-stamp-not-granted');
    return isAbout(token, digest, nonce) ? success(token) : failure('time-stamp-of-something-else');
  } catch (error) {
    if (error instanceof Malformed) return failure('answer-malformed');
    throw error;
  }
}

/** TimeStampResp ::= SEQUENCE { PKIStatusInfo, TimeStampToken OPTIONAL }. @throws {Malformed} */
function grantedToken(response: Bytes): Bytes | null {
  const reader = readOnly(response, TAG.sequence);
  const status = readSmallInteger(reader.inside(TAG.sequence));
  if (status > MOST_GRANTED || reader.atEnd) return null;
  const token = reader.expect(TAG.sequence).encoded;
  reader.end();
  return token;
}

/** @throws {Malformed} */
function isAbout(token: Bytes, digest: Bytes, nonce: Bytes): boolean {
  const info = readExistingSignature(token)?.content ?? null;
  if (info === null) return false;
  const reader = readOnly(info, TAG.sequence);
  readSmallInteger(reader);
  readOid(reader);
  const imprint = reader.inside(TAG.sequence);
  imprint.expect(TAG.sequence);
  if (!bytesEqual(imprint.expect(TAG.octetString).content, digest)) return false;
  // After serial and time: accuracy, ordering, then the nonce we sent.
  return reader.rest().some(({ tag, content }) => tag === TAG.integer && bytesEqual(content, nonce));
}
