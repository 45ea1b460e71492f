/** One end of a WebSocket as messages of a schema: whatever else comes in closes it. */
import type { WebSocket } from 'ws';
import type { z } from 'zod';

/** RFC 6455, section 7.4.1: policy violation. */
export const REFUSED = 1008;

/** Messages come one after the other; `gone` comes once. A greeting that is not there in time is a refusal. */
export function readMessages<Schema extends z.ZodType>(
  socket: WebSocket,
  schema: Schema,
  greetingMs: number,
  on: { message(message: z.infer<Schema>): void; gone(): void },
): void {
  const patience = setTimeout(() => socket.close(REFUSED), greetingMs);
  patience.unref();
  socket.on('message', (data: Buffer, isBinary: boolean) => {
    clearTimeout(patience);
    const message = isBinary ? null : parse(data, schema);
    if (message === null) socket.close(REFUSED);
    else on.message(message.value);
  });
  socket.on('close', () => {
    clearTimeout(patience);
    on.gone();
  });
}

function parse<Schema extends z.ZodType>(data: Buffer, schema: Schema): { value: z.infer<Schema> } | null {
  try {
    const parsed = schema.safeParse(JSON.parse(data.toString('utf8')));
    return parsed.success ? { value: parsed.data } : null;
  } catch {
    return null;
  }
}
