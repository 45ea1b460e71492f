/**
 * The bytes an entry is hashed from: a fixed, versioned, canonical text.
 *
 * Form 2, four lines in UTF-8 without a line break at the end:
 *
 *     tekser-journal/2
 *     hash of the entry before it, lower-case hex
 *     sequence SP at SP kind SP verdict SP who SP about        “-” where there is none
 *     RFC 8785 text of { event, id, purpose, sealed, workstation }
 *
 * `who` and `about` are blind indexes of the operator and of the citizen, `sealed` holds what they stand for. The second line
 * and what can be filtered by are columns of the file, so that a filter can never disagree with what was hashed, and a walk
 * needs neither a parser nor a key. hash = leaf of the tree = SHA-256( 0x00 text ), RFC 9162 section 2.1.1.
 *
 * Form 1 (program 0.1): “tekser-journal/1”, line break, RFC 8785 text of the entry in clear; hash = SHA-256( text ).
 * Another form gets another label, never another meaning.
 */
import type { JournalEvent } from '../../../../shared/domain/journal/journal-event.ts';
import type { ColumnSeal, SensitiveColumns } from '../../../ports/journal/column-seal.ts';
import type { NewEntry } from '../../../ports/journal/journal-store.ts';
import { canonicalJson, canonicalMembers, type CanonicalValue } from '../canonical-json.ts';

export const FIRST_FORM = 'tekser-journal/1';
export const SECOND_FORM = 'tekser-journal/2';
export const NONE = '-';

/** An entry as its row holds it; `rest` is the last line of the text. */
export interface EntryColumns {
  sequence: number;
  at: string;
  kind: string;
  verdict: string | null;
  who: string | null;
  about: string | null;
  rest: string;
}

/** Stands in the event where a member was sealed. */
export const SEALED_MEMBER = 'sealed';
/** The kind whose verdict is a column of its own. */
export const VERDICT_KIND = 'checked';
const TICKETS = ['accessId', 'requestId'] as const;

/** @param entry with `at` in UTC with milliseconds */
export function columnsOf(entry: NewEntry, sequence: number, seal: ColumnSeal): EntryColumns {
  const { id, at, operatorId, workstation, purpose } = entry;
  const { kind, verdict, subjectHash, ticket, event } = takenApart(entry.event);
  const nothing = operatorId === null && subjectHash === null && ticket === null;
  const sealed = nothing ? null : seal.seal({ id, sequence }, { operatorId, subjectHash, ticket });
  return {
    sequence,
    at,
    kind,
    verdict,
    who: operatorId === null ? null : seal.tag('who', operatorId),
    about: subjectHash === null ? null : seal.tag('about', subjectHash),
    // The names in their order, without an object of them for each entry.
    rest: `{"event":${event},"id":${canonicalJson(id)},"purpose":${canonicalJson(purpose)},"sealed":${canonicalJson(sealed)},"workstation":${canonicalJson(workstation)}}`,
  };
}

interface EventParts extends Pick<SensitiveColumns, 'subjectHash' | 'ticket'> {
  kind: string;
  verdict: string | null;
  /** The canonical text of what has no column of its own. */
  event: string;
}

function takenApart(given: JournalEvent): EventParts {
  const members = given as unknown as Readonly<Record<string, CanonicalValue>>;
  const textOf = (name: string): string | null => (typeof members[name] === 'string' ? members[name] : null);
  const verdict = given.kind === VERDICT_KIND ? textOf('verdict') : null;
  const subjectHash = textOf('subjectHash');
  const ticketName = TICKETS.find((name) => textOf(name) !== null);
  const names = Object.keys(members).filter((name) => name !== 'kind' && (name !== 'verdict' || verdict === null));
  const isSealed = (name: string): boolean => name === ticketName || (name === 'subjectHash' && subjectHash !== null);
  return {
    kind: given.kind,
    verdict,
    subjectHash,
    ticket: ticketName === undefined ? null : textOf(ticketName),
    event: canonicalMembers(names, (name) => (isSealed(name) ? SEALED_MEMBER : members[name]!)),
  };
}

/** Header and rest: what of the text is the entry's own. */
export function entryTail({ sequence, at, kind, verdict, who, about, rest }: EntryColumns): string {
  return `${sequence} ${at} ${kind} ${verdict ?? NONE} ${who ?? NONE} ${about ?? NONE}\n${rest}`;
}

/** The text of form 2. @param previousHash lower-case hex */
export const textOfTail = (tail: string, previousHash: string): string => `${SECOND_FORM}\n${previousHash}\n${tail}`;
