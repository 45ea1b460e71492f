/** БМГ as the state keeps it: numbers asked for by an organisation and confirmed by their owner with the code sent to the new number. */
import type { Pair } from '../../../shared/domain/localized.ts';
import type { RegistrationState } from '../../ports/mobile-base.ts';
import type { IdSource } from '../id-source.ts';
import type { SmsInbox } from '../messages/sms-inbox.ts';
import type { StandPerson } from '../population/person.ts';
import { type CodeAnswer, createPhoneCodes } from './phone-codes.ts';

export interface Registration {
  id: string;
  iin: string;
  phone: string;
  state: RegistrationState;
}

export type BeginAnswer = { begun: Registration } | { refused: 'same-number' | 'too-soon' };

export interface MobileBaseBook {
  begin(person: StandPerson, phone: string): BeginAnswer;
  find(id: string): Registration | null;
  /** The one that waits for this person's code. */
  waitingOf(iin: string): Registration | null;
  /** The right code writes the number; after the last wrong one the registration is over. */
  enter(id: string, code: string): CodeAnswer;
  cancel(id: string): void;
  changedAt(iin: string): Date | null;
}

interface Kept {
  person: StandPerson;
  registration: Registration;
  /** A code lives as long as this. */
  expiresAt: Date;
}

export function createMobileBase(inbox: SmsInbox, ids: IdSource, now: () => Date): MobileBaseBook {
  const kept = new Map<string, Kept>();
  const changes = new Map<string, Date>();
  const codes = createPhoneCodes(inbox, ids, now, textOf);

  const current = ({ registration, expiresAt }: Kept): Registration => {
    if (registration.state.state === 'waiting' && now() >= expiresAt) registration.state = { state: 'over', cause: 'expired' };
    return registration;
  };
  const waitingOf = (iin: string): Registration | null =>
    [...kept.values()].filter(({ person }) => person.iin === iin).map(current).findLast(({ state }) => state.state === 'waiting') ?? null;

  return {
    begin(person, phone) {
      if (person.phone === phone) return { refused: 'same-number' };
      // Keyed by the number: two desks cannot fill one inbox.
      const sent = codes.send(phone, phone);
      if (sent.answer === 'too-soon') return { refused: 'too-soon' };
      const earlier = waitingOf(person.iin);
      if (earlier !== null) earlier.state = { state: 'over', cause: 'cancelled' };
      const registration: Registration = { id: ids.uuid(), iin: person.iin, phone, state: { state: 'waiting', expiresAt: sent.expiresAt.toISOString() } };
      kept.set(registration.id, { person, registration, expiresAt: sent.expiresAt });
      return { begun: registration };
    },
    find: (id) => (kept.has(id) ? current(kept.get(id)!) : null),
    waitingOf,
    enter(id, code) {
      const found = kept.get(id);
      if (found === undefined || current(found).state.state !== 'waiting') return 'over';
      const { person, registration } = found;
      const answer = codes.enter(registration.phone, code);
      if (answer === 'over') registration.state = { state: 'over', cause: 'wrong-codes' };
      if (answer !== 'right') return answer;
      const changed = person.phone !== null;
      person.phone = registration.phone;
      if (changed) changes.set(person.iin, now());
      registration.state = { state: 'confirmed', changed };
      return 'right';
    },
    cancel(id) {
      const found = kept.get(id);
      if (found !== undefined && current(found).state.state === 'waiting') found.registration.state = { state: 'over', cause: 'cancelled' };
    },
    changedAt: (iin) => changes.get(iin) ?? null,
  };
}

const textOf = (code: string): Pair => ({
  kk: `Осы нөмірді азаматтар базасына тіркеу. Код ${code}. Оны ешкімге, операторға да айтпаңыз: тек өз бетіңізде теріңіз.`,
  ru: `Регистрация этого номера в базе граждан. Код ${code}. Никому его не называйте, даже оператору: введите только на своей странице.`,
});
