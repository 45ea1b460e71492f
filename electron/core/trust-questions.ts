/** Asks the trust domain in the terms of the desk: is this document's signature good now, may this key sign in now. */
import type { SignInRefusal } from '../../shared/domain/desk/operator-session.ts';
import type { AppPorts } from './app-ports.ts';
import { connectionTrust } from './connection-trust.ts';
import type { CertificateStanding } from './operator/index.ts';
import { type CertificateAnswer, type CertificateQuestion, createTrust, type SignatureAnswer, type Trust } from './trust/index.ts';

export interface TrustQuestions {
  verifySignature(signedDocument: Uint8Array): Promise<SignatureAnswer>;
  verifyFile: Trust['verifyFile'];
  certificateStanding(certificate: Uint8Array): Promise<CertificateStanding>;
  verifyCertificate(question: CertificateQuestion): Promise<CertificateAnswer>;
  /**
   * Judges the issuers of the connection, for nobody: what the first judgement of a process costs, code that was never run and a line to
   * whoever answers for certificates, is paid by then. Every later one asks anew.
   */
  askAboutIssuers(): Promise<void>;
}

/** @throws when an anchor or an intermediate of the connection is no certificate. */
export function trustQuestions(ports: AppPorts): TrustQuestions {
  const options = connectionTrust(ports.connection, ports);
  const trust = createTrust(options, ports.fileJudge);
  return {
    verifyCertificate: trust.verifyCertificate,
    verifySignature: (signature) => trust.verifySignature({ signature }),
    verifyFile: trust.verifyFile,
    async askAboutIssuers() {
      // One after the other: an operator who is quicker finds the desk free.
      for (const certificate of options.intermediates) await trust.verifyCertificate({ certificate, use: 'any' });
    },
    certificateStanding: async (certificate) => standingOf(await trust.verifyCertificate({ certificate, use: 'sign-in' }), ports.clock.now()),
  };
}

/** Signing in wants the whole answer: unlike a document, a key that cannot be judged now can be tried again in a minute. */
export function standingOf(answer: CertificateAnswer, now: Date): CertificateStanding {
  const { identity } = answer;
  if (answer.state === 'good' && identity !== null) return { state: 'good', holder: identity };
  const decisive = answer.checks.find(({ outcome }) => outcome === 'failed') ?? answer.checks.find(({ outcome }) => outcome === 'undetermined');
  switch (decisive?.code) {
    case 'signer-not-for-signing':
      return refused('certificate-not-for-signing');
    case 'chain-expired':
      // The chain layer has one word for both ends of a validity; the operator needs to know which one.
      return refused(identity !== null && now < identity.notBefore ? 'certificate-not-yet-valid' : 'certificate-expired');
    case 'signer-revoked':
    case 'issuer-revoked':
    case 'certificate-not-issued':
      return refused('certificate-revoked');
    case 'clock-skewed':
      return refused('clock-skewed');
    case 'revocation-unknown':
    case 'revocation-stale':
      return refused('revocation-unknown');
    default:
      return refused('certificate-untrusted');
  }
}

const refused = (code: Extract<SignInRefusal, `certificate-${string}` | 'revocation-unknown' | 'clock-skewed'>): CertificateStanding => ({ state: 'refused', code });
