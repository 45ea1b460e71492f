/** The citizen's key program for tokens, put together: drivers of tokens, the port of NCALayer under this machine's own certificate, one portal. */
import { dataFiles, makeDataDirectory } from '../adapters/files/data-directory.ts';
import { openKeyFileSecretBox } from '../adapters/sealed/key-file-secret-box.ts';
import { loadKeyResources } from '../adapters/key-resources.ts';
import { createThreadTokenCustodian } from '../adapters/key-tokens/thread-token-custodian.ts';
import { openLoopbackAuthority } from '../adapters/ncalayer/loopback-authority.ts';
import { PORTAL_PORT, servePortals } from '../adapters/ncalayer/serve-portals.ts';
import { systemClock } from '../adapters/system-clock.ts';
import { openTokenConversation, type TokenProgramOptions } from '../citizen-keystore/token-program.ts';
import type { PortalService } from '../../shared/domain/signing/portal-service.ts';
import { namedPortalPort } from './open-portals.ts';

export interface TokenProgramPlace extends Omit<TokenProgramOptions, 'tokens'> {
  /** Where the certificate of the port is kept; the same as of a workstation there. */
  directory: string;
  resourcesDirectory: string;
  /** Zero takes a free one, null the one pages look for. */
  port?: number | null;
  report(state: PortalService): void;
}

export interface TokenProgram {
  /** Null while another program has it. */
  port(): number | null;
  /** PEM of the authority the browser has to trust. */
  authority: string;
  close(): Promise<void>;
}

export async function openTokenProgram({ directory, resourcesDirectory, port = null, report, ...options }: TokenProgramPlace): Promise<TokenProgram> {
  await makeDataDirectory(directory);
  const { tokenModules } = await loadKeyResources(resourcesDirectory);
  const authority = await openLoopbackAuthority(directory, await openKeyFileSecretBox(dataFiles(directory).secretKey), systemClock.now());
  const tokens = createThreadTokenCustodian(tokenModules);
  const server = await servePortals({
    port: port ?? namedPortalPort() ?? PORTAL_PORT,
    authority,
    clock: systemClock,
    open: (caller, connection) => openTokenConversation({ ...options, tokens }, { caller, ...connection }),
    report,
    onFault: options.onFault,
  });
  return {
    port: server.port,
    authority: authority.certificate,
    async close() {
      await server.close();
      await tokens.end();
    },
  };
}
