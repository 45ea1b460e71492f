/** Who may answer for an issuer: itself, or one whom it gave that purpose and whom nothing revokes (RFC 6960 4.2.2.2). */
import { bytesEqual } from '../../../../shared/util/bytes.ts';
import { digestOf } from '../algorithms/digest.ts';
import { verifyValue } from '../algorithms/verify-value.ts';
import { EXTENSION, KEY_USAGE, PURPOSE } from '../oids.ts';
import { everyCertificateFault } from '../path/path-rules.ts';
import { SignedLinks } from '../path/signed-by.ts';
import { type Certificate, tryReadCertificate } from '../x509/certificate.ts';
import type { BasicResponse } from './ocsp-response.ts';
import { type RevocationStatus, unknown } from './revocation-status.ts';

export interface ResponderQuestion {
  issuer: Certificate;
  now: Date;
  /** By when the answer provably existed, for algorithms that are weak since; now where left out. */
  provenAt?: Date;
  /**
   * Asked about a delegated responder whose certificate has no id-pkix-ocsp-nocheck (RFC 6960 4.2.2.2.1). Our policy: it must be cleared
   * by a list, or the answer proves nothing; left out, no list can be asked.
   */
  statusOfResponder?(responder: Certificate): Promise<RevocationStatus>;
  /** Of the question in whose course the answer is judged: one answer may bring dozens of would-be responders. */
  links?: SignedLinks | undefined;
}

/** Why nobody authorised signed the answer; null when somebody did. */
export async function responderDoubt(response: BasicResponse, { issuer, now, provenAt = now, statusOfResponder, links = new SignedLinks() }: ResponderQuestion): Promise<string | null> {
  const delegates = response.certificates.map(tryReadCertificate).filter((certificate) => certificate !== null);
  for (const signer of [issuer, ...delegates]) {
    if (!(await isResponder(response.responder, signer))) continue;
    if (links.isSpent) return 'too many signatures to verify';
    const answer = await verifyValue({
      algorithm: response.signatureAlgorithm,
      digest: null,
      key: signer.publicKey,
      data: response.data,
      value: response.signature,
      madeBy: provenAt,
    });
    if (answer.is === 'refused') return `OCSP answer is signed with ${answer.why}`;
    if (answer.is === 'wrong') links.noteVain();
    if (answer.is !== 'right') continue;
    if (signer === issuer) return null;
    if (!(await isDelegate(signer, issuer, { now, provenAt, links }))) continue;
    if (signer.extensions.has(EXTENSION.ocspNoCheck)) return null;
    const status = (await statusOfResponder?.(signer)) ?? unknown('no list was asked');
    return status.state === 'good' ? null : `OCSP responder that nothing clears: ${'detail' in status ? status.detail : status.state}`;
  }
  return 'OCSP answer is not signed by an authorised responder';
}

async function isResponder(responder: BasicResponse['responder'], certificate: Certificate): Promise<boolean> {
  if (responder.by === 'name') return responder.name.canonical === certificate.subject.canonical;
  return bytesEqual(responder.keyHash, await digestOf('SHA-1', certificate.publicKey.bits));
}

async function isDelegate(delegate: Certificate, issuer: Certificate, { now, provenAt, links }: Record<'now' | 'provenAt', Date> & { links: SignedLinks }): Promise<boolean> {
  return (
    delegate.issuer.canonical === issuer.subject.canonical &&
    delegate.extendedKeyUsage?.includes(PURPOSE.ocspSigning) === true &&
    delegate.keyUsage?.has(KEY_USAGE.digitalSignature) !== false &&
    everyCertificateFault(delegate, now, provenAt) === null &&
    (await links.answer(delegate, issuer, provenAt)).is === 'right'
  );
}
