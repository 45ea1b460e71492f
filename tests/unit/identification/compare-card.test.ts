/** What a card says against what the register says: Kazakh spelling, damaged letters, other people's cards, cards and lives that ended. */
import { describe, expect, it } from 'vitest';
import { compareCard } from '../../../electron/core/identification/index.ts';
import type { PersonRecord, RegisteredDocument } from '../../../electron/ports/checking/person-registry.ts';
import type { CardData } from '../../../shared/domain/identification/identification.ts';

const value = (code: string): { code: string; nameKz: string; nameRu: string } => ({ code, nameKz: '-', nameRu: '-' });
const registeredCard: RegisteredDocument = {
  type: value('002'),
  number: '012345678',
  beginDate: '2020-05-01',
  endDate: '2030-04-30',
  status: value('00'),
  invalidityDate: null,
};
const person: PersonRecord = {
  iin: '880412401006',
  surname: 'ӘБДІҒАЛИЕВА',
  name: 'ӨМІРГҮЛ',
  patronymic: null,
  birthDate: '1988-04-12',
  deathDate: null,
  lifeStatus: value('0'),
  documents: [registeredCard],
};
const card: CardData = {
  iin: person.iin,
  number: '012345678',
  surname: 'ӘБДІҒАЛИЕВА',
  name: 'ӨМІРГҮЛ',
  patronymic: null,
  birthDate: '1988-04-12',
  expiresOn: '2030-04-30',
};
const TODAY = '2026-11-22';

describe('card against the register', () => {
  it('says nothing where all is equal', () => {
    const { fields, reasons } = compareCard(card, person, TODAY);
    expect(new Set(Object.values(fields))).toEqual(new Set(['equal']));
    expect(reasons).toEqual([]);
  });

  it('takes the Russian spelling of a Kazakh name for the same name, and says so', () => {
    const { fields, reasons } = compareCard({ ...card, surname: 'АБДИГАЛИЕВА' }, person, TODAY);
    expect(fields.surname).toBe('equal-folded');
    expect(reasons).toEqual([]);
  });

  it.each([
    ['another name', { name: 'АЙГҮЛ' }, 'data-differ'],
    ['another birth date', { birthDate: '1988-04-13' }, 'data-differ'],
    ['a number without its leading zero', { number: '12345678' }, 'data-differ'],
    ['an ИИН that could not be read', { iin: null }, 'card-unreadable'],
  ] as const)('%s leads to %s', (_, changed, reason) => expect(compareCard({ ...card, ...changed }, person, TODAY).reasons).toContain(reason));

  it.each([
    ['a dead person', { deathDate: '2026-01-10' }, 'person-deceased'],
    ['a missing person', { lifeStatus: value('3') }, 'person-missing'],
    ['letters lost in the register', { surname: '?БДI?АЛИЕВА' }, 'registry-error'],
    ['a card taken out of force', { documents: [{ ...registeredCard, status: value('17') }] }, 'card-expired'],
    ['a card in force by status, ended by date', { documents: [{ ...registeredCard, endDate: '2026-11-21' }] }, 'card-expired'],
  ] as const)('%s leads to %s', (_, changed, reason) =>
    expect(compareCard(card, { ...person, ...changed } as PersonRecord, TODAY).reasons).toContain(reason),
  );

  it('counts the last day of validity, and any row of the register that is in force', () => {
    const onLastDay = { ...person, documents: [{ ...registeredCard, endDate: TODAY }] };
    expect(compareCard({ ...card, expiresOn: TODAY }, onLastDay, TODAY).reasons).toEqual([]);
    const twice = { ...person, documents: [{ ...registeredCard, status: value('07') }, registeredCard] };
    expect(compareCard(card, twice, TODAY).reasons).toEqual([]);
  });

  it('makes no accusation of a difference from a field nobody could read', () =>
    expect(compareCard({ ...card, patronymic: null, surname: null }, person, TODAY).reasons).toEqual([]));
});
