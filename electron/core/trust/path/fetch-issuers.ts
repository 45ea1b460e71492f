/** Certificates of issuers from where certificates name them (AIA caIssuers, RFC 5280 4.2.2.1), each address asked once in a while. */
import type { EvidenceSource } from '../../../ports/trust/evidence-source.ts';
import { withoutArmour } from '../asn1/armour.ts';
import { orNull } from '../malformed.ts';
import { Kept } from '../revocation/kept.ts';
import { type Certificate, readCertificate } from '../x509/certificate.ts';

export type FetchIssuers = (certificate: Certificate) => Promise<Certificate[]>;

const KEPT_ADDRESSES = 64;
const KEPT_MS = 24 * 60 * 60 * 1000;
/** An address that gave nothing is not asked again for each layer of the same document. */
const KEPT_NOTHING_MS = 60 * 1000;
/** Some certificates name one address twice; none is asked at more than two. */
const ADDRESSES = 2;

/** Undefined where the source cannot fetch any. */
export function createIssuerFetcher(evidence: EvidenceSource, now: () => Date): FetchIssuers | undefined {
  const { issuer } = evidence;
  if (issuer === undefined) return undefined;
  const answers = new Kept<Promise<Certificate | null>>({ count: KEPT_ADDRESSES, weight: KEPT_ADDRESSES });

  async function ask(url: string): Promise<Certificate | null> {
    const answer = await issuer!(url);
    const certificate = answer.ok ? certificateIn(answer.value) : null;
    if (certificate === null) keep(url, Promise.resolve(null), KEPT_NOTHING_MS);
    return certificate;
  }

  function askAnew(url: string): Promise<Certificate | null> {
    const asked = ask(url);
    keep(url, asked, KEPT_MS);
    return asked;
  }

  const keep = (url: string, value: Promise<Certificate | null>, ms: number): void =>
    answers.set(url, { value, until: now().getTime() + ms, weight: 1 });

  return async ({ issuerUrls }) => {
    const found: Certificate[] = [];
    for (const url of [...new Set(issuerUrls)].slice(0, ADDRESSES)) {
      const certificate = await (answers.get(url, now()) ?? askAnew(url));
      if (certificate !== null) found.push(certificate);
    }
    return found;
  };
}

/** DER or PEM; a PKCS#7 of certificates is published by nobody whose documents are checked here. */
const certificateIn = (bytes: Uint8Array): Certificate | null => orNull(() => readCertificate(withoutArmour(bytes)));
