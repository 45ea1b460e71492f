/** Keeps the certificates of services checked, whatever the environment of the process says. */

/**
 * Called before a line is opened. Node looks at this variable for every TLS connection and would take any certificate; somebody sets it
 * for the whole machine to get one program past a proxy, and nobody remembers. The fuse against NODE_OPTIONS does not cover it.
 */
export function keepTlsVerified(): void {
  delete process.env['NODE_TLS_REJECT_UNAUTHORIZED'];
}
