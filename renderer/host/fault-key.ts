/** Which words belong to a fault: its reason's own where the operator can act on it, else those of its code. */
import type { Fault, NotPermittedReason } from '../../shared/ipc/wire.ts';

const ACTED_ON = ['access-over', 'too-early', 'no-policy', 'journal-unwritable', 'frozen'] as const satisfies readonly NotPermittedReason[];

export type ActedOnKey = `app.fault.notPermitted.${(typeof ACTED_ON)[number]}`;

/** Null where the fault has no such words: then the place that asked knows better ones. */
export function actedOnKey(fault: Fault | null): ActedOnKey | null {
  const reason = fault?.code === 'not-permitted' ? ACTED_ON.find((known) => known === fault.reason) : undefined;
  return reason === undefined ? null : `app.fault.notPermitted.${reason}`;
}

export const faultKey = (fault: Fault): ActedOnKey | `app.fault.code.${Fault['code']}` => actedOnKey(fault) ?? `app.fault.code.${fault.code}`;
