/** Which links of the help may be handed to the system's browser. */

/** Exact hosts: a suffix rule would let an unforeseen sub-domain in. */
const HOSTS: ReadonlySet<string> = new Set(['egov.kz', 'pki.gov.kz', 'adilet.zan.kz', 'www.gov.kz']);

/** The address to open, written anew by the parser so that no odd spelling reaches the system; null when it may not be opened. */
export function externalLink(address: string): string | null {
  const url = URL.parse(address);
  if (url === null || url.protocol !== 'https:' || !HOSTS.has(url.host) || url.username !== '' || url.password !== '') return null;
  return url.href;
}
