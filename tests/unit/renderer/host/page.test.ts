/** What the page knows of the program, and when it asks again. */
import { expect, test } from 'vitest';
import { acceptSignIn, changePreferences, connectPage } from '../../../../renderer/host/page.ts';
import type { OperatorSession } from '../../../../shared/domain/desk/operator-session.ts';
import type { EventMessage, WireValue } from '../../../../shared/ipc/wire.ts';

const SIGNED_IN: OperatorSession = {
  state: 'signed-in',
  operator: {
    id: 'desk-tson',
    displayName: 'TEST',
    profile: 'tson',
    organisation: 'Synthetic organisation',
    branch: 'Branch 1',
    certificateExpiresAt: '2027-01-01T00:00:00.000Z',
  },
  purposes: [],
  purposeId: null,
  lockAt: '2026-11-22T05:03:00.000Z',
  warnLockAt: '2026-11-22T05:02:30.000Z',
};
const LOCKED: OperatorSession = { state: 'locked', operator: SIGNED_IN.operator, since: '2026-11-22T05:03:00.000Z' };

/** A core whose description counts how often it was given. */
async function connected() {
  let descriptions = 0;
  const listeners = new Set<(message: EventMessage) => void>();
  const values: Record<string, () => WireValue> = {
    'app.describe': () => ({ policyVersion: `2026.${(descriptions += 1)}` }),
    'operator.session': () => ({ state: 'signed-out' }),
  };
  const page = await connectPage({
    call: async (name) => ({ ok: true, value: values[name]?.() ?? null }),
    subscribe: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  });
  if (!page.ok) throw new Error(page.failure.code);
  const become = (session: OperatorSession) => {
    for (const listener of listeners) listener({ name: 'operator.sessionChanged', payload: session });
  };
  return { page: page.value, become };
}

const settled = () => new Promise((resolve) => setImmediate(resolve));

test.each([
  ['event, then answer', true],
  ['answer, then event', false],
])('the rules are asked for again once at each coming to the desk: %s', async (_order, eventFirst) => {
  const { page, become } = await connected();
  expect(page.info.get().policyVersion).toBe('2026.1');
  if (eventFirst) become(SIGNED_IN);
  acceptSignIn(page, { ok: true, session: SIGNED_IN });
  if (!eventFirst) become(SIGNED_IN);
  await settled();
  expect(page.info.get().policyVersion).toBe('2026.2');
  become({ ...SIGNED_IN, purposeId: 'state-service' });
  become(LOCKED);
  await settled();
  expect(page.info.get().policyVersion).toBe('2026.2');
  become(SIGNED_IN);
  await settled();
  expect(page.info.get().policyVersion).toBe('2026.3');
});

test('a choice is shown at once, and the answer to the one before it does not take it back', async () => {
  const answers: ((preferences: WireValue) => void)[] = [];
  const opened = await connectPage({
    call: (name) =>
      name === 'settings.changePreferences'
        ? new Promise((answer) => answers.push((value) => answer({ ok: true, value })))
        : Promise.resolve({ ok: true, value: name === 'settings.preferences' ? { language: 'kk', cameraOn: true } : { state: 'signed-out' } }),
    subscribe: () => () => undefined,
  });
  if (!opened.ok) throw new Error(opened.failure.code);
  const { preferences } = opened.value;

  const first = changePreferences(opened.value, { cameraOn: false });
  const second = changePreferences(opened.value, { language: 'ru' });
  expect(preferences.get()).toEqual({ language: 'ru', cameraOn: false });
  answers[0]!({ language: 'kk', cameraOn: false });
  await first;
  expect(preferences.get()).toEqual({ language: 'ru', cameraOn: false });
  answers[1]!({ language: 'ru', cameraOn: false, theme: 'dark' });
  await second;
  expect(preferences.get()).toEqual({ language: 'ru', cameraOn: false, theme: 'dark' });
});
