/** Signing from the own store: the key is offered, opens with its password, and refusals keep their meaning. */
import { expect, test } from 'vitest';
import { workstationKeyPlaces } from '../../../electron/core/keystore/signing/index.ts';
import { failure } from '../../../shared/util/result.ts';
import { inMemoryKeyPorts } from '../../fakes/in-memory/in-memory-key-ports.ts';
import { ACTING, keyStoreBench } from '../../fakes/benches/key-store-bench.ts';
import { TRIAL_PASSWORD, trialKey } from '../../fakes/trial-signing-key.ts';

const PASSWORD = 'Bereket-zhol7';
const NO_FILES = { offers: async () => [], hardwareStores: async () => [], open: async () => failure({ code: 'file-not-found' as const, triesLeft: null }) };

async function places(tokens = inMemoryKeyPorts().tokens) {
  const { store } = keyStoreBench();
  const { keyFile } = await trialKey('ECDSA-P256', new Date('2026-11-22T05:00:00Z'));
  const imported = await store.importKeyFile({ file: keyFile, password: TRIAL_PASSWORD, newPassword: PASSWORD }, ACTING);
  if (!imported.ok) throw new Error(imported.failure.code);
  return { id: imported.value.id, places: workstationKeyPlaces(NO_FILES, { list: () => store.list(), open: (id, password) => store.open(id, password, ACTING) }, tokens) };
}

test('offers the stored key and opens it with its password only', async () => {
  const { id, places: at } = await places();
  expect(await at.offers()).toMatchObject([{ place: { type: 'own-store', keyId: id } }]);
  const place = { type: 'own-store' as const, keyId: id };
  expect(await at.open(place, 'Wrong-pass7')).toEqual(failure({ code: 'password-wrong', triesLeft: null }));
  const opened = await at.open(place, PASSWORD);
  expect(opened.ok && (await opened.value[0]!.sign(Uint8Array.of(1))).ok).toBe(true);
  for (let attempt = 0; attempt < 5; attempt += 1) await at.open(place, `Wrong-pass${attempt}`);
  expect(await at.open(place, PASSWORD)).toEqual(failure({ code: 'store-locked', triesLeft: 0 }));
  expect(await at.open({ type: 'own-store', keyId: '00000000-0000-4000-8000-000000000000' }, PASSWORD)).toEqual(failure({ code: 'key-unknown', triesLeft: null }));
});

test.each([
  [{ code: 'pin-wrong', pin: 'wrong-before' }, { code: 'password-wrong', triesLeft: null }],
  [{ code: 'pin-wrong', pin: 'last-try' }, { code: 'password-wrong', triesLeft: 1 }],
  [{ code: 'pin-wrong', pin: 'locked' }, { code: 'token-locked', triesLeft: 0 }],
  [{ code: 'token-locked' }, { code: 'token-locked', triesLeft: 0 }],
  [{ code: 'token-removed' }, { code: 'token-removed', triesLeft: null }],
  [{ code: 'not-supported' }, { code: 'token-not-supported', triesLeft: null }],
] as const)('a token that answers %o', async (answer, expected) => {
  const token = { id: '1/T', label: 'T', manufacturer: 'KAZTOKEN', model: 'KAZTOKEN', serial: '1', pin: 'fresh' as const };
  const { places: at } = await places({ ...inMemoryKeyPorts().tokens, list: async () => [token], open: async () => failure(answer) });
  expect(await at.hardwareStores()).toEqual(['AKKaztokenStore']);
  expect(await at.offers()).toContainEqual({ place: { type: 'token', slot: '1/T' }, label: 'T', detail: 'KAZTOKEN' });
  expect(await at.open({ type: 'token', slot: '1/T' }, '1234')).toEqual(failure(expected));
});
