/** A small contract whose handlers do everything a real one may: answer, refuse, fail, drift and speak first. */
import { z } from 'zod';
import { NotPermitted } from '../../electron/core/not-permitted.ts';
import { call, defineContract, event, type Handlers, type Publisher } from '../../shared/ipc/define-contract.ts';

const Nothing = z.null();
const Everything = z.strictObject({
  nothing: z.null(),
  truth: z.boolean(),
  number: z.number(),
  text: z.string().max(1000),
  bytes: z.instanceof(Uint8Array),
  list: z.array(z.strictObject({ text: z.string() })),
});

/** Kazakh letters, a zero, an empty list member and bytes of every half. */
export const EVERYTHING: z.infer<typeof Everything> = {
  nothing: null,
  truth: true,
  number: -0.5,
  text: 'Әлия Ғанибекқызы 0012',
  bytes: Uint8Array.of(0, 127, 128, 255),
  list: [{ text: '' }, { text: 'б' }],
};

export const SECRET_TEXT = 'secret-of-the-core';

export const echoContract = defineContract({
  echo: {
    same: call(Everything, Everything),
    swallow: call(z.strictObject({ bytes: z.instanceof(Uint8Array) }), z.int()),
    fail: call(Nothing, Nothing),
    refuse: call(Nothing, Nothing),
    drift: call(Nothing, z.strictObject({ count: z.int() })),
    speak: call(z.strictObject({ count: z.int() }), Nothing),
    spoken: event(z.strictObject({ count: z.int() })),
  },
});
export type EchoContract = typeof echoContract;

export const echoHandlers = (publisher: () => Publisher<EchoContract>): Handlers<EchoContract> => ({
  echo: {
    same: (input) => input,
    swallow: ({ bytes }) => bytes.length,
    fail: () => {
      throw new Error(`${SECRET_TEXT} in ${import.meta.filename}`);
    },
    refuse: () => {
      throw new NotPermitted('locked');
    },
    // What a handler does that no longer follows the contract.
    drift: () => ({ count: 'many' }) as unknown as { count: number },
    speak: (payload) => {
      publisher().echo.spoken(payload);
      return null;
    },
  },
});
