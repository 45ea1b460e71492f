/** БМГ as the state keeps it: numbers asked for by an organisation and confirmed by their owner with the code sent to the new number. */
import type { Pair } from '../../../shared/domain/localized.ts';
import type { RegistrationState } from '../../ports/issuance/mobile-base.ts';
import type { IdSource } from '../id-source.ts';
import type { SmsInbox } from '../messages/sms-inbox.ts';
import type { Population, StandPerson } from '../population/person.ts';
import type { KeptRecords } from '../issuance/kept-records.ts';
import { type CodeAnswer, createPhoneCodes } from '../issuance/phone-codes.ts';

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

/** A number its owner confirmed; one that took another's place is a change, which rules of risk ask for. */
export type NumberRecord = { kept: 'number'; iin: string; phone: string; at: string; changed: boolean };
export type NumberRecords = KeptRecords<NumberRecord>;

/** Gives people the numbers they have confirmed before the stand was started. */
export function writeNumbers(population: Population, records: NumberRecords): void {
  for (const { iin, phone } of records.earlier('number')) {
    const person = population.byIin(iin);
    if (person !== undefined) person.phone = phone;
  }
}

export interface MobileBaseOptions {
  inbox: SmsInbox;
  ids: IdSource;
  now(): Date;
  records: NumberRecords;
}

export function createMobileBase({ inbox, ids, now, records }: MobileBaseOptions): MobileBaseBook {
  const kept = new Map<string, Kept>();
  const changes = new Map(records.earlier('number').filter(({ changed }) => changed).map(({ iin, at }) => [iin, new Date(at)]));
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
      const before = person.phone;
      const changed = before !== null;
      person.phone = registration.phone;
      if (before !== null) {
        changes.set(person.iin, now());
        // Whoever holds the old number may be its owner still.
        inbox.send(before, CHANGED, null);
      }
      records.add({ kept: 'number', iin: person.iin, phone: registration.phone, at: now().toISOString(), changed });
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

const CHANGED: Pair = {
  kk: 'Азаматтар базасында сізге басқа нөмір тіркелді. Оны өзіңіз тіркемеген болсаңыз, 1414 нөміріне дереу қоңырау шалыңыз.',
  ru: 'В базе граждан на ваше имя зарегистрирован другой номер. Если его регистрировали не вы, немедленно позвоните 1414.',
};

const textOf = (code: string): Pair => ({
  kk: `Осы нөмірді мобильді азаматтар базасына тіркеу. Код ${code}. Оны ешкімге, операторға да айтпаңыз: тек өз бетіңізде теріңіз.`,
  ru: `Регистрация этого номера в базе мобильных граждан. Код ${code}. Никому его не называйте, даже оператору: введите только на своей странице.`,
});
