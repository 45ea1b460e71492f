/** Whether what is sent to an address can be read on the way: TLS guards it, and so does never leaving the machine. */
import type { Connection } from '../../shared/domain/desk/connection.ts';

/** RFC 6761 section 6.3 and RFC 1122 section 3.2.1.3: these never leave the machine. */
const isThisMachine = (host: string): boolean => host === 'localhost' || host === '[::1]' || /^127(\.\d{1,3}){3}$/.test(host);

/** @param address as a URL parser takes it; what it does not take is guarded by nothing */
export function isGuarded(address: string): boolean {
  const url = URL.parse(address);
  return url !== null && (['https:', 'wss:', 'tls:'].includes(url.protocol) || isThisMachine(url.hostname));
}

/**
 * The first service of real people that would hear keys, ИИН or telephone numbers over an open line, as scheme and host; null where none
 * would. Not asked of ШЭП, whose gateways stand in the closed network of the state under plain addresses and take signed envelopes, nor
 * of evidence and time-stamps, which are signed themselves and name nobody. A stand has only people who do not exist.
 */
export function unguardedService(connection: Connection): string | null {
  if (connection.environment === 'training') return null;
  const { documents, cabinets, issuance, renewal, calls, collector } = connection;
  const addresses = [documents, cabinets, issuance, renewal, calls].flatMap((service) => (service === undefined ? [] : [service.url]));
  const copies = collector === undefined ? [] : collector.kind === 'http' ? [collector.url] : collector.servers;
  const open = [...addresses, ...copies].find((address) => !isGuarded(address));
  if (open === undefined) return null;
  // Without what else an address may hold: a name and a password.
  const { protocol, host } = new URL(open);
  return `${protocol}//${host}`;
}
