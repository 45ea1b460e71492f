/** One SignerInfo against the content: is exactly this content signed by the key of exactly this certificate? */
import { bytesEqual } from '../../../../shared/util/bytes.ts';
import type { DatedAlgorithm } from '../../../../shared/domain/trust/algorithm-term.ts';
import { digestBy } from '../algorithms/algorithms.ts';
import type { Bytes } from '../asn1/der.ts';
import { type Certificate, tryReadCertificate } from '../x509/certificate.ts';
import { failed, type Finding, passed, undetermined } from '../answer/layers.ts';
import { LIMITS } from '../limits.ts';
import type { SignedData } from './read-signed-data.ts';
import type { SignerInfo, SignerReference } from './read-signer-info.ts';
import type { SignedContent } from './signed-content.ts';
import { namedCertificate, signedDigest } from './signed-attributes.ts';
import { verifyValue } from '../algorithms/verify-value.ts';

export interface SignerCheck {
  finding: Finding;
  /** Whose key made the signature; null unless it did. */
  certificate: Certificate | null;
  embedded: Certificate[];
  /** Algorithms of the past this rests on; what they are worth is decided by when it was made. */
  legacy: readonly DatedAlgorithm[];
}

const refers = (reference: SignerReference, certificate: Certificate): boolean =>
  reference.by === 'issuer-serial'
    ? reference.serialHex === certificate.serialHex && reference.issuer.canonical === certificate.issuer.canonical
    : reference.keyIdHex === certificate.subjectKeyId;

const readAlready = new WeakMap<readonly Bytes[], Certificate[]>();

/** Read once for all signers of a message: each of sixteen would read the certificates of all sixteen. */
function certificatesIn({ certificates }: SignedData): Certificate[] {
  const known = readAlready.get(certificates) ?? certificates.flatMap((encoded) => tryReadCertificate(encoded) ?? []);
  readAlready.set(certificates, known);
  return known;
}

/**
 * @param known certificates besides those in the message
 * @param madeBy when the signature provably existed; null where nothing proves it, so that weak algorithms are refused
 * @throws {Malformed}
 */
export async function verifySignerInfo(
  data: SignedData,
  signer: SignerInfo,
  content: SignedContent,
  known: readonly Certificate[],
  madeBy: Date | null = null,
): Promise<SignerCheck> {
  const embedded = certificatesIn(data);
  const none = (finding: Finding): SignerCheck => ({ finding, certificate: null, embedded, legacy: [] });
  // CAdES requires signed attributes; without them a set of attributes could pass for content (RFC 5652 security considerations).
  if (signer.signedAttributesEncoded === null) return none(failed('signature-malformed', 'no signed attributes'));
  const digest = digestBy(signer.digestAlgorithm, madeBy);
  if (digest.kind === 'refused') return none(failed('algorithm-refused', digest.why));
  const claimed = signedDigest(signer, data.contentType);
  if (claimed === null) return none(failed('signature-malformed', 'signed attributes'));
  // Neither waits for the other: both are done by threads of the platform, and reaching them takes as long as what they do.
  const candidates = [...embedded, ...known].filter((certificate) => refers(signer.reference, certificate));
  const [actual, proof] = await Promise.all([content.digest(digest.hash), signerAmong(candidates, signer, signer.signedAttributesEncoded, madeBy)]);
  if (!bytesEqual(claimed, actual)) return none(failed('content-mismatch', null));
  return { ...proof, embedded };
}

/** Whose key made the signature over the signed attributes. */
async function signerAmong(candidates: readonly Certificate[], signer: SignerInfo, data: Bytes, madeBy: Date | null): Promise<Omit<SignerCheck, 'embedded'>> {
  const none = (finding: Finding): Omit<SignerCheck, 'embedded'> => ({ finding, certificate: null, legacy: [] });
  if (candidates.length === 0) return none(undetermined('signer-unidentified', 'the signer’s certificate is not in the signature'));
  const usable = await notDisowned(signer, candidates);
  if (usable.length === 0) return none(failed('signature-wrong', 'the signature names another certificate'));
  let finding: Finding = failed('signature-wrong', null);
  for (const certificate of usable.slice(0, LIMITS.signerCandidates)) {
    const answer = await verifyValue({
      algorithm: signer.signatureAlgorithm,
      digest: signer.digestAlgorithm.oid,
      key: certificate.publicKey,
      data,
      value: signer.signature,
      madeBy,
    });
    if (answer.is === 'refused') finding = failed('algorithm-refused', answer.why);
    if (answer.is === 'right') return { finding: passed('integrity-intact'), certificate, legacy: answer.legacy ?? [] };
  }
  return none(finding);
}

/** A hash tells what a signature would cost milliseconds to tell: certificates the signer did not mean, put in by the dozen, are not tried. */
async function notDisowned(signer: SignerInfo, candidates: readonly Certificate[]): Promise<Certificate[]> {
  const usable: Certificate[] = [];
  for (const candidate of candidates) {
    const isNew = !usable.some(({ encoded }) => bytesEqual(encoded, candidate.encoded));
    if (isNew && (await namedCertificate(signer, candidate)) !== 'another') usable.push(candidate);
  }
  return usable;
}
