/** `GET` and `POST /control`: reads, turns and resets the switches of the bad days; `GET /control/schema` explains them. */
import { z } from 'zod';
import { BadDaysChange } from '../bad-days/switches.ts';
import { json } from '../http/reply.ts';
import type { Route } from '../http/routes.ts';
import type { StandControl } from './control.ts';

const ControlRequest = z.union([z.strictObject({ reset: z.literal(true) }), BadDaysChange]);

export function controlRoutes(control: StandControl): Route[] {
  return [
    { method: 'GET', pattern: '/control', service: null, handle: () => json(control.badDays()) },
    { method: 'GET', pattern: '/control/schema', service: null, handle: () => json(z.toJSONSchema(ControlRequest)) },
    {
      method: 'POST',
      pattern: '/control',
      service: null,
      async handle(request) {
        const change = await request.json(ControlRequest);
        return json(await ('reset' in change ? control.reset() : control.change(change)));
      },
    },
  ];
}
