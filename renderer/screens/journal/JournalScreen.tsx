export function JournalScreen(_: { session: unknown }) { return null; }
