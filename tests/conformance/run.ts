/** `npm run conformance`: runs folders of outside suites through the product's own functions and prints what came out. */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { EXIT } from '../../electron/launch/exit-code.ts';
import { suitesIn } from './runner/read-suite.ts';
import { runSuites } from './runner/run-suites.ts';
import { HEADING, rowOf, sumOf, wrongLines } from './runner/table.ts';
import { isClean } from './runner/tally.ts';

const HELP = `npm run conformance -- [options]

Runs every *.corpus.json and every Wycheproof file below a folder through this program, each case in a worker with
limits of time and memory, and prints per suite what came out. The form of a corpus is told in its MANIFEST.md.

  --data DIR   the folder; the one beside the checkout by default
  --json       one JSON value instead of the table
  --help       this text

Ends with 0 where every case of the scope “core” is right or disputed with a reason, else with 1.`;

const say = (text: string): void => void process.stdout.write(`${text}\n`);

const BESIDE = fileURLToPath(new URL('../../../shared/data/crypto', import.meta.url));

async function conformance(folder: string, asJson: boolean): Promise<number> {
  const print = asJson ? () => {} : say;
  print(HEADING);
  const tallies = await runSuites(suitesIn(folder), (tally) => print(rowOf(tally)));
  print(rowOf(sumOf(tallies)));
  print(wrongLines(tallies).join('\n'));
  const clean = tallies.length > 0 && tallies.every(isClean);
  if (asJson) say(JSON.stringify({ folder, clean, sum: sumOf(tallies), suites: tallies }));
  return clean ? 0 : 1;
}

try {
  const { values } = parseArgs({
    options: { data: { type: 'string', default: BESIDE }, json: { type: 'boolean', default: false }, help: { type: 'boolean', short: 'h', default: false } },
  });
  if (values.help) say(HELP);
  else if (existsSync(values.data)) process.exitCode = await conformance(resolve(values.data), values.json);
  else throw new Error(`${values.data} is not there`);
} catch (error) {
  process.stderr.write(`${(error as Error).message}\n\n${HELP}\n`);
  process.exitCode = EXIT.usage;
}
