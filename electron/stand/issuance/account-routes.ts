/** The PIN of the account: made, asked for before the data are given, replaced after a one-time password. It goes no further than this service. */
import { z } from 'zod';
import { pinFault } from '../../../shared/domain/issuance/account-pin.ts';
import { json, jsonError, type Reply } from '../http/reply.ts';
import type { Route } from '../http/routes.ts';
import type { StandWorld } from '../world.ts';
import { ownRoute, reported } from './own-routes.ts';

const Pin = z.string().regex(/^\d{6}$/);
const PinRequest = z.strictObject({ pin: Pin });
const ResetRequest = z.strictObject({ pin: Pin, code: z.string().regex(/^\d{6}$/) });

export function accountRoutes(world: StandWorld): Route[] {
  const { accounts, applications, phoneCodes } = world;
  const refusedPin = (pin: string, iin: string): Reply | null => {
    const fault = pinFault(pin, iin);
    return fault === null ? null : json({ answer: 'refused', fault }, 422);
  };
  return [
    ownRoute(world, 'POST', 'account', ['account'], async ({ id, iin }, request) => {
      const { pin } = await request.json(PinRequest);
      const refused = refusedPin(pin, iin);
      if (refused !== null) return refused;
      accounts.set(iin, pin);
      return reported(world, id, { kind: 'account-made' });
    }),
    ownRoute(world, 'POST', 'access', ['grant'], async ({ id, iin }, request) => {
      const answer = accounts.enter(iin, (await request.json(PinRequest)).pin);
      if (answer.answer === 'right') applications.report(id, { kind: 'access-granted' });
      return json(answer);
    }),
    ownRoute(world, 'POST', 'account/reset', ['grant'], async ({ id, iin }, request) => {
      const { pin, code } = await request.json(ResetRequest);
      // Judged before the password is spent on it.
      const refused = refusedPin(pin, iin);
      if (refused !== null) return refused;
      if (!accounts.has(iin)) return jsonError(409, 'ACCOUNT_UNKNOWN', 'no account yet');
      const answer = phoneCodes.enter(id, code);
      if (answer === 'right') accounts.set(iin, pin);
      return json({ answer });
    }),
  ];
}
