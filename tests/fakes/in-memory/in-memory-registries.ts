/** The person registry, the consent service and the cabinets by their contracts, in memory. */
import type { CabinetLog, ViewMark } from '../../../electron/ports/checking/cabinet-log.ts';
import type { ConsentRequests, ConsentState, DeskRequestState } from '../../../electron/ports/checking/consent-requests.ts';
import type { Logger } from '../../../electron/ports/logger.ts';
import type { PersonRecord, PersonRegistry, PersonRegistryFailure } from '../../../electron/ports/checking/person-registry.ts';
import type { PreferencesStore } from '../../../electron/ports/preferences-store.ts';
import type { ServiceFailure } from '../../../electron/ports/service-failure.ts';
import type { Preferences } from '../../../shared/domain/desk/app-state.ts';
import { failure, success } from '../../../shared/util/result.ts';
import { oneByOneCabinets } from '../one-by-one-cabinets.ts';

export interface InMemoryPersonRegistry extends PersonRegistry {
  readonly people: Map<string, PersonRecord>;
  readonly asked: string[];
  failing: PersonRegistryFailure['code'] | null;
  breakDown: boolean;
}

export function inMemoryPersonRegistry(people: PersonRecord[]): InMemoryPersonRegistry {
  const registry: InMemoryPersonRegistry = {
    people: new Map(people.map((person) => [person.iin, person])),
    asked: [],
    failing: null,
    breakDown: false,
    async lookUp(iin) {
      registry.asked.push(iin);
      if (registry.breakDown) throw new TypeError('unexpected shape');
      if (registry.failing !== null) return failure({ code: registry.failing, detail: null } as PersonRegistryFailure);
      const person = registry.people.get(iin);
      return person === undefined ? failure({ code: 'person-unknown', detail: null }) : success(person);
    },
  };
  return registry;
}

export interface InMemoryConsents extends ConsentRequests {
  /** E.164 numbers registered in БМГ, by ИИН. */
  readonly phones: Map<string, string>;
  /** What the citizen did with a request. */
  answer(requestId: string, state: Exclude<ConsentState['state'], 'waiting'>): void;
  readonly cancelled: string[];
  failing: ServiceFailure['code'] | null;
  answerDeskRequest(requestId: string, state: DeskRequestState): void;
}

export function inMemoryConsents(expiresAt: string): InMemoryConsents {
  const states = new Map<string, ConsentState>();
  const deskRequests = new Map<string, DeskRequestState>();
  const consents: InMemoryConsents = {
    phones: new Map(),
    cancelled: [],
    failing: null,
    answerDeskRequest: (requestId, state) => void deskRequests.set(requestId, state),
    answer: (requestId, state) => void states.set(requestId, { state }),
    async request({ iin, phone }) {
      if (consents.failing !== null) return failure({ code: consents.failing, detail: null });
      if (consents.phones.get(iin) !== phone) return failure({ code: 'consent-phone-unknown', detail: null });
      const requestId = `consent-${states.size + 1}`;
      const phoneEnding = phone.slice(-4);
      states.set(requestId, { state: 'waiting', expiresAt, phoneEnding });
      return success({ requestId, expiresAt, phoneEnding });
    },
    async state(requestId) {
      if (consents.failing !== null) return failure({ code: consents.failing, detail: null });
      return success(states.get(requestId) ?? { state: 'expired' });
    },
    async openDeskRequest() {
      if (consents.failing !== null) return failure({ code: consents.failing, detail: null });
      const requestId = `request-${deskRequests.size + 1}`;
      deskRequests.set(requestId, { state: 'waiting', expiresAt, scanned: false });
      return success({ requestId, qr: `https://desk.test/${requestId}`, deskCode: '4821', expiresAt });
    },
    async deskRequestState(requestId) {
      if (consents.failing !== null) return failure({ code: consents.failing, detail: null });
      return success(deskRequests.get(requestId) ?? { state: 'expired' });
    },
    async cancelDeskRequest(requestId) {
      consents.cancelled.push(requestId);
      deskRequests.set(requestId, { state: 'expired' });
    },
    async cancel(requestId) {
      consents.cancelled.push(requestId);
      states.set(requestId, { state: 'expired' });
    },
  };
  return consents;
}

export interface InMemoryCabinets extends CabinetLog {
  readonly marks: ViewMark[];
  away: boolean;
}

export function inMemoryCabinets(): InMemoryCabinets {
  const cabinets: InMemoryCabinets = {
    marks: [],
    away: false,
    ...oneByOneCabinets(async (mark) => {
      if (cabinets.away) return failure({ code: 'service-unreachable', detail: null });
      if (!cabinets.marks.some(({ idempotencyKey }) => idempotencyKey === mark.idempotencyKey)) cabinets.marks.push(mark);
      return success({ receiptId: `receipt-${mark.idempotencyKey}`, at: mark.viewedAt });
    }),
  };
  return cabinets;
}

export interface InMemoryLogger extends Logger {
  /** Everything written, as text: a test searches it for what must not be there. */
  readonly lines: string[];
}

export function inMemoryLogger(): InMemoryLogger {
  const lines: string[] = [];
  return {
    lines,
    note: (event, facts) => void lines.push(JSON.stringify({ event, facts })),
    fault(where, error) {
      lines.push(JSON.stringify({ where, error: String(error) }));
      return `fault-${lines.length}`;
    },
  };
}

export function inMemoryPreferences(): PreferencesStore {
  let kept: Preferences = { language: 'ru', theme: 'system', cameraId: null, cameraOn: true, sound: true, handheld: null, lastPurpose: null };
  return {
    read: async () => kept,
    write: async (preferences) => void (kept = preferences),
  };
}
