/** Remote issuance where the organisation's connection names no portal: this desk takes no part, and says so. */
import type { CaseAnswer } from '../../../shared/domain/issuance/case-desk.ts';
import type { RemoteIssuance } from './remote-issuance.ts';

const REFUSED: CaseAnswer = { ok: false, code: 'not-held' };

export const NO_ISSUANCE: RemoteIssuance = {
  handlers: {
    queue: () => ({ state: 'off' }),
    takeNext: () => ({ state: 'none-waiting' }),
    openAtCounter: () => ({ state: 'none-waiting' }),
    current: () => null,
    material: () => null,
    decide: () => REFUSED,
    identifyAtCounter: () => REFUSED,
    putBack: () => REFUSED,
    registerPhone: () => ({ state: 'refused', code: 'service-away' }),
    pollPhone: ({ registrationId }) => ({ state: 'over', registrationId, cause: 'cancelled' }),
    cancelPhone: () => null,
    printAct: () => ({ ok: false, code: 'unknown' }),
  },
  forCalls: null,
  start() {},
  leave() {},
  sessionChanged() {},
  stop: async () => {},
};
