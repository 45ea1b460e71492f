/** Keeps the certificates of services checked, whatever the environment of the process says, and against the authorities this machine trusts. */
import { getCACertificates, setDefaultCACertificates } from 'node:tls';

const SECURED: ReadonlySet<string> = new Set(['https:', 'wss:', 'tls:']);
let machineIsTrusted = false;

/**
 * Called before a line is opened.
 *
 * Node looks at NODE_TLS_REJECT_UNAUTHORIZED for every TLS connection and would take any certificate; somebody sets it for the whole
 * machine to get one program past a proxy, and nobody remembers. The fuse against NODE_OPTIONS does not cover it.
 *
 * Node alone knows the authorities it was built with. A service under the national root or under the organisation's own stands in the
 * store of the system, where the administrator put it for every program; reading it takes a quarter of a second, so not before it is needed.
 *
 * @param protocol of the address, with its colon
 */
export function keepTlsVerified(protocol: string): void {
  delete process.env['NODE_TLS_REJECT_UNAUTHORIZED'];
  if (machineIsTrusted || !SECURED.has(protocol)) return;
  machineIsTrusted = true;
  setDefaultCACertificates([...getCACertificates('default'), ...getCACertificates('system')]);
}
