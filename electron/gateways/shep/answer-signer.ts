/** Whether an envelope was signed by the system we talk to: its БИН, and a valid path to a trusted root. */
import type { X509Certificate } from 'node:crypto';

export interface SignerRule {
  bin: string;
  anchors: readonly X509Certificate[];
  intermediates: readonly X509Certificate[];
}

export type SignerRefusal = 'other-bin' | 'chain-untrusted' | 'outside-validity';

export function signerRefusal(signer: X509Certificate, rule: SignerRule, at: Date): SignerRefusal | null {
  if (binOf(signer) !== rule.bin) return 'other-bin';
  const path = pathTo(signer, rule);
  if (path === null) return 'chain-untrusted';
  return path.every((certificate) => isValidAt(certificate, at)) ? null : 'outside-validity';
}

/** The organisation is OU=BIN… in the profile of the НУЦ; two of them, or an escaped one, are not an answer. */
function binOf(certificate: X509Certificate): string | null {
  const bins = certificate.subject.split('\n').flatMap((line) => /^OU=BIN(\d{12})$/.exec(line)?.[1] ?? []);
  return bins.length === 1 ? bins[0]! : null;
}

/** Signer, issuing centre, root: the hierarchy of the НУЦ has no more. */
function pathTo(signer: X509Certificate, { anchors, intermediates }: SignerRule): X509Certificate[] | null {
  const centre = issuedBy(signer, intermediates);
  const root = centre && issuedBy(centre, anchors);
  return centre && root ? [signer, centre, root] : null;
}

const issuedBy = (certificate: X509Certificate, issuers: readonly X509Certificate[]): X509Certificate | undefined =>
  issuers.find((issuer) => issuer.ca && certificate.checkIssued(issuer) && certificate.verify(issuer.publicKey));

const isValidAt = (certificate: X509Certificate, at: Date): boolean =>
  certificate.validFromDate <= at && at <= certificate.validToDate;
