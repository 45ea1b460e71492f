/** PINs anybody would try first are refused, each beside one that is taken. */
import { expect, it } from 'vitest';
import { pinFault } from '../../../shared/domain/issuance/account-pin.ts';

const IIN = '880412401234';

it.each([
  ['804217', null],
  ['80421', 'not-six-digits'],
  ['8042170', 'not-six-digits'],
  ['80421a', 'not-six-digits'],
  ['', 'not-six-digits'],
  ['777777', 'one-digit'],
  ['777778', null],
  ['123456', 'sequence'],
  ['789012', 'sequence'],
  ['987654', 'sequence'],
  ['210987', 'sequence'],
  ['123457', null],
  ['880412', 'from-iin'],
  ['120488', 'from-iin'],
  ['401234', 'from-iin'],
  ['120489', null],
])('%s: %s', (pin, fault) => {
  expect(pinFault(pin, IIN)).toBe(fault);
});

it('leaves the birthday to the service where the page does not know the ИИН', () => {
  expect(pinFault('880412', '')).toBeNull();
});
