/** Whose key signed exactly this SignedInfo? Only what comes out of here may be asked what the signature is over. */
import type { DatedAlgorithm } from '../../../../shared/domain/trust/algorithm-term.ts';
import { derOfFixedWidth } from '../algorithms/ecdsa-value.ts';
import { curveOf } from '../algorithms/public-key.ts';
import { verifyValue, type ValueAnswer } from '../algorithms/verify-value.ts';
import type { Bytes } from '../asn1/der.ts';
import { Malformed } from '../malformed.ts';
import { failed, type Finding, undetermined } from '../answer/layers.ts';
import type { Certificate } from '../x509/certificate.ts';
import { signatureAlgorithmOf, type XmlSignatureAlgorithm } from './algorithm-uris.ts';
import { canonicalFormOf } from './allowed-methods.ts';
import { canonicalize } from './canonicalize.ts';
import { candidatesOf, keyHintsOf } from './key-hints.ts';
import { readSignedInfo, type Signature, type SignedInfo } from './read-signature.ts';
import type { Identified } from './signed-part.ts';
import { namesCertificate } from './xades.ts';
import type { XmlDocument } from './syntax/xml-tree.ts';

export type SignedInfoCheck =
  | { is: 'signed'; signedInfo: SignedInfo; certificate: Certificate; embedded: Certificate[]; legacy: readonly DatedAlgorithm[] }
  | { is: 'not-signed'; finding: Finding };

const notSigned = (finding: Finding): SignedInfoCheck => ({ is: 'not-signed', finding });

export interface SignatureSurroundings {
  document: XmlDocument;
  identified: Identified;
  /** Certificates besides those in the document. */
  known: readonly Certificate[];
  /** When the signatures provably existed; null where nothing proves it, so that weak algorithms are refused. */
  madeBy: Date | null;
}

/** @throws {Malformed} */
export async function verifySignedInfo(signature: Signature, { document, identified, known, madeBy }: SignatureSurroundings): Promise<SignedInfoCheck> {
  const form = canonicalFormOf(signature.canonicalization);
  if (form === null) return notSigned(failed('algorithm-refused', signature.canonicalization.uri));
  const octets = canonicalize({ document, apex: signature.signedInfo }, form);
  const signedInfo = readSignedInfo(octets);
  if (signedInfo.canonicalization.uri !== signature.canonicalization.uri) throw new Malformed('two canonicalizations');
  const algorithm = signatureAlgorithmOf(signedInfo.signatureMethod);
  if (algorithm === null) return notSigned(failed('algorithm-refused', signedInfo.signatureMethod));

  const hints = keyHintsOf(signature.keyInfo, identified);
  const candidates = candidatesOf(hints, known);
  if (candidates.length === 0) return notSigned(undetermined('signer-unidentified', 'the signer’s certificate is not in the signature'));
  let finding: Finding | null = null;
  for (const certificate of candidates) {
    const answer = await verifyBy(certificate, algorithm, { data: octets, value: signature.value, madeBy });
    if (answer.is === 'right') {
      if ((await namesCertificate(signature, certificate)) !== 'another')
        return { is: 'signed', signedInfo, certificate, embedded: hints.certificates, legacy: answer.legacy ?? [] };
      finding = failed('signature-wrong', 'the signature names another certificate');
    } else if ('why' in answer) finding ??= failed('algorithm-refused', answer.why);
  }
  return notSigned(finding ?? failed('signature-wrong'));
}

async function verifyBy(
  { publicKey }: Certificate,
  { identifier, value: form }: XmlSignatureAlgorithm,
  signed: { data: Bytes; value: Bytes; madeBy: Date | null },
): Promise<ValueAnswer> {
  const curve = form === 'same' ? null : curveOf(publicKey);
  const value = form === 'same' ? signed.value : curve && derOfFixedWidth(signed.value, curve.fieldBytes);
  if (value === null) return { is: 'wrong' };
  return verifyValue({ ...signed, algorithm: identifier, digest: null, key: publicKey, value });
}
