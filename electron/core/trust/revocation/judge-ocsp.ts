/** What an OCSP answer proves about one certificate: only from an authorised responder, about this certificate, in its time. */
import { bytesEqual } from '../../../../shared/util/bytes.ts';
import type { HashName } from '../algorithms/algorithms.ts';
import { digestOf } from '../algorithms/digest.ts';
import { signedBy } from '../path/signed-by.ts';
import { type Certificate, tryReadCertificate } from '../x509/certificate.ts';
import { type Bytes, Malformed } from '../asn1/der.ts';
import { usableUntil } from './evidence-age.ts';
import { CLOCK_SKEW_MS, OCSP_MAX_AGE_MS } from '../limits.ts';
import { type BasicResponse, type CertId, readOcspResponse, type SingleResponse } from './ocsp-response.ts';
import { EXTENSION, KEY_USAGE, PURPOSE } from '../oids.ts';
import { everyCertificateFault } from '../path/path-rules.ts';
import { type Proof, type RevocationStatus, stale, unknown } from './revocation-status.ts';
import { verifyValue } from '../algorithms/verify-value.ts';

export interface OcspQuestion {
  certificate: Certificate;
  issuer: Certificate;
  /**
   * Asked about a delegated responder whose certificate has no id-pkix-ocsp-nocheck (RFC 6960 4.2.2.2.1). Our policy: it must be cleared
   * by a list, or the answer proves nothing; left out, no list can be asked.
   */
  statusOfResponder?(responder: Certificate): Promise<RevocationStatus>;
  /** extnValue that was asked with; null only where a stored answer is judged. */
  nonce: Bytes | null;
  now: Date;
  /** By when the answer provably existed, for algorithms that are weak since; now where left out. */
  provenAt?: Date;
  /** An answer older than this is stale even before its next update; left out, an answer that names none is good for a day. */
  maxAgeMs?: number | undefined;
}

/** `reusableUntil` in epoch ms; null where the answer is for once. */
export interface JudgedEvidence {
  status: RevocationStatus;
  reusableUntil: number | null;
}

const CERT_ID_HASHES: Readonly<Record<string, HashName>> = {
  // SHA-1 only names the issuer here; it protects nothing.
  '1.3.14.3.2.26': 'SHA-1',
  '2.16.840.1.101.3.4.2.1': 'SHA-256',
  '2.16.840.1.101.3.4.2.2': 'SHA-384',
  '2.16.840.1.101.3.4.2.3': 'SHA-512',
};

const nothing = (status: RevocationStatus): JudgedEvidence => ({ status, reusableUntil: null });

export async function judgeOcsp(encoded: Uint8Array, question: OcspQuestion): Promise<JudgedEvidence> {
  try {
    const response = readOcspResponse(encoded);
    if (typeof response === 'number') return nothing(unknown(`responder refused with status ${response}`));
    return await judgeResponse(response, question, encoded);
  } catch (error) {
    if (error instanceof Malformed) return nothing(unknown(`malformed OCSP answer: ${error.message}`));
    throw error;
  }
}

async function judgeResponse(response: BasicResponse, asked: OcspQuestion, encoded: Uint8Array): Promise<JudgedEvidence> {
  // What clears the responder is part of the proof.
  const responders: RevocationStatus[] = [];
  const question: OcspQuestion = {
    ...asked,
    async statusOfResponder(responder) {
      const status = (await asked.statusOfResponder?.(responder)) ?? unknown('no list was asked');
      responders.push(status);
      return status;
    },
  };
  const doubt = extensionDoubt(response, question.nonce) ?? (await responderDoubt(response, question));
  if (doubt !== null) return nothing(unknown(doubt));
  const matching: SingleResponse[] = [];
  for (const single of response.responses) if (await isAbout(single.certId, question)) matching.push(single);
  if (matching.length === 0) return nothing(unknown('OCSP answer about another certificate'));
  if (matching.some(({ extensions }) => [...extensions.values()].some(({ critical }) => critical))) {
    return nothing(unknown('critical extension in the OCSP answer'));
  }
  // Contradicting answers: the worse one counts.
  const worst =
    matching.find(({ status }) => status.state === 'revoked') ?? matching.find(({ status }) => status.state === 'unknown') ?? matching[0]!;
  const age = agingOf(worst, response.producedAt, question);
  if (age !== null) return nothing(stale(age));
  const asOf = response.producedAt;
  const proof: Proof = { ocsp: [encoded], crls: responders.flatMap((status) => ('proof' in status ? (status.proof?.crls ?? []) : [])) };
  switch (worst.status.state) {
    case 'good':
      // Without nextUpdate newer information may be there at any time (RFC 6960 4.2.2.1).
      return { status: { state: 'good', asOf, proof }, reusableUntil: worst.nextUpdate === null ? null : endOf(worst, question) };
    case 'unknown':
      return nothing(unknown('responder does not know the certificate'));
    case 'revoked':
      // RFC 6960 2.2: “non-issued” is answered as on hold since 1970.
      return nothing(
        worst.status.at.getTime() === 0 && worst.status.reason === 6
          ? { state: 'not-issued', asOf, proof }
          : { state: 'revoked', at: worst.status.at, reason: worst.status.reason, asOf, proof },
      );
  }
}

