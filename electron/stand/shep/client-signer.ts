/** Whether a request was signed by the organisation the stand knows: its БИН, and the stand's own authority above it. */
import type { X509Certificate } from 'node:crypto';

interface SignerRule {
  bin: string;
  issuer: X509Certificate;
  root: X509Certificate;
}

export function isSignedBy(signer: X509Certificate, rule: SignerRule, at: Date): boolean {
  if (binOf(signer) !== rule.bin) return false;
  const path = [signer, rule.issuer, rule.root];
  return issued(rule.issuer, signer) && issued(rule.root, rule.issuer) && path.every((certificate) => isValidAt(certificate, at));
}

/** The organisation is OU=BIN… in the profile of the НУЦ; two of them, or an escaped one, are not an answer. */
function binOf(certificate: X509Certificate): string | null {
  const bins = certificate.subject.split('\n').flatMap((line) => /^OU=BIN(\d{12})$/.exec(line)?.[1] ?? []);
  return bins.length === 1 ? bins[0]! : null;
}

const issued = (issuer: X509Certificate, certificate: X509Certificate): boolean =>
  issuer.ca && certificate.checkIssued(issuer) && certificate.verify(issuer.publicKey);

const isValidAt = (certificate: X509Certificate, at: Date): boolean =>
  certificate.validFromDate <= at && at <= certificate.validToDate;
