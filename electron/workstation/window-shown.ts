/** The moment the window is on the screen: what nobody waits for begins then, and not beside what somebody waits for. */

/** A window that does not come must neither keep the journal at home nor the desk from learning whether its services answer. */
const LONGEST_MS = 10_000;

export interface WindowShown {
  /** Resolves at the latest after some seconds. */
  shown: Promise<void>;
  note(): void;
}

export function awaitWindow(): WindowShown {
  const { promise: shown, resolve: note } = Promise.withResolvers<void>();
  setTimeout(note, LONGEST_MS).unref();
  return { shown, note };
}