function extensionDoubt(response: BasicResponse, nonce: Bytes | null): string | null {
  for (const [id, { critical }] of response.extensions)
    if (critical && id !== EXTENSION.ocspNonce) return `critical extension ${id} in the OCSP answer`;
  if (nonce === null) return null;
  const echoed = response.extensions.get(EXTENSION.ocspNonce);
  return echoed !== undefined && bytesEqual(echoed.value, nonce) ? null : 'OCSP answer is not to our request';
}

/** Why nobody authorised signed the answer; null when the issuer did, or one whom it gave the purpose OCSPSigning (RFC 6960 4.2.2.2). */
export async function responderDoubt(
  response: BasicResponse,
  { issuer, now, provenAt = now, statusOfResponder }: Pick<OcspQuestion, 'issuer' | 'now' | 'provenAt' | 'statusOfResponder'>,
): Promise<string | null> {
  const delegates = response.certificates.map(tryReadCertificate).filter((certificate) => certificate !== null);
  for (const signer of [issuer, ...delegates]) {
    if (!(await isResponder(response.responder, signer))) continue;
    const answer = await verifyValue({
      algorithm: response.signatureAlgorithm,
      digest: null,
      key: signer.publicKey,
      data: response.data,
      value: response.signature,
      madeBy: provenAt,
    });
    if (answer.is === 'refused') return `OCSP answer is signed with ${answer.why}`;
    if (answer.is !== 'right') continue;
    if (signer === issuer) return null;
    if (!(await isDelegate(signer, issuer, now, provenAt))) continue;
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

async function isDelegate(delegate: Certificate, issuer: Certificate, now: Date, provenAt: Date): Promise<boolean> {
  return (
    delegate.issuer.canonical === issuer.subject.canonical &&
    delegate.extendedKeyUsage?.includes(PURPOSE.ocspSigning) === true &&
    delegate.keyUsage?.has(KEY_USAGE.digitalSignature) !== false &&
    everyCertificateFault(delegate, now, provenAt) === null &&
    (await signedBy(delegate, issuer, provenAt)).is === 'right'
  );
}

async function isAbout(certId: CertId, { certificate, issuer }: OcspQuestion): Promise<boolean> {
  return certId.serialHex === certificate.serialHex && isOfIssuer(certId, issuer);
}

/** RFC 6960 4.1.1: the issuer by its name and its key; authorities share names. */
export async function isOfIssuer(certId: CertId, issuer: Certificate): Promise<boolean> {
  const hash = CERT_ID_HASHES[certId.hashAlgorithm];
  return (
    hash !== undefined &&
    bytesEqual(certId.issuerNameHash, await digestOf(hash, issuer.subject.encoded)) &&
    bytesEqual(certId.issuerKeyHash, await digestOf(hash, issuer.publicKey.bits))
  );
}

const endOf = (answer: SingleResponse, { maxAgeMs }: OcspQuestion): number =>
  usableUntil(answer, maxAgeMs ?? (answer.nextUpdate === null ? OCSP_MAX_AGE_MS : Number.POSITIVE_INFINITY));

function agingOf(answer: SingleResponse, producedAt: Date, question: OcspQuestion): string | null {
  const { thisUpdate } = answer;
  const time = question.now.getTime();
  if (thisUpdate.getTime() > time + CLOCK_SKEW_MS || producedAt.getTime() > time + CLOCK_SKEW_MS)
    return `OCSP answer from the future: ${thisUpdate.toISOString()}`;
  return time > endOf(answer, question) + CLOCK_SKEW_MS ? `OCSP answer of ${thisUpdate.toISOString()}` : null;
}
