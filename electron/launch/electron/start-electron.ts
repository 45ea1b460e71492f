/** Runs the Electron shell in Electron's own process until it ends. */
import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { NO_SANDBOX_NOTICE, wantsSandbox } from '../../shell-chromium/sandbox-choice.ts';
import { provideElectronShell } from '../bundles/build-bundles.ts';
import { EXIT } from '../exit-code.ts';
import { REPOSITORY } from '../repository.ts';

/** Answers with the exit code. `args` are those of `npm start`; the main process reads them itself. */
export async function startElectron(binary: string, args: readonly string[]): Promise<number> {
  if (!(await provideElectronShell())) return EXIT.internal;
  const sandbox = wantsSandbox();
  if (!sandbox) console.log(NO_SANDBOX_NOTICE);
  const electron = spawn(binary, [REPOSITORY, ...args], {
    stdio: 'inherit',
    // As a switch it would stand among our own arguments.
    env: { ...process.env, ...(sandbox ? {} : { ELECTRON_DISABLE_SANDBOX: '1' }) },
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => electron.kill(signal));
  return new Promise((resolve) => {
    electron.on('error', (error) => {
      console.error(`Electron could not be started: ${error.message}`);
      resolve(EXIT.unavailable);
    });
    electron.on('exit', (code, signal) => resolve(code ?? 128 + constants.signals[signal!]));
  });
}
