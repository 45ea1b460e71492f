/** QR in view → verdict on screen, on the local stand, with the parts it is made of. */
import { filmScene } from '../e2e/film/grey-scene.ts';
import { Citizens } from '../e2e/drivers/citizen.ts';
import { purposeTitle } from '../e2e/drivers/purposes.ts';
import { OPERATOR_NAMES } from '../e2e/drivers/operators.ts';
import { DeskScreenObject } from '../e2e/screens/desk-screen.ts';
import { PurposeScreenObject } from '../e2e/screens/purpose-screen.ts';
import { SignInScreenObject } from '../e2e/screens/sign-in-screen.ts';
import { WORDS } from '../e2e/screens/words.ts';
import { openChromiumDesk } from '../e2e/shells/chromium-desk.ts';
import { resetDesk } from '../e2e/shells/reset-desk.ts';
import { observePorts, unixNow, type PortInterval } from './observe-ports.ts';
import { spreadOf, type Spread } from './statistics.ts';
import { watchVerdicts, type BenchPage, type PageInstants } from './watch-verdict.ts';

/** In the order in which they happen; `registry` and `evidence` happen inside `verify`. */
export const PARTS = ['capture', 'decode', 'toCore', 'accessAndFetch', 'verify', 'registry', 'evidence', 'journal', 'paint', 'decodedToVerdict', 'total'] as const;
export type Part = (typeof PARTS)[number];

/** Not counted: compilers and connections get warm. */
const WARM_UP = 3;

export async function measureScans(count: number): Promise<Record<Part, Spread>> {
  let intervals: PortInterval[] = [];
  const desk = await openChromiumDesk({ observePorts: (ports) => observePorts(ports, (interval) => intervals.push(interval)) });
  try {
    await resetDesk(desk);
    const { page, stand, film } = desk;
    await new SignInScreenObject(page, WORDS.ru).signInAs(OPERATOR_NAMES.tson);
    await new PurposeScreenObject(page, WORDS.ru).choose(purposeTitle('state-service', 'ru'));
    const screen = new DeskScreenObject(page);
    await screen.chooseCamera(/camera\.y4m/);
    await screen.cameraSays('filming').waitFor();
    await page.evaluate(watchVerdicts);

    const citizens = new Citizens(stand);
    const person = citizens.case('plain-good');
    const samples: Record<Part, number>[] = [];
    for (let scan = 0; scan < WARM_UP + count; scan += 1) {
      const scene = filmScene([citizens.openAccess(person).qr]);
      intervals = [];
      film.show(scene);
      const shown = unixNow();
      await page.waitForFunction((seen) => (globalThis as unknown as BenchPage).tekserBench.paints.length > seen, scan, { polling: 100 });
      const instants = await page.evaluate(() => (globalThis as unknown as BenchPage).tekserBench.paints.at(-1)!);
      if (scan >= WARM_UP) samples.push(partsOf(shown, instants, intervals));
      film.show(filmScene([]));
      await screen.clear();
    }
    return Object.fromEntries(PARTS.map((part) => [part, spreadOf(samples.map((sample) => sample[part]))])) as Record<Part, Spread>;
  } finally {
    await desk.close();
  }
}

function partsOf(shown: number, { received, decoded, painted }: PageInstants, intervals: readonly PortInterval[]): Record<Part, number> {
  const open = intervals.find(({ operation }) => operation === 'documents.open');
  const append = intervals.find(({ operation }) => operation === 'journalStore.append');
  if (open === undefined || append === undefined) throw new Error('a verdict came without its access or its journal entry');
  return {
    capture: received - shown,
    decode: decoded - received,
    toCore: open.from - decoded,
    accessAndFetch: open.to - open.from,
    verify: append.from - open.to,
    registry: coveredBy(intervals.filter(({ operation }) => operation.startsWith('persons.'))),
    evidence: coveredBy(intervals.filter(({ operation }) => operation.startsWith('evidence.'))),
    journal: append.to - append.from,
    paint: painted - append.to,
    decodedToVerdict: painted - decoded,
    total: painted - shown,
  };
}

/** From the beginning of the first to the end of the last: they may run side by side. */
function coveredBy(intervals: readonly PortInterval[]): number {
  if (intervals.length === 0) return 0;
  return Math.max(...intervals.map(({ to }) => to)) - Math.min(...intervals.map(({ from }) => from));
}
