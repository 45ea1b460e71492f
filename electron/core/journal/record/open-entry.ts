/** Reads an entry back from its columns or from its bytes. */
import { z } from 'zod';
import { JournalEntry } from '../../../../shared/domain/journal/journal-entry.ts';
import type { SensitiveColumns } from '../../../ports/journal/column-seal.ts';
import { canonicalJson, type CanonicalValue } from '../canonical-json.ts';
import { type EntryColumns, entryTail, FIRST_FORM, NONE, SEALED_MEMBER, SECOND_FORM, textOfTail, VERDICT_KIND } from './entry-text.ts';

/** An entry as it was hashed; what an entry's own hash and mark are, its bytes do not say. */
const HashedEntry = JournalEntry.omit({ hash: true, mark: true });
export type HashedEntry = z.infer<typeof HashedEntry>;

const Rest = z.strictObject({
  event: z.record(z.string(), z.json()),
  id: z.uuid(),
  purpose: z.string().nullable(),
  sealed: z.string().nullable(),
  workstation: z.string(),
});
export type Rest = z.infer<typeof Rest>;

/** Null where the line is not what `columnsOf` writes. */
export function parseRest(text: string): Rest | null {
  const parsed = Rest.safeParse(parseJson(text));
  return parsed.success && canonicalJson(parsed.data as CanonicalValue) === text ? parsed.data : null;
}

/** Fits where a keyed hash is expected and nobody here can open the true one. */
const UNOPENED_HASH = '0'.repeat(64);

/**
 * @param rest the parsed last line of `columns`
 * @param opened null where the columns stay sealed: the operator is then unknown, and hashes and tickets are put in for form
 * @returns the members of an entry, yet to be parsed
 */
export function entryMembers(columns: EntryColumns, previousHash: string, rest: Rest, opened: SensitiveColumns | null): Omit<HashedEntry, 'event'> & { event: unknown } {
  const { sequence, at, kind, verdict } = columns;
  const event: Record<string, unknown> = { ...rest.event, kind };
  if (kind === VERDICT_KIND) event['verdict'] = verdict;
  for (const [name, value] of Object.entries(event)) {
    if (value !== SEALED_MEMBER) continue;
    event[name] = name === 'subjectHash' ? (opened?.subjectHash ?? UNOPENED_HASH) : (opened?.ticket ?? SEALED_MEMBER);
  }
  return { sequence, at, id: rest.id, operatorId: opened?.operatorId ?? null, workstation: rest.workstation, purpose: rest.purpose, event, previousHash };
}

export interface OpenedText {
  entry: HashedEntry;
  /** What is still sealed in it; null where nothing is, or where it was opened. */
  sealed: string | null;
}

/** The entry the bytes were made from; null for bytes no journal would have hashed. @param opened what the text's sealed part holds */
export function entryOfBytes(bytes: Uint8Array, opened: SensitiveColumns | null = null): OpenedText | null {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return text.startsWith(`${FIRST_FORM}\n`) ? entryOfFirstForm(text) : entryOfSecondForm(text, opened);
  } catch {
    return null;
  }
}

/** @throws for anything else */
function entryOfFirstForm(text: string): OpenedText | null {
  const json = text.slice(FIRST_FORM.length + 1);
  const entry = HashedEntry.parse(JSON.parse(json));
  return canonicalJson(entry as unknown as CanonicalValue) === json ? { entry, sealed: null } : null;
}

function entryOfSecondForm(text: string, opened: SensitiveColumns | null): OpenedText | null {
  const [label, previousHash = '', header = '', last = '', ...more] = text.split('\n');
  const [sequence, at = '', kind = '', verdict = NONE, who = NONE, about = NONE] = header.split(' ');
  const orNull = (value: string) => (value === NONE ? null : value);
  const columns = { sequence: Number(sequence), at, kind, verdict: orNull(verdict), who: orNull(who), about: orNull(about), rest: last };
  const rest = parseRest(last);
  if (label !== SECOND_FORM || more.length > 0 || rest === null || textOfTail(entryTail(columns), previousHash) !== text) return null;
  const entry = HashedEntry.parse(entryMembers(columns, previousHash, rest, opened));
  return { entry, sealed: opened === null ? rest.sealed : null };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
