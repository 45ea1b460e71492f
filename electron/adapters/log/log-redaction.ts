/** What of a fact or an error may be written into the log: words made by programs, never text that came with a person. */
import { isIin } from '../../../shared/domain/person/iin.ts';

const WITHHELD = '[withheld]';
/** ASCII without spaces is a code, a host, a version; a name or a sentence is not. */
const MACHINE_WORD = /^[\x21-\x7e]{0,200}$/;
const TWELVE_DIGITS = /(?<!\d)\d{12}(?!\d)/g;
const DEEPEST_CAUSE = 4;

type Fact = string | number | boolean | null;

export function harmlessFacts(facts: Readonly<Record<string, Fact>>): Record<string, Fact> {
  return Object.fromEntries(Object.entries(facts).map(([name, fact]) => [name, typeof fact === 'string' ? harmlessWord(fact) : fact]));
}

function harmlessWord(word: string): string {
  if (!MACHINE_WORD.test(word)) return WITHHELD;
  return (word.match(TWELVE_DIGITS) ?? []).some(isIin) ? WITHHELD : word;
}

export interface FaultDescription {
  name: string;
  code: string | null;
  frames: string[];
  cause: FaultDescription | null;
}

/** Where it happened and what kind it is. The message is left out: parsers and drivers quote their input in it. */
export function describeFault(error: unknown, depth = 0): FaultDescription {
  if (!(error instanceof Error)) return { name: typeof error, code: null, frames: [], cause: null };
  const code = 'code' in error && typeof error.code === 'string' ? harmlessWord(error.code) : null;
  const cause = error.cause !== undefined && depth < DEEPEST_CAUSE ? describeFault(error.cause, depth + 1) : null;
  return { name: harmlessWord(error.name), code, frames: framesOf(error), cause };
}

/** The stack begins with the message, which may hold line breaks of its own. */
function framesOf(error: Error): string[] {
  const stack = error.stack ?? '';
  const afterMessage = stack.slice(Math.max(0, stack.indexOf(error.message)) + error.message.length);
  return [...afterMessage.matchAll(/^ {4}at (.+)$/gm)].map(([, frame]) => frame!);
}
