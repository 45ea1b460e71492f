/** How long the worst of 64 KB can keep a reader busy: every hostile structure of the tests, judged as the conformance runner judges it. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { hostileSuite } from '../../fakes/hostile-structures.ts';
import { judgeCase } from '../../conformance/runner/judge-case.ts';
import { readSuite } from '../../conformance/runner/read-suite.ts';
import type { Row } from './rows.ts';

/** Of some tries the quickest counts: what else the machine does is not the reader's. */
const TRIES = 3;

export async function benchHostile(): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'tekser-hostile-'));
  try {
    const path = join(folder, 'hostile.corpus.json');
    writeFileSync(path, JSON.stringify(hostileSuite));
    const suite = readSuite(path);
    let longest = { id: '', ms: 0 };
    for (const one of suite.cases) {
      const tries: number[] = [];
      for (let i = 0; i < TRIES; i += 1) {
        const from = performance.now();
        await judgeCase(suite, one);
        tries.push(performance.now() - from);
      }
      const ms = Math.min(...tries);
      if (ms > longest.ms) longest = { id: one.id, ms };
    }
    return [{ name: `64 KB, worst: ${longest.id}`, unit: 'ms', product: Number(longest.ms.toPrecision(3)) }];
  } finally {
    rmSync(folder, { recursive: true });
  }
}
