/** The journal's figures as a table: appends beside a bare table, then each size. */
import { measureAppend } from './measure-append.ts';
import { measureSize, type SizeFigures } from './measure-size.ts';

const NAME_WIDTH = 40;

/** @param sizes entries of the journals that are filled and asked @param say a line for people */
export async function measureJournal(sizes: readonly number[], say: (line: string) => void) {
  const row = (name: string, ...figures: (string | number)[]) => say(name.padEnd(NAME_WIDTH) + figures.map((figure) => String(figure).padStart(11)).join(''));
  const append = await measureAppend();
  row('\nDurable append, at once', 'per second', 'bare', 'ratio', 'its limit', 'unwritten', 'ms median', 'p95', 'bare p95');
  for (const { group, perSecond, barePerSecond, ratio, limit, unwritten, ms, bareMs } of append) row(`  ${group}`, perSecond, barePerSecond, ratio, limit, unwritten, ms.median, ms.p95, bareMs.p95);
  const journals: SizeFigures[] = [];
  for (const size of sizes) {
    const figures = await measureSize(size);
    journals.push(figures);
    row(`\nA journal of ${size} entries`, 'median', 'p95');
    row('  open and prove the newest, ms', figures.open.median, figures.open.p95);
    for (const [name, { median, p95 }] of Object.entries(figures.questions)) row(`  ${name}, ms`, median, p95);
    row('  verified entries per second', figures.verifiedPerSecond);
    row('  and per second of one processor', figures.verifiedPerCpuSecond);
    if (figures.filling !== null) {
      row('  appended per second while filling', figures.filling.perSecond);
      row('  processor for each of the last, us', figures.filling.lastMicroseconds);
    }
    row('  copied per second to a collector', figures.copies.perSecond);
    row('  processor for each copy, us', figures.copies.microseconds);
    row('  bytes per entry', figures.bytesPerEntry);
  }
  return { append, journals };
}
