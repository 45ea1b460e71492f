/** The panel says beforehand what the core would refuse, and stays silent where it would not. */
import { expect, test } from 'vitest';
import { wantsPresence } from '../../../../renderer/screens/consent/wants-presence.ts';
import { PURPOSES, syntheticOperator, TEMPLATES } from '../../../fakes/synthetic-citizen.ts';

const types = TEMPLATES.map(({ type, title, identity }) => ({ type, title, identity }));
const at = '2026-11-22T05:00:00.000Z';
const during = (purposeId: string | null) =>
  ({ state: 'signed-in', operator: syntheticOperator(), purposes: PURPOSES, purposeId, lockAt: at, warnLockAt: at }) as const;

test.each(PURPOSES)('$id: presence $presence, for an identity document alone', ({ id, presence }) => {
  expect(wantsPresence(during(id), types, 'identity_card')).toBe(presence === 'required');
  expect(wantsPresence(during(id), types, 'name_change_certificate')).toBe(false);
});

test('without a purpose or a session nothing is said', () => {
  expect(wantsPresence(during(null), types, 'identity_card')).toBe(false);
  expect(wantsPresence({ state: 'signed-out' }, types, 'identity_card')).toBe(false);
});
