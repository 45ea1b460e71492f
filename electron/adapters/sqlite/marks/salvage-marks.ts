/**
 * Finds the marks in a file SQLite cannot read any more. The text of a mark is sealed and authenticated, so whatever opens
 * is a mark this desk once wrote, wherever in the file or its log it lies: neither pages nor the schema are needed for that.
 */
import { closeSync, existsSync, openSync, readSync } from 'node:fs';

export interface FoundMark {
  mark: string;
  since: string;
}

const PIECE = 1024 * 1024;
/** A row is on one page. */
const LONGEST_ROW = 4_096;
const SINCE = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;
const SINCE_BYTES = '2026-11-22T05:00:00.000Z'.length;
/** Of the count of attempts, which stands between the time and the state; 0 and 1 take none (sqlite.org/fileformat2.html#record_format). */
const ATTEMPTS_BYTES = 4;
const EQUALS = 0x3d;
/** Characters of base 64 for three bytes. */
const BASE64_GROUP = 4;
const IS_BASE64 = Uint8Array.from({ length: 256 }, (_, byte) => (/[A-Za-z0-9+/]/.test(String.fromCharCode(byte)) ? 1 : 0));

export interface SalvagedMarks {
  /** The oldest first. */
  waiting: FoundMark[];
  settled: FoundMark[];
}

/**
 * A row that changed its state leaves its earlier bytes behind in places: what stands anywhere as settled waits no more.
 * @param opens whether a text is a mark of this desk
 */
export function salvageMarks(file: string, opens: (mark: string) => boolean): SalvagedMarks {
  const waiting = new Map<string, FoundMark>();
  const settled = new Map<string, FoundMark>();
  for (const part of [file, `${file}-wal`].filter((path) => existsSync(path))) {
    for (const piece of piecesOf(part)) {
      for (const found of rowsBefore(piece, 'waiting')) waiting.set(found.mark, found);
      for (const state of ['delivered', 'refused']) for (const found of rowsBefore(piece, state)) settled.set(found.mark, found);
    }
  }
  const ours = (found: Map<string, FoundMark>): FoundMark[] => [...found.values()].filter(({ mark }) => opens(mark));
  // A page is filled from its end: of rows of one moment the later stands before the earlier.
  const stillWaiting = ours(waiting).toReversed().filter(({ mark }) => !settled.has(mark));
  return { waiting: stillWaiting.toSorted(bySince), settled: ours(settled) };
}

/** The order in which marks were left. */
export const bySince = (a: FoundMark, b: FoundMark): number => Date.parse(a.since) - Date.parse(b.since);

/** Each begins with the end of the one before, so that no row is cut apart. */
function* piecesOf(file: string): Generator<Buffer> {
  const descriptor = openSync(file, 'r');
  try {
    const buffer = Buffer.alloc(LONGEST_ROW + PIECE);
    for (let position = 0, kept = 0; ; ) {
      const read = readSync(descriptor, buffer, kept, PIECE, position);
      if (read === 0) return;
      const piece = buffer.subarray(0, kept + read);
      yield piece;
      position += read;
      kept = Math.min(LONGEST_ROW, piece.length);
      buffer.copyWithin(0, piece.length - kept, piece.length);
    }
  } finally {
    closeSync(descriptor);
  }
}

function* rowsBefore(piece: Buffer, state: string): Generator<FoundMark> {
  for (let at = piece.indexOf(state); at >= 0; at = piece.indexOf(state, at + 1)) {
    const found = rowBefore(piece, at);
    if (found !== null) yield found;
  }
}

/** The columns as they follow each other in a row: mark, since, attempts, state. */
function rowBefore(piece: Buffer, state: number): FoundMark | null {
  for (let attempts = 0; attempts <= ATTEMPTS_BYTES; attempts += 1) {
    const end = state - attempts - SINCE_BYTES;
    const since = end < 0 ? '' : piece.toString('latin1', end, end + SINCE_BYTES);
    if (!SINCE.test(since)) continue;
    let start = end;
    while (end - start < 2 && piece[start - 1] === EQUALS) start -= 1;
    while (start > 0 && IS_BASE64[piece[start - 1]!] === 1) start -= 1;
    // The row's header ends before it, in a byte that may look like one of the text.
    start += (end - start) % BASE64_GROUP;
    return { mark: piece.toString('latin1', start, end), since };
  }
  return null;
}
