/** The thread that holds keys: it signs, forgets on closing, and what crosses its border is never a private key. */
import { verify, X509Certificate } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createThreadKeyCustodian } from '../../../electron/adapters/key-thread/thread-key-custodian.ts';
import { openKeyFile } from '../../../electron/core/keystore/index.ts';
import { createAuthority, type KeyFile } from '../../../electron/stand/authority/index.ts';
import { failure } from '../../../shared/util/result.ts';

const PASSWORD = 'Secret-Kүлтегін-1';
const custodian = createThreadKeyCustodian();
let file: KeyFile;

beforeAll(async () => {
  const authority = await createAuthority({ seed: 3, now: () => new Date('2026-11-22T05:00:00Z'), baseUrl: () => 'http://127.0.0.1:9', keyDirectory: null });
  const system = { bin: '990140009995', organisation: 'TEST', systemOid: '1.2.398.3.99.1.7', password: PASSWORD };
  file = await authority.issueSystemKey(system);
});
afterAll(() => custodian.end());

async function opened() {
  const key = await openKeyFile(file.pkcs12, PASSWORD, custodian);
  if (!key.ok) throw new Error(key.failure);
  return key.value;
}

test('signs until it is closed', async () => {
  const key = await opened();
  const message = new TextEncoder().encode('one document');
  const signed = await key.sign(message);
  expect(signed.ok && verify('sha256', message, new X509Certificate(key.certificate).publicKey, signed.value)).toBe(true);
  await key.close();
  await key.close();
  expect(await key.sign(message)).toEqual(failure('key-closed'));
});

test('a wrong password opens nothing', async () => {
  expect(await openKeyFile(file.pkcs12, 'Wrong-1', custodian)).toEqual(failure('password-wrong'));
});

test('a thread that was ended has forgotten every key, and the next file starts another', async () => {
  const key = await opened();
  await custodian.end();
  expect(await key.sign(Uint8Array.of(1))).toEqual(failure('key-closed'));
  expect((await (await opened()).sign(Uint8Array.of(1))).ok).toBe(true);
});

test('a thread made ready beforehand opens the file it was made ready for', async () => {
  await custodian.end();
  custodian.makeReady();
  const key = await opened();
  expect((await key.sign(Uint8Array.of(1))).ok).toBe(true);
});

test('a thread that ends while it makes itself ready leaves nothing behind', async () => {
  await custodian.end();
  custodian.makeReady();
  await custodian.end();
  expect((await (await opened()).sign(Uint8Array.of(1))).ok).toBe(true);
});
