/** The identification part of the bench: how fast engine, card reader and face comparison are here, and how right they are on the sample data. */
import { readFile } from 'node:fs/promises';
import { createThreadFaceComparer } from '../../../electron/adapters/face-threads/thread-face-comparer.ts';
import { openEnginePage } from '../../integration/identification/engine-page.ts';
import { HAS_FACE_DATA, readFaceData } from '../../integration/identification/face-data.ts';
import { cpuOfTree } from '../camera/cpu-of-tree.ts';
import { memoryOfTree } from '../process-memory.ts';
import { type Spread, spreadOf } from '../statistics.ts';
import { cardAccuracy } from './card-accuracy.ts';
import { drawingAccuracy } from './drawing-accuracy.ts';
import { faceAccuracy } from './face-accuracy.ts';
import { livenessAccuracy } from './liveness-accuracy.ts';
import type { CardTruth, Print } from './truth.ts';

const LOOKS = 20;
const MATCHES = 6;

interface EngineFigures {
  readyMs: number;
  selfieVerdict: Spread;
  cpuPerFrameMs: number | null;
  megabytes: number | null;
}

export interface IdentificationReport {
  engine: EngineFigures;
  card: { zone: Spread; both: Spread; cpuMs: number | null };
  match: { first: number; later: Spread; cpuMs: number; threadMegabytes: number | null };
}

export async function measureIdentification(print: Print): Promise<IdentificationReport | null> {
  if (!HAS_FACE_DATA) {
    print('\nIdentification is measured on ../shared/data/face, which is not here.');
    return null;
  }
  const truth = JSON.parse(await readFile(new URL('../../../../shared/data/face/cards/truth.json', import.meta.url), 'utf8')) as CardTruth[];
  const before = memoryOfTree(process.pid);
  const page = await openEnginePage();
  try {
    const engine = await measureEngine(page, before);
    print(`\n${'Identification, ms'.padEnd(34)}${['median', 'p95', 'n'].map((head) => head.padStart(9)).join('')}`);
    const row = (name: string, { median, p95, samples }: Spread) => print(name.padEnd(34) + [median, p95, samples].map((figure) => String(figure).padStart(9)).join(''));
    print(`${'engine ready'.padEnd(34)}${String(Math.round(engine.readyMs)).padStart(9)}`);
    row('selfie verdict, one frame', engine.selfieVerdict);
    print(`${'processor time a frame'.padEnd(34)}${String(engine.cpuPerFrameMs).padStart(9)}`);
    print(`${'memory of the browser, MB'.padEnd(34)}${String(engine.megabytes).padStart(9)}`);
    const match = await measureMatch();
    row('face described and compared', match.later);
    print(`${'processor time of both faces'.padEnd(34)}${String(match.cpuMs).padStart(9)}`);
    print(`${'the first, with its models'.padEnd(34)}${String(match.first).padStart(9)}`);
    const card = await cardAccuracy(page, truth, print);
    row('zone of a card', card.zone);
    row('both sides of a card', card.both);
    print(`${'processor time of both sides'.padEnd(34)}${String(card.cpuMs).padStart(9)}`);
    await faceAccuracy(print);
    await drawingAccuracy(print);
    await livenessAccuracy(page, print);
    return { engine, card, match };
  } finally {
    await page.close();
  }
}

async function measureEngine(page: Awaited<ReturnType<typeof openEnginePage>>, before: number | null): Promise<EngineFigures> {
  const from = performance.now();
  if ((await page.ask('open')) === null) throw new Error('the engine cannot run here');
  const readyMs = performance.now() - from;
  const cpuBefore = cpuOfTree(process.pid);
  const times: number[] = [];
  for (let look = 0; look < LOOKS; look += 1) {
    const started = performance.now();
    await page.ask('look', '/data/faces/person-a-chin-up.jpg');
    times.push(performance.now() - started);
  }
  const cpu = cpuOfTree(process.pid);
  const memory = memoryOfTree(process.pid);
  return {
    readyMs,
    selfieVerdict: spreadOf(times),
    cpuPerFrameMs: cpu === null || cpuBefore === null ? null : Math.round((cpu - cpuBefore) / LOOKS),
    megabytes: memory === null || before === null ? null : Math.round(memory - before),
  };
}

async function measureMatch(): Promise<IdentificationReport['match']> {
  const before = memoryOfTree(process.pid);
  const comparer = createThreadFaceComparer();
  try {
    const pictures = [await readFaceData('faces/person-b.jpg'), await readFaceData('cards/level1-000-front.jpg')] as const;
    const from = performance.now();
    await comparer.compare(...pictures);
    const first = Math.round(performance.now() - from);
    const times: number[] = [];
    const cpuBefore = process.cpuUsage();
    for (let round = 0; round < MATCHES; round += 1) {
      // A picture described before is not described again: only a new copy counts.
      const [selfie, card] = [pictures[0].slice(), pictures[1].slice()];
      const started = performance.now();
      await comparer.compare(selfie, card);
      times.push(performance.now() - started);
    }
    const { user, system } = process.cpuUsage(cpuBefore);
    const memory = memoryOfTree(process.pid);
    return { first, later: spreadOf(times), cpuMs: Math.round((user + system) / 1000 / MATCHES), threadMegabytes: memory === null || before === null ? null : Math.round(memory - before) };
  } finally {
    await comparer.end();
  }
}
