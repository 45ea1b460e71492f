/** How much processor time the worst of 64 KB can take of a reader: every hostile structure and document of the tests, judged whole. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { verifyFile } from '../../../electron/core/trust/verify-file.ts';
import { HOSTILE_KINDS, hostileDocuments } from '../../fakes/hostile-documents.ts';
import { hostileSuite } from '../../fakes/hostile-structures.ts';
import { judgeCase } from '../../conformance/runner/judge-case.ts';
import { readSuite } from '../../conformance/runner/read-suite.ts';
import { NOW } from '../../unit/trust/trial-authority.ts';
import type { Row } from './rows.ts';

/** Of some tries the quickest counts: what else the machine does is not the reader's. */
const TRIES = 5;
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
  return rows;
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
  for (let at = 0; at < TRIES; at += 1) {
    const from = process.cpuUsage();
    await run();
    const { user, system } = process.cpuUsage(from);
    tries.push((user + system) / 1000);
  }
  return Math.min(...tries);
}
