/** Prints the report of `npm run bench:qr` as tables. */
import { CONTESTANTS } from './qr-answer.ts';
import type { QrReport } from './qr-report.ts';

const NAME = 24;
const FIGURE = 15;
const line = (name: string, figures: readonly (string | number)[]) =>
  console.log(name.padEnd(NAME) + figures.map((figure) => String(figure).padStart(FIGURE)).join(''));

export function printReport({ sets, all, film, rungs, strangers, falseReads }: QrReport): void {
  line('\nread (misread)'.padEnd(NAME + 1), ['pictures', ...CONTESTANTS]);
  for (const { set, scores } of sets) {
    line(set, [scores.product.pictures, ...CONTESTANTS.map((name) => `${scores[name].read} (${scores[name].misread})`)]);
  }
  line('all', [all.product.pictures, ...CONTESTANTS.map((name) => all[name].read)]);
  for (const figure of ['missed', 'misread', 'falseReads', 'beyond', 'unlisted'] as const) {
    line(figure, ['', ...CONTESTANTS.map((name) => all[name][figure])]);
  }
  line('ms median / p95', ['', ...CONTESTANTS.map((name) => `${all[name].ms.median} / ${all[name].ms.p95}`)]);

  console.log(`\nAs a 720p film: of ${film.pictures} read ${film.readInOneFrame} in one frame, ${film.readInTwoFrames} in two, ${film.read} in twenty;`);
  console.log(`misread ${film.misread}, false reads ${film.falseReads}.`);
  line('ms a frame', ['median', 'p95']);
  for (const kind of ['hit', 'searching', 'empty'] as const) line(`  ${kind}`, [film[kind].median, film[kind].p95]);

  if (rungs.length > 0) {
    line('\nrungs'.padEnd(NAME + 1), ['read', 'first', 'alone', 'ms median']);
    for (const { rung, read, first, alone, ms } of rungs) line(rung, [read, first, alone, ms.median]);
  }
  for (const [title, found] of [['Not among the answers:', strangers], ['False reads:', falseReads]] as const) {
    if (found.length > 0) console.log(`\n${title}`);
    for (const { file, contestant, texts } of found) line(file, [contestant, ' ', JSON.stringify(texts).slice(0, 120)]);
  }
}
