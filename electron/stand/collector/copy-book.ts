/** Copies of the journals that workstations send to the stand, each log in its own order; shares no code with the journal. */
import { createHash } from 'node:crypto';
import { appendFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

export type Copied =
  /** Everything up to `through` is kept; `receipt` is the hash of the last of them. */
  | { state: 'kept'; through: number; receipt: string }
  /** Another entry is kept in this place. */
  | { state: 'contradicted'; sequence: number }
  | { state: 'malformed' };

export interface CopyBook {
  /** @param start entries that were let go before the first of these @param texts what each entry is hashed from, in order */
  add(log: string, start: number, texts: readonly string[]): Copied;
  /** Hashes of the kept entries in order, for tests and the page of the stand. */
  hashes(log: string): readonly string[];
}

interface Log {
  start: number;
  hashes: string[];
}

const Line = z.object({ log: z.string(), start: z.int(), hash: z.string(), text: z.string() });
const FIRST_FORM = 'tekser-journal/1\n';
const SECOND_FORM = 'tekser-journal/2\n';

export function createCopyBook(directory: string | null): CopyBook {
  const file = directory === null ? null : join(directory, 'journal-copies.jsonl');
  const logs = new Map<string, Log>();
  const logOf = (name: string, start: number): Log => {
    const known = logs.get(name) ?? { start, hashes: [] };
    logs.set(name, known);
    return known;
  };
  if (file !== null && existsSync(file)) {
    for (const line of readFileSync(file, 'utf8').split('\n').filter(Boolean)) {
      const { log, start, hash } = Line.parse(JSON.parse(line));
      logOf(log, start).hashes.push(hash);
    }
  }

  /** Before the receipt is given: what was acknowledged is not lost. */
  function keep(name: string, log: Log, fresh: readonly { hash: string; text: string }[]): void {
    if (file !== null && fresh.length > 0) {
      mkdirSync(directory!, { recursive: true });
      const lines = fresh.map(({ hash, text }) => JSON.stringify({ log: name, start: log.start, hash, text }));
      appendFileSync(file, `${lines.join('\n')}\n`, { flush: true });
    }
    log.hashes.push(...fresh.map(({ hash }) => hash));
  }

  return {
    add(name, start, texts) {
      const log = logOf(name, start);
      const fresh: { hash: string; text: string }[] = [];
      for (const text of texts) {
        const entry = readEntry(text);
        if (entry === null) return { state: 'malformed' };
        const place = entry.sequence - log.start - 1;
        const expected = log.hashes.length + fresh.length;
        // A hole before it: what is missing is asked for.
        if (place > expected) break;
        if (place < expected) {
          const known = log.hashes[place] ?? fresh[place - log.hashes.length]?.hash;
          if (known !== undefined && known !== entry.hash) return { state: 'contradicted', sequence: entry.sequence };
          continue;
        }
        const before = fresh.at(-1)?.hash ?? log.hashes.at(-1);
        if (before !== undefined && before !== entry.previous) return { state: 'contradicted', sequence: entry.sequence };
        fresh.push({ hash: entry.hash, text });
      }
      keep(name, log, fresh);
      return { state: 'kept', through: log.start + log.hashes.length, receipt: log.hashes.at(-1) ?? '' };
    },
    hashes: (name) => logs.get(name)?.hashes ?? [],
  };
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** Null for what no journal writes. */
function readEntry(text: string): { sequence: number; previous: string; hash: string } | null {
  if (text.startsWith(SECOND_FORM)) {
    const [, previous = '', header = ''] = text.split('\n');
    const sequence = Number(header.split(' ')[0]);
    return Number.isSafeInteger(sequence) && sequence > 0 ? { sequence, previous, hash: sha256(`\0${text}`) } : null;
  }
  if (!text.startsWith(FIRST_FORM)) return null;
  const parsed = z.object({ sequence: z.int().positive(), previousHash: z.string() }).safeParse(jsonOf(text.slice(FIRST_FORM.length)));
  return parsed.success ? { sequence: parsed.data.sequence, previous: parsed.data.previousHash, hash: sha256(text) } : null;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
