/** `GET /training/frame`: what the training camera sees of the citizen's phone right now. */
import { bytes, empty } from '../http/reply.ts';
import type { Route } from '../http/routes.ts';
import { qrPayload } from '../documents/qr-payload.ts';
import type { StandWorld } from '../world.ts';
import { drawFrame, type Frame } from './frame.ts';

export function trainingRoutes(world: StandWorld): Route[] {
  // The camera asks many times a second; the picture changes only with the access.
  let last: { token: string; frame: Frame } | null = null;
  return [
    {
      method: 'GET',
      pattern: '/training/frame',
      service: null,
      handle() {
        const token = world.accesses.openNow()[0]?.token;
        if (!token) return empty(204);
        if (last?.token !== token) last = { token, frame: drawFrame(qrPayload(token)) };
        const { width, height, luma } = last.frame;
        return bytes('application/octet-stream', luma, { 'x-frame-width': String(width), 'x-frame-height': String(height) });
      },
    },
  ];
}
