/** `npm run bench`: measures the way from a QR to a verdict, the start and the memory; prints a table and JSON, judges nothing. */
import { mkdir, writeFile } from 'node:fs/promises';
import { availableParallelism, loadavg } from 'node:os';
import { join } from 'node:path';
import { provideChromiumShell, provideRenderer } from '../../electron/launch/bundles/build-bundles.ts';
import { EXIT } from '../../electron/launch/exit-code.ts';
import { REPOSITORY } from '../../electron/launch/repository.ts';
import { BENCH_HELP, type BenchOptions, parseBenchOptions } from './bench-options.ts';
import { measureStarts } from './start/cold-start.ts';
import { PARTS, measureScans } from './scan-latency.ts';
import { START_INSTANTS } from './start/start-report.ts';
import { ratioOf, type Spread } from './statistics.ts';
import { measureFleet } from './fleet/fleet-report.ts';
import { measureIdentification } from './identification/identification-report.ts';
import { measureCalls } from './call/call-report.ts';
import { measureJournal } from './journal/journal-report.ts';
import { measureKeys } from './keys/keys-report.ts';
import { measurePortals, type PortalReport } from './portals/portal-report.ts';
import { measureTrust } from './trust/trust-report.ts';

const NAME_WIDTH = 34;
/** The largest file that is to be signed in constant memory. */
const STREAMED_MEGABYTES = 2048;
const columns = (name: string, ...figures: (string | number)[]) =>
  console.log(name.padEnd(NAME_WIDTH) + figures.map((figure) => String(figure).padStart(9)).join(''));
const heading = (title: string) => columns(`\n${title}`.padEnd(NAME_WIDTH + 1), 'median', 'p95', 'n');
const row = (name: string, { median, p95, samples }: Spread) => columns(name, median, p95, samples);

async function benchScans(count: number) {
  const scans = await measureScans(count);
  heading('QR in view to verdict, ms');
  for (const part of PARTS) row(part, scans[part]);
  return { scans };
}

async function benchStarts(count: number) {
  const starts = await measureStarts(count);
  heading('Cold start, ms');
  row('empty window', starts.empty);
  row('empty window, opened as ours', starts.overlapped);
  for (const instant of START_INSTANTS) row(`  ${instant}`, starts.parts[instant]);
  row('sign-in screen', starts.signIn);
  row('workstation, ready to scan', starts.ready);
  const signInRatio = ratioOf(starts.signIn, starts.empty);
  columns('sign-in screen to empty window', signInRatio);
  const startRatio = ratioOf(starts.ready, starts.empty);
  columns('workstation to empty window', startRatio);
  columns('  to the one opened as ours', ratioOf(starts.ready, starts.overlapped));
  row('least page, nothing behind it', starts.least.ready);
  columns('  to empty window', ratioOf(starts.least.ready, starts.empty));
  row('its page on a running core', starts.pageAlone.ready);
  columns('  to empty window', ratioOf(starts.pageAlone.ready, starts.empty));
  row('with the embedded stand', starts.embedded);
  columns('with it to empty window', ratioOf(starts.embedded, starts.empty));
  if (starts.processorMs !== null) {
    heading('Processor time to the first screen');
    row('empty window', starts.processorMs.empty);
    row('least page, nothing behind it', starts.processorMs.least);
    row('its page on a running core', starts.processorMs.page);
    row('workstation', starts.processorMs.workstation);
  }
  if (starts.megabytes === null) return { starts, signInRatio, startRatio, memoryRatio: null };

  heading('Memory, MB');
  row('empty window', starts.megabytes.empty);
  row('workstation, ready to scan', starts.megabytes.workstation);
  row('with the embedded stand', starts.megabytes.embedded);
  const memoryRatio = ratioOf(starts.megabytes.workstation, starts.megabytes.empty);
  columns('workstation to empty window', memoryRatio);
  return { starts, signInRatio, startRatio, memoryRatio };
}

async function benchPortals(): Promise<PortalReport> {
  const portals = await measurePortals(STREAMED_MEGABYTES);
  const { stream, largest } = portals;
  heading('Signing service of the portals, ms');
  row('first start, ready', portals.firstReady);
  row('later start, ready', portals.ready);
  row('connection to greeting', portals.greeting);
  row('request to dialog', portals.dialog);
  columns(`\nA document of ${largest.megabytes} MB`, `${largest.dialogMs} ms to the dialog`, `${largest.answerMs} ms to the answer`, `+${largest.grownMegabytes} MB`);
  columns(`Signed ${stream.megabytes} MB attached`, `${stream.megabytesPerSecond} MB/s`, `+${stream.grownMegabytes} MB`);
  return portals;
}

async function bench({ parts, scans, starts, journals }: BenchOptions): Promise<void> {
  const needsWindow = parts.some((part) => part === 'scan' || part === 'start' || part === 'call');
  if (needsWindow && (!(await provideRenderer()) || !(await provideChromiumShell()))) throw new Error('what is measured could not be built');
  // How busy others keep the machine says how far the figures are to be believed.
  const [load] = loadavg();
  const report = {
    at: new Date().toISOString(),
    processors: availableParallelism(),
    loadBefore: load,
    ...(parts.includes('scan') ? await benchScans(scans) : {}),
    ...(parts.includes('start') ? await benchStarts(starts) : {}),
    ...(parts.includes('journal') ? { journal: await measureJournal(journals, console.log) } : {}),
    ...(parts.includes('portals') ? { portals: await benchPortals() } : {}),
    ...(parts.includes('keys') ? { keys: await measureKeys(console.log) } : {}),
    ...(parts.includes('fleet') ? { fleet: await measureFleet(console.log) } : {}),
    ...(parts.includes('identification') ? { identification: await measureIdentification(console.log) } : {}),
    ...(parts.includes('call') ? { call: await measureCalls(console.log) } : {}),
    ...(parts.includes('trust') ? { trust: await measureTrust(console.log) } : {}),
  };
  await mkdir(join(REPOSITORY, 'test-results'), { recursive: true });
  await writeFile(join(REPOSITORY, 'test-results/bench.json'), `${JSON.stringify(report, null, 2)}\n`);
  console.log(`\n${JSON.stringify(report)}`);
}

const options = parseBenchOptions(process.argv.slice(2));
if (!options.ok) {
  console.error(`${options.failure}\n\n${BENCH_HELP}`);
  process.exitCode = EXIT.usage;
} else if (options.value === 'help') {
  console.log(BENCH_HELP);
} else {
  await bench(options.value);
}
