/** `npm start`: builds what changed, chooses the window and opens the workstation in it. */
import type { Connection } from '../../shared/domain/desk/connection.ts';
import { provideChromiumShell, provideCitizenPage, provideRenderer } from './bundles/build-bundles.ts';
import { loadChromiumShell } from './bundles/chromium-bundle.ts';
import { missingDisplay } from './machine/display.ts';
import { EXIT } from './exit-code.ts';
import { provideElectron } from './electron/provide-electron.ts';
import { describeConnectionFault, readConnection } from '../workstation/read-connection.ts';
import { startChromium } from './browser/start-chromium.ts';
import { languageOfConsole } from '../workstation/start-language.ts';
import { startElectron } from './electron/start-electron.ts';
import { parseStartOptions, START_HELP } from '../workstation/start-options.ts';

async function start(args: readonly string[]): Promise<number> {
  const options = parseStartOptions(args);
  if (!options.ok) return refuse(EXIT.usage, `${options.failure}\n\n${START_HELP}`);
  if (options.value === 'help') {
    console.log(START_HELP);
    return 0;
  }
  const { shell, data, seed, connection: source } = options.value;

  const noDisplay = missingDisplay();
  if (noDisplay !== null) return refuse(EXIT.unavailable, noDisplay);

  let connection: Connection | null = null;
  if (source !== null) {
    const read = await readConnection(source);
    if (!read.ok) return refuse(EXIT.noInput, describeConnectionFault(read.failure, languageOfConsole(process.env)));
    connection = read.value;
  }
  const [built, forCitizens, electron] = await Promise.all([
    provideRenderer(),
    // Only the embedded stand shows it.
    connection !== null || provideCitizenPage(),
    shell === 'chromium' ? null : provideElectron(),
  ]);
  if (!built || !forCitizens) return EXIT.internal;

  if (electron !== null) {
    if (electron.ok) return startElectron(electron.value, args);
    if (shell === 'electron') return refuse(EXIT.unavailable, `${electron.failure}. “--shell chromium” uses an installed browser.`);
    console.log(`${electron.failure}: using an installed browser instead.`);
  }
  if (!(await provideChromiumShell())) return EXIT.internal;
  const { openChromiumShell } = await loadChromiumShell();
  return startChromium({ data, seed, connection, openShell: openChromiumShell });
}

function refuse(code: number, sentence: string): number {
  console.error(sentence);
  return code;
}

process.exitCode = await start(process.argv.slice(2));
