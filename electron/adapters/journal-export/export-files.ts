/** Names and forms of the files of an export. */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import type { RecordedEntry } from '../../ports/journal/journal-store.ts';

export const FILES = {
  entries: 'entries.jsonl',
  table: 'entries.csv',
  summary: 'summary.pdf',
  statement: 'statement.note',
  /** A checkpoint with a witness's signature and the way to it from the tree of the export, as c2sp.org/tlog-witness writes it. */
  witness: 'witness.txt',
} as const;

export const TABLE_COLUMNS = ['sequence', 'at', 'operator', 'workstation', 'purpose', 'event', 'verdict', 'headline', 'document', 'mark', 'hash'] as const;

/** One line of JSON: the hashed text, the key of its sealed columns, and the mark, which is no part of the proof. */
export function entryLine({ entry, bytes, entryKey }: RecordedEntry): string {
  const open = entryKey === null ? null : Buffer.from(entryKey).toString('base64');
  return `${JSON.stringify({ text: new TextDecoder().decode(bytes), open, mark: entry.mark })}\n`;
}

/** RFC 4180; everything quoted, so that a table program takes nothing for a number it may round. */
export function tableLine({ entry }: RecordedEntry): string {
  const { sequence, at, operatorId, workstation, purpose, event, mark, hash } = entry;
  const checked = event.kind === 'checked' ? event : null;
  const cells = [sequence, at, operatorId, workstation, purpose, event.kind, checked?.verdict, checked?.headline, checked?.documentType, mark.state, hash];
  return `${cells.map((cell) => quoted(String(cell ?? ''))).join(',')}\r\n`;
}

/** A cell that begins like a formula would be worked out by a table program. */
const quoted = (text: string): string => `"${(/^[=+\-@\t]/.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`;

export const tableHead = `${TABLE_COLUMNS.map(quoted).join(',')}\r\n`;

/** Lower-case hex SHA-256. */
export async function hashOfFile(file: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(file)) hash.update(chunk as Buffer);
  return hash.digest('hex');
}
