/** What crosses between page and core: plain values only, because the three transports differ on everything else. */
import { z } from 'zod';

export type WireValue = null | boolean | number | string | Uint8Array | WireValue[] | { [key: string]: WireValue };

/** A reply never carries the text of an exception: the unexpected is a reference into the log. */
export type Reply = { ok: true; value: WireValue } | { ok: false; fault: Fault };

export const Fault = z.discriminatedUnion('code', [
  z.strictObject({ code: z.literal('internal'), ref: z.string() }),
  z.strictObject({ code: z.literal('unknown-call') }),
  z.strictObject({ code: z.literal('malformed-input') }),
  z.strictObject({ code: z.literal('caller-refused') }),
  /** The call needs a signed-in, unlocked operator or another role. */
  z.strictObject({ code: z.literal('not-permitted') }),
]);
export type Fault = z.infer<typeof Fault>;

export type EventMessage = { name: string; payload: WireValue };

/** The object both window shells put on the page: frozen, two functions, nothing else. */
export interface WindowHost {
  call(name: string, input: WireValue): Promise<Reply>;
  subscribe(listener: (message: EventMessage) => void): () => void;
}
