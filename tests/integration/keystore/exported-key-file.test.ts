/** Key files handed out by this desk: opened by OpenSSL and by this desk with the right password, refused with a wrong one. */
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createSecureContext } from 'node:tls';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { KeyFileForm } from '../../../shared/domain/keys/key-file-form.ts';
import { failure } from '../../../shared/util/result.ts';
import { keyCustody } from '../../fakes/benches/key-custody.ts';
import { TRIAL_ALGORITHMS, TRIAL_PASSWORD, type TrialAlgorithm, type TrialKey, trialKey } from '../../fakes/trial-signing-key.ts';

const run = promisify(execFile);
const NEW_PASSWORD = 'Қaзына-Secret7';
const WRONG = 'Қaзына-Secret8';
const folder = mkdtempSync(join(tmpdir(), 'tekser-keys-'));
const custody = keyCustody();
const keys = new Map<TrialAlgorithm, TrialKey>();

beforeAll(async () => {
  for (const algorithm of TRIAL_ALGORITHMS) keys.set(algorithm, await trialKey(algorithm, new Date('2026-11-22T05:00:00Z')));
});
afterAll(() => rmSync(folder, { recursive: true }));

async function exported(algorithm: TrialAlgorithm, form: KeyFileForm): Promise<Uint8Array> {
  const { keyFile, certificate } = keys.get(algorithm)!;
  const kept = await custody.openKeyFile(keyFile, TRIAL_PASSWORD);
  if (!kept.ok) throw new Error(kept.failure);
  const file = await custody.exportKeyFile(kept.value.handle, certificate, NEW_PASSWORD, form);
  await custody.close(kept.value.handle);
  if (!file.ok) throw new Error(file.failure);
  return file.value;
}

/** What `openssl pkcs12` says of the file; rejects where it is refused. */
async function openssl(file: Uint8Array, password: string, ...options: string[]): Promise<string> {
  const path = join(folder, 'key.p12');
  writeFileSync(path, file);
  const { stdout, stderr } = await run('openssl', ['pkcs12', '-in', path, '-passin', `pass:${password}`, ...options]);
  return stdout + stderr;
}

describe.each(TRIAL_ALGORITHMS)('a key of %s', (algorithm) => {
  test.each(['nca', 'modern', 'pbmac1', 'pem'] as const)('handed out as %s opens here to its new password only', async (form) => {
    const file = await exported(algorithm, form);
    const reopened = await custody.openKeyFile(file, NEW_PASSWORD);
    expect(reopened.ok && reopened.value.certificates.map((certificate) => Buffer.from(certificate).toString('hex'))).toEqual([
      Buffer.from(keys.get(algorithm)!.certificate).toString('hex'),
    ]);
    expect(await custody.openKeyFile(file, WRONG)).toEqual(failure('password-wrong'));
  });

  test.each([
    ['nca', '-legacy', 'pbeWithSHA1And3-KeyTripleDES-CBC', 'pbeWithSHA1And40BitRC2-CBC', 'MAC: sha1, Iteration 1024'],
    ['modern', '-info', 'PBES2, PBKDF2, AES-256-CBC, Iteration 600000, PRF hmacWithSHA256', 'Certificate bag', 'MAC: sha256, Iteration 100000'],
  ] as const)('handed out as %s opens in OpenSSL to its password only', async (form, option, ...facts) => {
    const file = await exported(algorithm, form);
    const told = await openssl(file, NEW_PASSWORD, option, '-info', '-noout');
    for (const fact of facts) expect(told).toContain(fact);
    await expect(openssl(file, WRONG, option, '-info', '-noout')).rejects.toThrow(/invalid password/);
  });
});

test.each(['RSA-2048', 'ECDSA-P256', 'ECDSA-P384'] as const)('OpenSSL finds the same key of %s in every form', async (algorithm) => {
  const { privateKey } = keys.get(algorithm)!;
  const path = join(folder, 'key.der');
  writeFileSync(path, privateKey);
  const { stdout: original } = await run('openssl', ['pkey', '-inform', 'DER', '-in', path]);
  expect(await openssl(await exported(algorithm, 'nca'), NEW_PASSWORD, '-legacy', '-nocerts', '-nodes')).toContain(original.trim());
  expect(await openssl(await exported(algorithm, 'modern'), NEW_PASSWORD, '-nocerts', '-nodes')).toContain(original.trim());
  writeFileSync(path, await exported(algorithm, 'pem'));
  const pem = (password: string) => run('openssl', ['pkey', '-in', path, '-passin', `pass:${password}`]);
  expect((await pem(NEW_PASSWORD)).stdout).toBe(original);
  await expect(pem(WRONG)).rejects.toThrow();
});

test('the OpenSSL inside Node verifies PBMAC1, which the one of the command line may be too old for', async () => {
  const pfx = Buffer.from(await exported('RSA-2048', 'pbmac1'));
  expect(() => createSecureContext({ pfx, passphrase: NEW_PASSWORD })).not.toThrow();
  expect(() => createSecureContext({ pfx, passphrase: WRONG })).toThrow(/mac verify failure/);
});

test('a key is handed out with its own certificate only', async () => {
  const kept = await custody.openKeyFile(keys.get('RSA-2048')!.keyFile, TRIAL_PASSWORD);
  if (!kept.ok) throw new Error(kept.failure);
  const other = keys.get('GOST-2015-512')!.certificate;
  expect(await custody.exportKeyFile(kept.value.handle, other, NEW_PASSWORD, 'nca')).toEqual(failure('key-mismatch'));
  await custody.close(kept.value.handle);
  expect(await custody.exportKeyFile(kept.value.handle, other, NEW_PASSWORD, 'nca')).toEqual(failure('key-closed'));
});
