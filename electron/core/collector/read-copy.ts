/** What a collector must read of an entry: its place, its link and its kind; the rest is the workstation's, sealed or new. */
import { z } from 'zod';
import { FIRST_FORM_LABEL, textOfTail } from '../journal/index.ts';

export interface ReadCopy {
  sequence: number;
  /** Hash of the entry it continues. */
  previous: string;
  at: string;
  kind: string;
  /** As a walk over the chain takes it. */
  tail: string;
}

const FirstForm = z.object({ sequence: z.int().positive(), previousHash: z.string(), at: z.iso.datetime(), event: z.object({ kind: z.string() }) });
const Header = z.tuple([z.coerce.number().int().positive(), z.iso.datetime(), z.string().regex(/^[a-z-]{1,60}$/)]).rest(z.string());

/** Null for what no journal writes. Kinds this program does not know are kept: a desk may be newer than its collector. */
export function readCopy(text: string): ReadCopy | null {
  if (text.startsWith(`${FIRST_FORM_LABEL}\n`)) return readFirstForm(text.slice(FIRST_FORM_LABEL.length + 1));
  const [, previous = '', line = '', rest] = text.split('\n');
  const header = Header.safeParse(line.split(' '));
  const tail = `${line}\n${rest}`;
  if (!header.success || rest === undefined || textOfTail(tail, previous) !== text) return null;
  const [sequence, at, kind] = header.data;
  return { sequence, previous, at, kind, tail };
}

function readFirstForm(json: string): ReadCopy | null {
  try {
    const { sequence, previousHash, at, event } = FirstForm.parse(JSON.parse(json));
    return { sequence, previous: previousHash, at, kind: event.kind, tail: json };
  } catch {
    return null;
  }
}
