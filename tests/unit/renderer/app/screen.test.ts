/** Which screen is shown, whatever the operator wishes. */
import { expect, test } from 'vitest';
import { screenFor } from '../../../../renderer/app/screen.ts';
import type { ServiceHealth } from '../../../../shared/domain/desk/app-state.ts';
import type { OperatorSession } from '../../../../shared/domain/desk/operator-session.ts';

const health: ServiceHealth = {
  mode: { name: 'online' },
  copies: null,
  freeze: { state: 'clear' },
  clock: { state: 'unknown' },
  serviceAwaySince: null,
  policyInForce: true,
  journal: { state: 'intact', entries: 0, headHash: '' },
  disk: { state: 'enough' },
  fileJudging: 'able',
  outbox: { waiting: 0, oldest: null, refused: 0, serviceAwaySince: null },
};
const operator = {
  id: 'op-1',
  displayName: 'Оспанова Әсел',
  profile: 'tson',
  organisation: 'ЦОН',
  branch: 'Алматы',
  certificateExpiresAt: '2027-01-01T00:00:00Z',
} as const;
const signedIn = (purposeId: string | null): OperatorSession => ({
  state: 'signed-in',
  operator,
  purposes: [],
  purposeId,
  lockAt: '2026-11-22T05:03:00Z',
  warnLockAt: '2026-11-22T05:02:30Z',
});

test('nobody signed in sees the sign-in, whatever was wanted', () => {
  expect(screenFor({ state: 'signed-out' }, health, 'journal').at).toBe('sign-in');
});

test('a locked desk shows nothing else', () => {
  expect(screenFor({ state: 'locked', operator, since: '2026-11-22T05:00:00Z' }, health, 'desk').at).toBe('locked');
});

test.each(['cases', 'calls', 'renewal'] as const)('a teller of a bank who presses the key of %s stays at the desk; a service centre gets there', (place) => {
  const teller: OperatorSession = { ...signedIn('account-opening'), operator: { ...operator, profile: 'bank' } } as OperatorSession;
  expect(screenFor(teller, health, place).at).toBe('desk');
  expect(screenFor(signedIn('state-service'), health, place).at).toBe(place);
});

test('no purpose, no desk; with one there is', () => {
  expect(screenFor(signedIn(null), health, 'desk').at).toBe('purpose');
  expect(screenFor(signedIn('identity-at-counter'), health, 'desk').at).toBe('desk');
});

test('journal and settings need no purpose', () => {
  expect(screenFor(signedIn(null), health, 'journal').at).toBe('journal');
  expect(screenFor(signedIn(null), health, 'settings').at).toBe('settings');
});

test('a journal that cannot be written or was altered stops everything; one begun anew does not', () => {
  const unwritable = { ...health, journal: { state: 'unwritable', reason: 'disk-full' } } as const;
  expect(screenFor(signedIn('identity-at-counter'), unwritable, 'desk')).toEqual({ at: 'stopped', reason: 'disk-full' });
  const broken = { ...health, journal: { state: 'broken', firstBadSequence: 7, reason: 'hash' } } as const;
  expect(screenFor(signedIn('identity-at-counter'), broken, 'desk')).toEqual({ at: 'stopped', reason: 'altered' });
  const restarted = { ...health, journal: { state: 'restarted', quarantinedAs: 'journal-damaged-20261122T050000Z.sqlite', entries: 1 } } as const;
  expect(screenFor(signedIn('identity-at-counter'), restarted, 'desk').at).toBe('desk');
});

test('where the journal cannot go on by itself a supervisor comes in and sees it, and nobody else does', () => {
  const broken = { ...health, journal: { state: 'broken', firstBadSequence: 7, reason: 'hash' } } as const;
  const full = { ...health, journal: { state: 'unwritable', reason: 'disk-full' } } as const;
  const supervisor: OperatorSession = { ...signedIn(null), operator: { ...operator, profile: 'supervisor' } } as OperatorSession;
  expect(screenFor({ state: 'signed-out' }, broken, 'desk').at).toBe('stopped');
  expect(screenFor({ state: 'signed-out' }, broken, 'desk', true).at).toBe('sign-in');
  expect(screenFor(supervisor, broken, 'desk').at).toBe('journal');
  expect(screenFor(signedIn('identity-at-counter'), broken, 'desk', true).at).toBe('stopped');
  expect(screenFor(supervisor, full, 'desk', true).at).toBe('stopped');
});
