/** What crosses between page and core: plain values only, because the three transports differ on everything else. */
import { z } from 'zod';

export type WireValue = null | boolean | number | string | Uint8Array | WireValue[] | { [key: string]: WireValue };

/** A reply never carries the text of an exception: the unexpected is a reference into the log. */
export type Reply = { ok: true; value: WireValue } | { ok: false; fault: Fault };

/** Why a call comes at the wrong moment or from the wrong role. */
export const NotPermittedReason = z.enum([
  'signed-out',
  'locked',
  'role',
  /** Somebody is signed in already. */
  'occupied',
  'no-purpose',
  /** No set of rules is in force today, so nobody can say by which numbers to check. */
  'no-policy',
  /** A newer scan, a lock or a sign-out took the place of this check: its answer is dropped, never shown. */
  'superseded',
  /** Nothing is checked, revealed or attested that cannot be written down. */
  'journal-unwritable',
  /** Too much waits undelivered: nothing new until it is delivered or a supervisor lets the desk go on. */
  'frozen',
  /** The outcome named by the call is no longer the one on the screen. */
  'not-current',
  /** The face is attested before anybody can have looked from the photograph to the person. */
  'too-early',
  /** The citizen's permission has ended: what was hidden until now stays hidden. */
  'access-over',
]);
export type NotPermittedReason = z.infer<typeof NotPermittedReason>;

export const Fault = z.discriminatedUnion('code', [
  z.strictObject({ code: z.literal('internal'), ref: z.string() }),
  z.strictObject({ code: z.literal('unknown-call') }),
  z.strictObject({ code: z.literal('malformed-input') }),
  z.strictObject({ code: z.literal('caller-refused') }),
  /** The call needs a signed-in, unlocked operator or another role. */
  z.strictObject({ code: z.literal('not-permitted'), reason: NotPermittedReason }),
]);
export type Fault = z.infer<typeof Fault>;

export type EventMessage = { name: string; payload: WireValue };

/** The object both window shells put on the page: frozen, two functions, nothing else. */
export interface WindowHost {
  call(name: string, input: WireValue): Promise<Reply>;
  subscribe(listener: (message: EventMessage) => void): () => void;
}
