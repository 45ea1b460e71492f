/**
 * The journal holds codes, hashes, times and ids, and nothing about the person (rule 5 of the domain): the schema admits no
 * other member, and what the schema leaves free must look like an id made by a machine.
 */
import { isIin } from '../../../shared/domain/person/iin.ts';
import { JournalEvent } from '../../../shared/domain/journal/journal-event.ts';

/** ASCII without spaces: no name in Cyrillic, no sentence, no document. */
const MACHINE_TOKEN = /^[A-Za-z0-9._:+/=@-]{0,128}$/;
/** Hashes and UUIDs may hold any twelve digits by chance. */
const HASH_OR_UUID = /^(?:[0-9a-f]{64}|[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12})$/i;
const TWELVE_DIGITS = /(?<!\d)\d{12}(?!\d)/g;

/** @throws {TypeError} naming the member, never its value: a caller tried to write what the journal must not hold. */
export function requirePayloadFree(event: JournalEvent): JournalEvent {
  const parsed = JournalEvent.safeParse(event);
  if (!parsed.success) {
    const places = parsed.error.issues.map((issue) => `${issue.path.join('.')} (${issue.code})`);
    throw new TypeError(`not a journal event: ${places.join(', ')}`);
  }
  for (const [member, value] of Object.entries(parsed.data)) {
    for (const text of [value].flat()) {
      if (typeof text === 'string' && mayBePersonal(text)) throw new TypeError(`the journal must not hold this ${member}`);
    }
  }
  return parsed.data;
}

function mayBePersonal(text: string): boolean {
  if (HASH_OR_UUID.test(text)) return false;
  return !MACHINE_TOKEN.test(text) || (text.match(TWELVE_DIGITS) ?? []).some(isIin);
}
