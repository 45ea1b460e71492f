/** Runs the Chromium shell in this process until its window is closed. */
import { join } from 'node:path';
import type { Connection } from '../../../shared/domain/desk/connection.ts';
import { dataDirectory } from '../../adapters/files/data-directory.ts';
import type { ChromiumShell, openChromiumShell } from '../../shell-chromium/open-chromium-shell.ts';
import { NO_SANDBOX_NOTICE, wantsSandbox } from '../../shell-chromium/sandbox-choice.ts';
import { languageOfConsole } from '../../workstation/start-language.ts';
import { describeStartRefusal } from '../../workstation/start-refusal.ts';
import { EXIT } from '../exit-code.ts';
import type { Browser } from './find-browser.ts';
import { packageVersion } from '../package-version.ts';
import { provideBrowser } from './provide-browser.ts';
import { CITIZEN_BUNDLE, RENDERER_BUNDLE, REPOSITORY } from '../repository.ts';

export interface ChromiumStart {
  data: string | null;
  seed: number;
  /** Null starts the embedded stand. */
  connection: Connection | null;
  /** From the bundle, or from its sources. */
  openShell: typeof openChromiumShell;
}

/** Answers with the exit code; everything a person should know is on the console. */
export async function startChromium({ data, seed, connection, openShell }: ChromiumStart): Promise<number> {
  const browser = await provideBrowser();
  if (!browser.ok) return refuse(EXIT.unavailable, browser.failure);
  if (!wantsSandbox()) console.log(NO_SANDBOX_NOTICE);
  const directory = dataDirectory(data, connection?.environment ?? 'training');
  try {
    const shell = await openShell({
      executablePath: browser.value.executablePath,
      version: packageVersion(),
      dataDirectory: directory,
      resourcesDirectory: join(REPOSITORY, 'resources'),
      bundleDirectory: RENDERER_BUNDLE,
      citizenBundle: CITIZEN_BUNDLE,
      systems: connection === null ? { type: 'stand', seed } : { type: 'connection', connection },
      say: (sentence) => console.log(sentence),
    });
    if (shell.ok) return await untilClosed(shell.value, browser.value);
    return refuse(shell.failure.code === 'already-running' ? EXIT.busy : EXIT.usage, describeStartRefusal(shell.failure, languageOfConsole(process.env)));
  } catch (error) {
    // Playwright's messages go on with the whole command line of the browser.
    const [reason] = String(error).split('\n', 1);
    const { name, executablePath } = browser.value;
    return refuse(EXIT.internal, `Tekser could not go on. Data directory: ${directory}. Browser: ${name}, ${executablePath}. ${reason}`);
  }
}

async function untilClosed({ workstation, close, ended }: ChromiumShell, browser: Browser): Promise<number> {
  const phone = workstation.connection.training?.phoneUrl;
  if (phone !== undefined) console.log(`Training stand. The citizen’s phone: ${phone}`);
  console.log(`Tekser is open in ${browser.name}. Close its window or press Ctrl+C here to end.`);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => void close());
  await ended;
  return 0;
}

function refuse(code: number, sentence: string): number {
  console.error(sentence);
  return code;
}
