/** What may be told of an error: the name of its class and the place in our bundle, never its message. */

const LONGEST_NAME = 80;
const LONGEST_PLACE = 200;
/** File, line and column at the end of a line of the stack. */
const PLACE = /([\w.-]+\.(?:m?js|tsx?)):(\d+):(\d+)\)?\s*$/;

export function describeFault(error: unknown): { name: string; place: string } {
  if (!(error instanceof Error)) return { name: 'not-an-error', place: 'unknown' };
  // A name set by hand could carry data; the name of a class is code.
  const name = error.constructor.name.slice(0, LONGEST_NAME) || 'Error';
  for (const line of error.stack?.split('\n') ?? []) {
    const match = PLACE.exec(line);
    if (match !== null) return { name, place: `${match[1]}:${match[2]}:${match[3]}`.slice(0, LONGEST_PLACE) };
  }
  return { name, place: 'unknown' };
}
