/** The lines of the confirmation: what was read stands there as people write it, and comes back as the registry writes it. */
import { describe, expect, it } from 'vitest';
import { type CardLines, lineFault, linesOf, tidied, valuesOf } from '../../../renderer/citizen/steps/card/card-form.ts';

const READ = { iin: '880412401236', number: '012345678', surname: 'ӘБДІҒАЛИ', name: 'ҚҰРАЛАЙ', patronymic: null, birthDate: '1988-04-12', expiresOn: '2031-03-05' };

describe('lines', () => {
  it('show days as people write them and nothing where nothing was read', () => {
    const lines = linesOf(READ);
    expect(lines).toMatchObject({ birthDate: '12.04.1988', expiresOn: '05.03.2031', patronymic: '' });
    expect(valuesOf(lines)).toEqual(READ);
  });

  it.each([
    ['number', ' 01 2345678', '012345678'],
    ['iin', '8804124012367', '880412401236'],
    ['surname', 'әбдіғали', 'ӘБДІҒАЛИ'],
    ['birthDate', '12.04.1988', '12.04.1988'],
  ] as const)('%s typed as “%s” is “%s”', (field, typed, tidy) => {
    expect(tidied(field, typed)).toBe(tidy);
  });

  it('give an empty patronymic as none and single spaces', () => {
    const lines: CardLines = { ...linesOf(READ), patronymic: '  ', surname: ' ӘБДІҒАЛИ  ҚЫЗЫ ' };
    expect(valuesOf(lines)).toMatchObject({ patronymic: null, surname: 'ӘБДІҒАЛИ ҚЫЗЫ' });
  });
});

describe('a fault', () => {
  it.each([
    ['surname', 'ӘБДІҒАЛИ', null],
    ['surname', ' ', 'required'],
    ['patronymic', '', null],
    ['number', '012345678', null],
    ['number', '12345678', 'numberWrong'],
    ['iin', '880412401235', 'iinWrong'],
    ['birthDate', '12.04.1988', null],
    ['birthDate', '1.4.1988', null],
    ['birthDate', '31.02.1988', 'dayWrong'],
    ['birthDate', '1988-04-12', 'dayWrong'],
    ['expiresOn', '', 'required'],
  ] as const)('%s “%s”: %s', (field, line, fault) => {
    expect(lineFault(field, line)).toBe(fault);
  });
});
