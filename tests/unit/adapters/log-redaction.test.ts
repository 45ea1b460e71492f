/** What the log may hold of facts and errors. */
import { describe, expect, it } from 'vitest';
import { describeFault, harmlessFacts } from '../../../electron/adapters/log/log-redaction.ts';
import { iinCheckDigit } from '../../../shared/domain/person/iin.ts';

const IIN = `90010135012${iinCheckDigit('90010135012')}`;

describe('harmlessFacts', () => {
  it('keeps codes, hosts, numbers and states', () => {
    const facts = { code: 'service-timeout', host: 'ocsp.pki.gov.kz:80', bytes: 12, again: true, since: null };
    expect(harmlessFacts(facts)).toEqual(facts);
  });

  it.each([
    ['a name', 'Нұрғали'],
    ['a sentence', 'the citizen said'],
    ['an ИИН', IIN],
    ['an ИИН in an address', `https://service.kz/person/${IIN}/documents`],
    ['something long', 'x'.repeat(201)],
    ['a line break', 'a\nb'],
  ])('withholds %s', (_name, value) => {
    expect(harmlessFacts({ value })).toEqual({ value: '[withheld]' });
  });
});

describe('describeFault', () => {
  it('tells kind, code, places and causes, never a message', () => {
    const cause = Object.assign(new RangeError(`bad value ${IIN}\n    at Нұрғали`), { code: 'ERR_X' });
    const fault = describeFault(new Error('could not parse {"name":"Нұрғали"}', { cause }));
    expect(fault.name).toBe('Error');
    expect(fault.frames[0]).toContain('log-redaction.test.ts');
    expect(fault.cause).toMatchObject({ name: 'RangeError', code: 'ERR_X' });
    expect(fault.cause!.frames[0]).toContain('log-redaction.test.ts');
    expect(JSON.stringify(fault)).not.toMatch(new RegExp(`Нұрғали|${IIN}|parse`));
  });

  it('ends a circle of causes', () => {
    const first = new Error('1');
    const second = new Error('2', { cause: first });
    first.cause = second;
    expect(JSON.stringify(describeFault(first)).match(/"name"/g)).toHaveLength(5);
  });

  it.each([['text', 'Нұрғали'], ['nothing', undefined], ['a number', 5]])('says only the type of %s that was thrown', (_name, thrown) => {
    expect(describeFault(thrown)).toEqual({ name: typeof thrown, code: null, frames: [], cause: null });
  });
});
