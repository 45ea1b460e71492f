/** What a desk and the service of calls write to each other: one WebSocket, JSON in text frames. The real format is not public. */
import { z } from 'zod';
import { CallAgent } from '../../../shared/domain/call/call-talk.ts';
import { LineEvent, LineOrder } from '../../ports/calls/call-line.ts';

export const DESK_LINE_PATH = '/calls/v1/desk';
export const LINE_CHECK_PATH = '/calls/v1/line-check';
/** Said in a header: a check sends nothing but octets. */
export const API_KEY_HEADER = 'x-api-key';

/** The first message authenticates the organisation and names who sits at the desk; nothing else is heard before it. */
export const DeskHello = z.strictObject({
  type: z.literal('hello'),
  api_key: z.string().min(1).max(200),
  agent: CallAgent,
  role: z.enum(['operator', 'supervisor']),
});
export type DeskHello = z.infer<typeof DeskHello>;

export const DeskMessage = z.union([DeskHello, LineOrder]);
export type DeskMessage = z.infer<typeof DeskMessage>;

/** Answered to the greeting; a refused one is answered by closing. */
export const ServiceLineMessage = z.union([z.strictObject({ type: z.literal('welcome') }), LineEvent]);
export type ServiceLineMessage = z.infer<typeof ServiceLineMessage>;
