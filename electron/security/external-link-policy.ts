/** Which links may be handed to the system's browser: those of the help, and from the citizen's phone the portal of the same stand. */

/** Exact hosts: a suffix rule would let an unforeseen sub-domain in. */
const HOSTS: ReadonlySet<string> = new Set(['egov.kz', 'pki.gov.kz', 'adilet.zan.kz', 'www.gov.kz']);

/** The address to open, written anew by the parser so that no odd spelling reaches the system; null when it may not be opened. */
export function externalLink(address: string): string | null {
  const url = URL.parse(address);
  if (url === null || url.protocol !== 'https:' || !HOSTS.has(url.host) || url.username !== '' || url.password !== '') return null;
  return url.href;
}

/** The citizen's page of the portal, opened from the phone of the same stand: it needs a browser with a camera and a window of its own. */
export function portalLink(address: string, phoneAddress: string): string | null {
  const [url, phone] = [URL.parse(address), URL.parse(phoneAddress)];
  if (url === null || phone === null || url.origin !== phone.origin || url.username !== '' || url.password !== '') return null;
  return url.pathname === '/portal/' ? url.href : null;
}
