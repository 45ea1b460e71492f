/** What an organisation may connect its desks to: nothing that tells a stranger on the way keys or people. */
import { expect, test } from 'vitest';
import type { Connection } from '../../../shared/domain/desk/connection.ts';
import { isGuarded, unguardedService } from '../../../electron/security/service-address-policy.ts';

const PLAIN = 'http://service.example.kz';
const GUARDED = 'https://service.example.kz';

/** Only the parts the rule looks at. */
const connection = (parts: object = {}): Connection =>
  ({ environment: 'production', documents: { url: GUARDED }, shep: { url: PLAIN }, cabinets: { url: GUARDED }, timeStamps: { url: PLAIN }, ...parts }) as Connection;

test.each(['https://a.kz', 'wss://a.kz', 'tls://a.kz:4222', 'http://127.0.0.1:4700', 'http://localhost', 'http://[::1]:1', 'nats://127.0.0.1'])('%s is guarded', (address) => {
  expect(isGuarded(address)).toBe(true);
});

test.each(['http://a.kz', 'nats://a.kz', 'http://127.0.0.1.a.kz', 'http://192.168.0.1', 'http://localhost.a.kz', 'documents'])('%s is not', (address) => {
  expect(isGuarded(address)).toBe(false);
});

test('envelopes of ШЭП and time-stamps are signed and may go over plain lines', () => {
  expect(unguardedService(connection())).toBeNull();
});

test.each([
  ['documents', { documents: { url: PLAIN } }],
  ['cabinets', { cabinets: { url: PLAIN } }],
  ['applications', { issuance: { url: PLAIN } }],
  ['renewal', { renewal: { url: PLAIN } }],
  ['calls', { calls: { url: PLAIN } }],
  ['the collector of one desk', { collector: { kind: 'http', url: PLAIN } }],
  ['the collector of a fleet', { collector: { kind: 'nats', servers: ['tls://n1.example.kz', 'nats://n2.example.kz'] } }],
])('%s may not', (_what, parts) => {
  expect(unguardedService(connection(parts))).toMatch(/^(http|nats):\/\/\w+\.example\.kz$/);
  expect(unguardedService(connection({ ...parts, environment: 'training' }))).toBeNull();
});

test('a password in the address is not told', () => {
  expect(unguardedService(connection({ documents: { url: 'http://we:secret@service.example.kz/api' } }))).toBe(PLAIN);
});
