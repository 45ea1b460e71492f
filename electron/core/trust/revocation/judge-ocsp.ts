/** What an OCSP answer proves about one certificate: only from an authorised responder, about this certificate, in its time. */
import { bytesEqual } from '../../../../shared/util/bytes.ts';
import type { Certificate } from '../x509/certificate.ts';
import type { Bytes } from '../asn1/der.ts';
import { Malformed } from '../malformed.ts';
import { notGoodSince } from './crl-entries.ts';
import { speaksOf, usableUntil } from './evidence-age.ts';
import { CLOCK_SKEW_MS, OCSP_MAX_AGE_MS } from '../limits.ts';
import { EXTENSION } from '../oids.ts';
import { isOfIssuer } from './ocsp-cert-id.ts';
import { responderDoubt, type ResponderQuestion } from './ocsp-responder.ts';
import { type BasicResponse, type CertId, readOcspResponse, type SingleResponse } from './ocsp-response.ts';
import { type Proof, type RevocationStatus, stale, unknown } from './revocation-status.ts';

export interface OcspQuestion extends ResponderQuestion {
  certificate: Certificate;
  /** extnValue that was asked with; null only where a stored answer is judged. */
  nonce: Bytes | null;
  /** An answer older than this is stale even before its next update; left out, an answer that names none is good for a day. */
  maxAgeMs?: number | undefined;
}

/** `reusableUntil` in epoch ms; null where the answer is for once. */
export interface JudgedEvidence {
  status: RevocationStatus;
  reusableUntil: number | null;
}

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
  const fault = extensionDoubt(response, question.nonce);
  if (fault !== null) return nothing(unknown(fault));
  // Before its signature, which costs milliseconds: of the answers a signature carries most are about others.
  const matching: SingleResponse[] = [];
  for (const single of response.responses) if (await isAbout(single.certId, question)) matching.push(single);
  if (matching.length === 0) return nothing(unknown('OCSP answer about another certificate'));
  const doubt = await responderDoubt(response, question);
  if (doubt !== null) return nothing(unknown(doubt));
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
    case 'good': {
      const isOfEnded = !speaksOf(question.certificate, worst.thisUpdate, worst.extensions, EXTENSION.ocspArchiveCutoff);
      // Without nextUpdate newer information may be there at any time (RFC 6960 4.2.2.1).
      return { status: { state: 'good', asOf, proof, ...(isOfEnded && { isOfEnded }) }, reusableUntil: worst.nextUpdate === null ? null : endOf(worst, question) };
    }
    case 'unknown':
      return nothing(unknown('responder does not know the certificate'));
    case 'revoked':
      // RFC 6960 2.2: “non-issued” is answered as on hold since 1970.
      return nothing(
        worst.status.at.getTime() === 0 && worst.status.reason === 6
          ? { state: 'not-issued', asOf, proof }
          : { state: 'revoked', at: notGoodSince(worst.status.at, worst.extensions), reason: worst.status.reason, asOf, proof },
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

async function isAbout(certId: CertId, { certificate, issuer }: OcspQuestion): Promise<boolean> {
  return certId.serialHex === certificate.serialHex && isOfIssuer(certId, issuer);
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
