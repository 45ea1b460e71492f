/** Runs the Chromium shell in this process until its window is closed. */
import { join } from 'node:path';
import type { Connection } from '../../shared/domain/connection.ts';
import { dataDirectory } from '../adapters/data-directory.ts';
import { openChromiumShell } from '../shell-chromium/open-chromium-shell.ts';
import { NO_SANDBOX_NOTICE, wantsSandbox } from '../shell-chromium/sandbox-choice.ts';
import { describeStartRefusal } from '../workstation/start-refusal.ts';
import { EXIT } from './exit-code.ts';
import { packageVersion } from './package-version.ts';
import { provideBrowser } from './provide-browser.ts';
import { RENDERER_BUNDLE, REPOSITORY } from './repository.ts';

/** Answers with the exit code. */
export async function startChromium({ data, seed, connection }: { data: string | null; seed: number; connection: Connection | null }): Promise<number> {
  const browser = await provideBrowser();
  if (!browser.ok) {
    console.error(browser.failure);
    return EXIT.unavailable;
  }
  if (!wantsSandbox()) console.log(NO_SANDBOX_NOTICE);
  const shell = await openChromiumShell({
    executablePath: browser.value.executablePath,
    version: packageVersion(),
    dataDirectory: dataDirectory(data, connection?.environment ?? 'training'),
    resourcesDirectory: join(REPOSITORY, 'resources'),
    bundleDirectory: RENDERER_BUNDLE,
    systems: connection === null ? { type: 'stand', seed } : { type: 'connection', connection },
    say: (sentence) => console.log(sentence),
  });
  if (!shell.ok) {
    console.error(describeStartRefusal(shell.failure));
    return shell.failure.code === 'already-running' ? EXIT.busy : EXIT.usage;
  }
  const { workstation, close, ended } = shell.value;
  const phone = workstation.connection.training?.phoneUrl;
  if (phone !== undefined) console.log(`Training stand. The citizen’s phone: ${phone}`);
  console.log(`Tekser is open in ${browser.value.name}. Close its window or press Ctrl+C here to end.`);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => void close());
  await ended;
  return 0;
}
