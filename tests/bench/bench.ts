/** `npm run bench`: measures the way from a QR to a verdict, the start and the memory; prints a table and JSON, judges nothing. */
import { mkdir, writeFile } from 'node:fs/promises';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { provideRenderer } from '../../electron/launch/build-bundles.ts';
import { REPOSITORY } from '../../electron/launch/repository.ts';
import { measureStarts } from './cold-start.ts';
import { PARTS, measureScans } from './scan-latency.ts';
import { round, type Spread } from './statistics.ts';

const row = (name: string, { median, p95, samples }: Spread) =>
  console.log(`${name.padEnd(38)}${String(median).padStart(9)}${String(p95).padStart(9)}${String(samples).padStart(6)}`);
const heading = (title: string) => console.log(`\n${title.padEnd(38)}${'median'.padStart(9)}${'p95'.padStart(9)}${'n'.padStart(6)}`);

if (!(await provideRenderer())) throw new Error('the renderer could not be built');

const scans = await measureScans();
heading('QR in view to verdict on screen, ms');
for (const part of PARTS) row(part, scans[part]);

const starts = await measureStarts();
heading('Cold start, ms');
row('empty window', starts.milliseconds.empty);
row('workstation, sign-in screen', starts.milliseconds.signIn);
row('workstation, ready to scan', starts.milliseconds.ready);
const startRatio = round(starts.milliseconds.ready.median / starts.milliseconds.empty.median);
console.log(`ratio of medians ${startRatio}`);

let memoryRatio: number | null = null;
if (starts.megabytes !== null) {
  heading('Memory, MB');
  row('empty window', starts.megabytes.empty);
  row('workstation, ready to scan', starts.megabytes.workstation);
  memoryRatio = round(starts.megabytes.workstation.median / starts.megabytes.empty.median);
  console.log(`ratio of medians ${memoryRatio}`);
}

const report = { at: new Date().toISOString(), processors: cpus().length, scans, starts, startRatio, memoryRatio };
const file = join(REPOSITORY, 'test-results/bench.json');
await mkdir(join(REPOSITORY, 'test-results'), { recursive: true });
await writeFile(file, `${JSON.stringify(report, null, 2)}\n`);
console.log(`\n${JSON.stringify(report)}`);
