/** `npm run bench:qr`: a folder of pictures through the product's own reading and through each library alone, in one run. */
import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { loadavg } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { EXIT } from '../../../electron/launch/exit-code.ts';
import { REPOSITORY } from '../../../electron/launch/repository.ts';
import { openQrBench } from './bench-browser.ts';
import { openPictureSet } from './picture-set.ts';
import { printReport } from './print-report.ts';
import { reportOf } from './qr-report.ts';
import type { Seen } from './tally.ts';

const HELP = `npm run bench:qr -- [options]

Reads every picture of a folder with the product's own pipeline, with zxing-wasm alone at its best setting, with
@zxing/browser as shipped and with jsQR, in a headless browser, and counts what each read. Judges nothing.
The last line is one JSON value, which is also kept in test-results/bench-qr.json.

  --data DIR   the folder, with an index.json (default ../shared/data/qr)
  --every N    only every Nth picture of each set
  --rungs      also what each rung of the ladder reads, and for how many it is the first
  --json       nothing but the JSON value
  --help       this text

film: each picture as a 720p frame that stays before the camera for 20 frames.
misread: a text that is the answer of no picture of its set. unlisted: an answer of another picture of the set,
where one picture shows several codes. beyond: read where no answer is known.`;

const { values } = parseArgs({
  options: {
    data: { type: 'string', default: join(REPOSITORY, '../shared/data/qr') },
    every: { type: 'string', default: '1' },
    rungs: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
    help: { type: 'boolean', short: 'h', default: false },
  },
});

async function bench(): Promise<void> {
  const folder = resolve(values.data);
  const pictures = await openPictureSet(folder);
  if (!pictures.ok) {
    console.error(pictures.failure);
    process.exitCode = EXIT.noInput;
    return;
  }
  const stride = Number(values.every);
  const chosen = pictures.value.filter((picture, index) => index % stride === 0 && existsSync(join(folder, picture.file)));
  const seen: Seen[] = [];
  await using browser = await openQrBench(folder);
  for (const [index, picture] of chosen.entries()) {
    seen.push({ picture, answer: await browser.look(picture, { rungs: values.rungs }) });
    if (!values.json && process.stderr.isTTY) process.stderr.write(`\r${index + 1} of ${chosen.length}`);
  }
  const report = { at: new Date().toISOString(), load: loadavg()[0], data: folder, ...reportOf(seen) };
  await mkdir(join(REPOSITORY, 'test-results'), { recursive: true });
  await writeFile(join(REPOSITORY, 'test-results/bench-qr.json'), `${JSON.stringify(report, null, 2)}\n`);
  if (!values.json) printReport(report);
  console.log(JSON.stringify(report));
}

if (values.help) console.log(HELP);
else if (!/^[1-9]\d*$/.test(values.every)) {
  console.error('--every is a number from 1');
  process.exitCode = EXIT.usage;
} else await bench();
