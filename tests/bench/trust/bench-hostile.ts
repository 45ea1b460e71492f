/** How much processor time the worst of 64 KB can take of a reader: every hostile structure and document of the tests, judged whole, and what fuzzing finds. */
import fc from 'fast-check';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { verifyFile } from '../../../electron/core/trust/file/verify-file.ts';
import { HOSTILE_KINDS, hostileDocuments } from '../../fakes/hostile/hostile-documents.ts';
import { hostileSuite } from '../../fakes/hostile/hostile-structures.ts';
import { judgeCase } from '../../conformance/runner/judge-case.ts';
import { readSuite } from '../../conformance/runner/read-suite.ts';
import { NOW } from '../../unit/trust/trial/trial-authority.ts';
import { FILES, isAnswered, mutations, READERS } from '../../unit/trust/hostile/fuzzed-forms.ts';
import type { Row } from './rows.ts';

/** Of some tries the quickest counts: what else the machine does is not the reader's. */
const TRIES = 5;
/** Inputs of each form. */
const FUZZED = 100;
const MOST = 64 * 1024;
const context = { store: { anchors: [], intermediates: [] }, revocation: { statusOf: async () => ({ state: 'good', asOf: NOW }) as const }, now: NOW };

interface Worst {
  name: string;
  ms: number;
}

export async function benchHostile(): Promise<Row[]> {
  const rows = [rowOf(await worstStructure())];
  for (const kind of HOSTILE_KINDS) {
    let worst: Worst = { name: kind, ms: 0 };
    for await (const { name, octets } of hostileDocuments(kind)) worst = longer(worst, { name, ms: await leastOf(() => verifyFile({ file: octets }, context)) });
    rows.push(rowOf(worst));
  }
  return [...rows, rowOf(await worstFuzzed())];
}

/** Inputs are others every time: the slowest is measured again as the rest are. */
async function worstFuzzed(): Promise<Worst> {
  let worst: Worst = { name: 'fuzzed', ms: 0 };
  for (const form of [...READERS, ...FILES]) {
    let slowest: { octets: Uint8Array<ArrayBuffer>; ms: number } | null = null;
    for (const octets of fc.sample(mutations(form.seed, MOST), FUZZED)) {
      const ms = await millisecondsOf(() => isAnswered(form, octets));
      if (slowest === null || ms > slowest.ms) slowest = { octets, ms };
    }
    const { octets } = slowest!;
    worst = longer(worst, { name: `${form.name}, fuzzed`, ms: await leastOf(() => isAnswered(form, octets)) });
  }
  return worst;
}

const rowOf = ({ name, ms }: Worst): Row => ({ name: `64 KB, worst: ${name}`, unit: 'ms', product: Number(ms.toPrecision(3)) });
const longer = (a: Worst, b: Worst): Worst => (b.ms > a.ms ? b : a);

async function worstStructure(): Promise<Worst> {
  const folder = mkdtempSync(join(tmpdir(), 'tekser-hostile-'));
  try {
    const path = join(folder, 'hostile.corpus.json');
    writeFileSync(path, JSON.stringify(hostileSuite));
    const suite = readSuite(path);
    let worst: Worst = { name: '', ms: 0 };
    for (const one of suite.cases) worst = longer(worst, { name: one.id, ms: await leastOf(() => judgeCase(suite, one)) });
    return worst;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function leastOf(run: () => unknown): Promise<number> {
  const tries: number[] = [];
  for (let at = 0; at < TRIES; at += 1) tries.push(await millisecondsOf(run));
  return Math.min(...tries);
}

async function millisecondsOf(run: () => unknown): Promise<number> {
  const from = process.cpuUsage();
  await run();
  const { user, system } = process.cpuUsage(from);
  return (user + system) / 1000;
}
