/** The program a citizen runs for keys on a token, with a token in software and somebody who types its PIN. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { REPOSITORY } from '../../../electron/launch/repository.ts';
import { openTokenProgram, type TokenProgram } from '../../../electron/workstation/open-token-program.ts';
import { LIBRARY, softToken } from '../../integration/keystore/soft-token.ts';

export interface CitizenToken {
  readonly program: TokenProgram;
  /** What is typed at the next questions, in this order. */
  readonly pins: string[];
  close(): Promise<void>;
}

export async function openCitizenToken(portal: string): Promise<CitizenToken> {
  const token = softToken();
  process.env['TEKSER_PKCS11'] = LIBRARY!;
  const directory = mkdtempSync(join(tmpdir(), 'tekser-token-program-'));
  const pins: string[] = [];
  const program = await openTokenProgram({
    directory,
    resourcesDirectory: join(REPOSITORY, 'resources'),
    portal,
    port: 0,
    askPin: async () => pins.shift() ?? null,
    report: () => undefined,
    onFault: (error) => {
      throw error;
    },
  });
  return {
    program,
    pins,
    async close() {
      delete process.env['TEKSER_PKCS11'];
      await program.close();
      token.end();
      rmSync(directory, { recursive: true });
    },
  };
}
