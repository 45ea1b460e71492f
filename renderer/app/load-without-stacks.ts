/**
 * Lets no stack be taken while the libraries load. react-dom makes errors then which it later throws to itself as signals; under the
 * inspector, by which the Chromium shell drives its browser, V8 would parse the whole bundle once more to say where each was made.
 */

/** Of V8 alone (its “Stack trace API”): without the property it takes none. */
const traced = Error as unknown as { stackTraceLimit?: number };
const usual = traced.stackTraceLimit;
delete traced.stackTraceLimit;

/** When everything is loaded: from here on an error says where it comes from. */
export function takeStacks(): void {
  if (usual !== undefined) traced.stackTraceLimit = usual;
}
