/** Why a case went on, as codes: what the journal's screen and the terminal show of it. */
import type { JournalEvent } from './journal-event.ts';

/** All reasons, else the sign of a risk or what a device could not do; empty where a step needs no reason. Entries of before have one reason at most. */
export function whyOf({ reason, reasons, risk, cause }: Extract<JournalEvent, { kind: 'case-advanced' }>): string[] {
  return [...(reasons ?? [reason]), risk, cause].filter((code) => code !== null && code !== undefined);
}
