/** A report of an error carries its class and its place, never what the citizen showed. */
import { expect, test } from 'vitest';
import { describeFault } from '../../../../renderer/app/describe-fault.ts';

test('names the class and the place in the bundle', () => {
  const error = new TypeError('880215400123 is not iterable');
  error.stack = 'TypeError: 880215400123 is not iterable\n    at draw (https://tekser.localhost/assets/index-abc.js:12:345)';
  expect(describeFault(error)).toEqual({ name: 'TypeError', place: 'index-abc.js:12:345' });
});

test('lets no data through the name or the message', () => {
  const error = new Error('Нұрмағамбетова Қарлығаш');
  error.name = 'Нұрмағамбетова';
  error.stack = 'Нұрмағамбетова: Нұрмағамбетова Қарлығаш';
  expect(JSON.stringify(describeFault(error))).not.toContain('Нұрмағамбетова');
});

test('takes whatever was thrown', () => {
  expect(describeFault('880215400123')).toEqual({ name: 'not-an-error', place: 'unknown' });
});
