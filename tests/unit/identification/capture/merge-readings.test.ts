/** What zone and print say together: sure where they agree or check digits cover it, and every contradiction by its name. */
import { describe, expect, it } from 'vitest';
import { mergeReadings, type Printed } from '../../../../renderer/features/identification/card/merge-readings.ts';
import { likenessOfNames } from '../../../../renderer/features/identification/card/transliterate.ts';
import type { MrzText } from '../../../../renderer/features/identification/mrz/decode-mrz.ts';

const ZONE: MrzText = {
  lines: ['IDKAZ0549735355891110338071<<<', '8911104M3303012KAZ<<<<<<<<<<<4', 'TOLEUOV<<ALISHER<<<<<<<<<<<<<<'],
  valid: true,
  repaired: 0,
  weak: [],
};
const line = (text: string, confidence = 92) => ({ text, confidence });
const PRINT: Printed = {
  iin: line('891110338071'),
  number: line('054973535'),
  birthDate: line('10.11.1989'),
  validity: line('01.03.2023 - 01.03.2033'),
  surname: line('ТӨЛЕУОВ'),
  name: line('ӘЛІШЕР'),
  patronymic: line('НҰРЛАНОВИЧ'),
};
const TODAY = '2026-11-22';

describe('a card', () => {
  it('whose zone and print agree is sure of all but the patronymic, which stands once', () => {
    const { fields, conflicts } = mergeReadings(ZONE, PRINT, TODAY);
    expect(conflicts).toEqual([]);
    expect(Object.entries(fields).map(([field, { value, trust }]) => [field, value, trust])).toEqual([
      ['iin', '891110338071', 'sure'],
      ['number', '054973535', 'sure'],
      ['birthDate', '1989-11-10', 'sure'],
      ['expiresOn', '2033-03-01', 'sure'],
      ['surname', 'ТӨЛЕУОВ', 'sure'],
      ['name', 'ӘЛІШЕР', 'sure'],
      ['patronymic', 'НҰРЛАНОВИЧ', 'check'],
    ]);
  });

  it('without print gives what the zone covers, and no name', () => {
    const { fields } = mergeReadings(ZONE, {}, TODAY);
    expect(fields.iin).toEqual({ value: '891110338071', trust: 'sure', source: 'mrz' });
    expect(fields.surname).toEqual({ value: null, trust: 'unread', source: 'none' });
  });

  it('whose zone does not hold is to be checked by its print; an ИИН is covered by its own digit', () => {
    const { fields } = mergeReadings({ ...ZONE, valid: false }, PRINT, TODAY);
    expect(fields.iin).toEqual({ value: '891110338071', trust: 'sure', source: 'visual' });
    expect(fields.number).toEqual({ value: '054973535', trust: 'check', source: 'visual' });
    expect(fields.surname.trust).toBe('check');
  });

  const CONFLICTS: [string, Printed][] = [
    ['iin-differs', { ...PRINT, iin: line('920324324289') }],
    ['number-differs', { ...PRINT, number: line('054973536') }],
    ['birth-date-differs', { ...PRINT, birthDate: line('11.11.1989') }],
    ['expiry-differs', { ...PRINT, validity: line('01.03.2023 - 01.03.2034') }],
    ['name-differs', { ...PRINT, surname: line('ИВАНОВ') }],
  ];
  it.each(CONFLICTS)('that contradicts itself says so: %s', (conflict, printed) => {
    expect(mergeReadings(ZONE, printed, TODAY).conflicts).toEqual([conflict]);
  });

  it('with a sex that is not that of the ИИН says so', () => {
    const other: MrzText = { ...ZONE, lines: [ZONE.lines[0], ZONE.lines[1].replace('M', 'F'), ZONE.lines[2]] };
    expect(mergeReadings(other, PRINT, TODAY).conflicts).toEqual(['sex-differs']);
  });

  it('is expired the day after its last', () => {
    expect(mergeReadings(ZONE, PRINT, '2033-03-01').conflicts).toEqual([]);
    expect(mergeReadings(ZONE, PRINT, '2033-03-02').conflicts).toEqual(['expired']);
  });

  it('reads no day that is not in the calendar, and nothing the reader was hardly sure of', () => {
    const { fields } = mergeReadings(null, { ...PRINT, birthDate: line('31.02.1989'), number: line('054973535', 20) }, TODAY);
    expect([fields.birthDate.trust, fields.number.trust]).toEqual(['unread', 'unread']);
  });

  it('gets back the Щ that was read as Ш', () => {
    const zone: MrzText = { ...ZONE, lines: [ZONE.lines[0], ZONE.lines[1], 'SHCHERBAKOV<<ALISHER<<<<<<<<<<'] };
    expect(mergeReadings(zone, { ...PRINT, surname: line('ШЕРБАКОВ') }, TODAY).fields.surname).toEqual({ value: 'ЩЕРБАКОВ', trust: 'sure', source: 'both' });
  });
});

describe('a name in two scripts', () => {
  it.each([
    ['ҚҰДАЙБЕРГЕНОВ', 'KUDAIBERGENOV'],
    ['ЕРМЕК', 'YERMEK'],
    ['ҚАРЛЫҒАШ', 'KARLYGASH'],
    ['ХАЙРУЛЛИНА', 'KHAIRULLINA'],
    ['НҰРМҰХАМБЕТОВА', 'NURMUKHAMBE'],
  ])('is the same: %s, %s', (cyrillic, latin) => expect(likenessOfNames(cyrillic, latin)).toBe('same'));
  it('is close with one letter off', () => expect(likenessOfNames('ОСПАНОВ', 'OSPANOW')).toBe('close'));
  it('is another', () => expect(likenessOfNames('ОСПАНОВ', 'OSPANOVA<')).toBe('close'));
  it('of somebody else is another', () => expect(likenessOfNames('ОСПАНОВ', 'IVANOV')).toBe('other'));
});
