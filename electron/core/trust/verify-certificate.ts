/** May the holder of this certificate sign in, or sign, now? */
import { withoutArmour } from './asn1/armour.ts';
import { type Certificate, readCertificate } from './x509/certificate.ts';
import { orNull } from './malformed.ts';
import { clockSetBack, judgeChain, judgeRevocation } from './answer/judge-chain.ts';
import { failed, type Findings, layersOf, passed, stateOf } from './answer/layers.ts';
import type { PolicyDemand } from './path/path-policies.ts';
import type { SignerIdentity, TrustCheck, TrustLayer } from './answer/signature-answer.ts';
import { type CertificateProfile, profileOf } from './x509/certificate-profile.ts';
import { identityOf } from './x509/signer-identity.ts';
import { maySignDocuments, maySignIn, SIGN_IN_PURPOSES, SIGNING_PURPOSES } from './answer/signer-rules.ts';
import type { TrustContext } from './answer/trust-context.ts';

export interface CertificateQuestion {
  /** DER or PEM. */
  certificate: Uint8Array;
  /** Judge as of this time; now when absent. */
  at?: Date;
  /** `any`: chain and revocation alone, of whatever certificate. */
  use: 'sign-in' | 'sign' | 'any';
  /** Certificate policies the chain must be good for; any when absent. */
  policies?: PolicyDemand;
}

export interface CertificateAnswer {
  state: 'good' | 'bad' | 'undetermined';
  /** Layers signer, chain and revocation, in order; below a failed one `not-reached`. */
  checks: TrustCheck[];
  /** Null when the bytes are no certificate. */
  identity: SignerIdentity | null;
  /** From the certificate to the anchor; only the certificate where there is no trusted path, null where it is none. */
  path: readonly CertificateProfile[] | null;
  revocationAsOf: Date | null;
}

const RULES = {
  'sign': { objection: maySignDocuments, purposes: SIGNING_PURPOSES },
  'sign-in': { objection: maySignIn, purposes: SIGN_IN_PURPOSES },
  'any': { objection: () => null, purposes: null },
} as const;

const LAYERS: readonly TrustLayer[] = ['signer', 'chain', 'revocation'];

export async function verifyCertificate(question: CertificateQuestion, trust: TrustContext): Promise<CertificateAnswer> {
  const certificate = readOrNull(question.certificate);
  const findings: Findings = {};
  let revocationAsOf: Date | null = null;
  let path: Certificate[] | null = null;
  if (certificate === null) findings.signer = failed('signer-unidentified', 'not a certificate');
  else {
    const { objection, purposes } = RULES[question.use];
    const why = objection(certificate);
    findings.signer = why === null ? passed('signer-owner-body') : failed('signer-not-for-signing', why);
    const reference = { at: question.at ?? trust.now, proven: false };
    const chain = trust.clockBehind
      ? { finding: clockSetBack(trust.clockBehind), path: null }
      : await judgeChain(certificate, trust.store, { at: reference.at, ...(purposes !== null && { purposes }), policies: question.policies ?? {} });
    findings.chain = chain.finding;
    path = chain.path ?? [certificate];
    if (chain.path !== null) {
      const judged = await judgeRevocation(chain.path, trust, reference);
      findings.revocation = judged.finding;
      revocationAsOf = judged.asOf;
    }
  }
  const checks = layersOf(findings, LAYERS);
  const profiles = path === null ? null : await Promise.all(path.map(profileOf));
  return { state: stateOf(checks), checks, identity: profiles?.[0]?.identity ?? null, path: profiles, revocationAsOf };
}

const readOrNull = (input: Uint8Array): Certificate | null => orNull(() => readCertificate(withoutArmour(input)));

/** What a certificate says, without judging it; null when it is none. */
export async function readProfile(input: Uint8Array): Promise<CertificateProfile | null> {
  const certificate = readOrNull(input);
  return certificate === null ? null : profileOf(certificate);
}

/** Who a certificate names, without judging it; null when it is none. */
export async function describeCertificate(input: Uint8Array): Promise<SignerIdentity | null> {
  const certificate = readOrNull(input);
  return certificate === null ? null : identityOf(certificate);
}
