/** The small files of a workstation: log, preferences, keys, lock, resources. */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createFileLogger } from '../../electron/adapters/log/file-logger.ts';
import { createJsonPreferencesStore } from '../../electron/adapters/json-preferences-store.ts';
import { openKeyFileSecretBox } from '../../electron/adapters/sealed/key-file-secret-box.ts';
import { loadResources, ResourceInvalid } from '../../electron/adapters/files/resource-files.ts';
import { loadSealedKey } from '../../electron/adapters/sealed/sealed-key.ts';
import { lockInstance } from '../../electron/adapters/files/single-instance-lock.ts';
import type { SecretBox } from '../../electron/ports/secret-box.ts';
import type { Preferences } from '../../shared/domain/desk/app-state.ts';
import { manualTime } from '../fakes/manual-time.ts';

const RESOURCES = join(import.meta.dirname, '../../resources');
const { clock } = manualTime();

/** WebCrypto says only that the operation failed; a wrong version byte is ours. */
const REFUSED = /operation failed|operation-specific reason|not sealed/;

let folder: string;
const inFolder = (name: string): string => join(folder, name);
const linesOf = (file: string): Record<string, unknown>[] =>
  readFileSync(file, 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tekser-files-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('the file logger', () => {
  it('writes one JSON line for each note and gives faults a reference', () => {
    const logger = createFileLogger({ file: inFolder('log'), clock });
    logger.note('started', { version: '1.0.0', name: 'Нұрғали' });
    const ref = logger.fault('check', new Error('about Нұрғали'));
    expect(ref).toMatch(/^[0-9A-F]{8}$/);
    expect(linesOf(inFolder('log'))).toMatchObject([
      { at: '2026-11-22T05:00:00.000Z', event: 'started', facts: { version: '1.0.0', name: '[withheld]' } },
      { event: 'fault', ref, where: 'check', error: { name: 'Error' } },
    ]);
    expect(readFileSync(inFolder('log'), 'utf8')).not.toContain('Нұрғали');
  });

  it('never grows beyond its files', () => {
    const logger = createFileLogger({ file: inFolder('log'), clock, rotateAt: 500, kept: 2 });
    for (let i = 0; i < 100; i += 1) logger.note('noted', { i });
    expect(readdirSync(folder).toSorted()).toEqual(['log', 'log.1', 'log.2']);
    for (const name of readdirSync(folder)) expect(statSync(inFolder(name)).size).toBeLessThan(600);
    expect(linesOf(inFolder('log')).at(-1)).toMatchObject({ facts: { i: 99 } });
    expect((linesOf(inFolder('log.1')).at(-1)!['facts'] as { i: number }).i).toBe((linesOf(inFolder('log'))[0]!['facts'] as { i: number }).i - 1);
  });

  it('does not throw where nothing can be written', () => {
    const logger = createFileLogger({ file: join(folder, 'no', 'such', 'log'), clock });
    expect(logger.fault('here', new Error('x'))).toMatch(/^[0-9A-F]{8}$/);
  });
});

describe('the preferences file', () => {
  const defaults: Preferences = { language: 'kk', theme: 'system', cameraId: null, cameraOn: true, sound: true, handheld: null, lastPurpose: null };
  const open = () =>
    createJsonPreferencesStore({ file: inFolder('preferences.json'), defaults, clock, logger: createFileLogger({ file: inFolder('log'), clock }) });

  it('begins with the defaults and gives back what was written', async () => {
    expect(await open().read()).toEqual(defaults);
    await open().write({ ...defaults, language: 'ru', lastPurpose: 'bank-account' });
    expect(await open().read()).toEqual({ ...defaults, language: 'ru', lastPurpose: 'bank-account' });
    expect(readdirSync(folder)).toEqual(['preferences.json']);
  });

  it.each([
    ['half a file', '{"language":"ru"'],
    ['another shape', '{"language":"ru"}'],
    ['an unknown member', JSON.stringify({ ...defaults, secret: 1 })],
    ['nothing', ''],
  ])('keeps %s aside and opens with the defaults', async (_name, text) => {
    writeFileSync(inFolder('preferences.json'), text);
    expect(await open().read()).toEqual(defaults);
    expect(readFileSync(inFolder('preferences-invalid-20261122T050000Z.json'), 'utf8')).toBe(text);
    await open().write(defaults);
    expect(await open().read()).toEqual(defaults);
  });

  it('goes by what it knew where the file cannot be read for a moment, so that the next change leaves the rest as chosen', async () => {
    const store = open();
    await store.write({ ...defaults, language: 'ru' });
    rmSync(inFolder('preferences.json'));
    mkdirSync(inFolder('preferences.json'));
    expect((await store.read()).language).toBe('ru');
    expect((await open().read()).language).toBe('kk');
    expect(linesOf(inFolder('log'))).toHaveLength(2);
  });

  it('keeps the last of several writes at once', async () => {
    const store = open();
    await Promise.all((['kk', 'ru', 'en'] as const).map((language) => store.write({ ...defaults, language })));
    expect((await store.read()).language).toBe('en');
  });
});

describe('the key-file secret box', () => {
  const secret = new TextEncoder().encode('organisation key');

  it('opens what it sealed, also after a restart, and never seals twice alike', async () => {
    const box = await openKeyFileSecretBox(inFolder('secret.key'));
    const sealed = await box.seal(secret);
    expect(await (await openKeyFileSecretBox(inFolder('secret.key'))).open(sealed)).toEqual({ plain: secret, stale: false });
    expect(await box.seal(secret)).not.toEqual(sealed);
    expect(Buffer.from(sealed).includes(Buffer.from(secret))).toBe(false);
  });

  it('refuses every altered byte, a shortened text and another key', async () => {
    const box = await openKeyFileSecretBox(inFolder('secret.key'));
    const sealed = await box.seal(secret);
    for (let i = 0; i < sealed.length; i += 1) await expect(box.open(sealed.with(i, sealed[i]! ^ 1))).rejects.toThrow(REFUSED);
    await expect(box.open(sealed.subarray(0, 10))).rejects.toThrow(TypeError);
    const other = await openKeyFileSecretBox(inFolder('other.key'));
    await expect(other.open(sealed)).rejects.toThrow(REFUSED);
    expect(await box.open(sealed)).toEqual({ plain: secret, stale: false });
  });

  it.skipIf(process.platform === 'win32')('keeps its key for this user only, also when a backup brought it back readable', async () => {
    await openKeyFileSecretBox(inFolder('secret.key'));
    expect(statSync(inFolder('secret.key')).mode & 0o777).toBe(0o600);
    chmodSync(inFolder('secret.key'), 0o644);
    await openKeyFileSecretBox(inFolder('secret.key'));
    expect(statSync(inFolder('secret.key')).mode & 0o777).toBe(0o600);
  });

  it('is of one mind when several starts make its key at once, and leaves nothing beside it', async () => {
    const boxes = await Promise.all(Array.from({ length: 6 }, () => openKeyFileSecretBox(inFolder('secret.key'))));
    const sealed = await boxes[0]!.seal(secret);
    for (const box of boxes) expect(await box.open(sealed)).toEqual({ plain: secret, stale: false });
    expect(readdirSync(folder).filter((name) => name.startsWith('secret.key'))).toEqual(['secret.key']);
  });

  it('does not work with a damaged key', async () => {
    writeFileSync(inFolder('secret.key'), 'short');
    await expect(openKeyFileSecretBox(inFolder('secret.key'))).rejects.toThrow(TypeError);
  });
});

describe('the subject key', () => {
  it('is made once and kept sealed', async () => {
    const box = await openKeyFileSecretBox(inFolder('secret.key'));
    const key = await loadSealedKey(inFolder('subject'), box);
    expect(key).toHaveLength(32);
    expect(await loadSealedKey(inFolder('subject'), box)).toEqual(key);
    expect(readFileSync(inFolder('subject')).includes(Buffer.from(key))).toBe(false);
  });

  it('is sealed again when the store has a newer key, and opens even where that cannot be written', async () => {
    const plain = await openKeyFileSecretBox(inFolder('secret.key'));
    const key = await loadSealedKey(inFolder('subject'), plain);
    const before = readFileSync(inFolder('subject'));
    const rotated = { ...plain, open: async (sealed: Uint8Array) => ({ ...(await plain.open(sealed)), stale: true }) };
    expect(await loadSealedKey(inFolder('subject'), rotated)).toEqual(key);
    expect(readFileSync(inFolder('subject')).equals(before)).toBe(false);
    expect(await loadSealedKey(inFolder('subject'), plain)).toEqual(key);
    const onLostDisk: SecretBox = {
      ...rotated,
      seal: async (secret) => {
        rmSync(folder, { recursive: true });
        return plain.seal(secret);
      },
    };
    expect(await loadSealedKey(inFolder('subject'), onLostDisk)).toEqual(key);
    mkdirSync(folder);
  });

  it('is not silently replaced when it cannot be opened', async () => {
    await loadSealedKey(inFolder('subject'), await openKeyFileSecretBox(inFolder('secret.key')));
    await expect(loadSealedKey(inFolder('subject'), await openKeyFileSecretBox(inFolder('other.key')))).rejects.toThrow(REFUSED);
  });
});

describe('the instance lock', () => {
  const HOLDER = `
    import { lockInstance } from ${JSON.stringify(join(import.meta.dirname, '../../electron/adapters/files/single-instance-lock.ts'))};
    process.stdout.write(JSON.stringify(lockInstance(process.argv[1])));
    setInterval(() => {}, 1000);`;

  it('is given once, names the holder, and comes back on release', () => {
    const first = lockInstance(folder);
    expect(first.ok).toBe(true);
    expect(lockInstance(folder)).toEqual({ ok: false, failure: { code: 'already-running', pid: process.pid } });
    if (first.ok) first.value.release();
    const again = lockInstance(folder);
    expect(again.ok).toBe(true);
    if (again.ok) again.value.release();
  });

  it('is held against another process and free again when that one is killed', async () => {
    const holder = spawn(process.execPath, ['--input-type=module-typescript', '--eval', HOLDER, folder], { stdio: ['ignore', 'pipe', 'inherit'] });
    await once(holder.stdout, 'data');
    expect(lockInstance(folder)).toEqual({ ok: false, failure: { code: 'already-running', pid: holder.pid } });
    holder.kill('SIGKILL');
    await once(holder, 'exit');
    // The number of the dead process is still in the file; it does not count.
    expect(readFileSync(inFolder('instance.pid'), 'utf8')).toBe(String(holder.pid));
    const mine = lockInstance(folder);
    expect(mine.ok).toBe(true);
    if (mine.ok) mine.value.release();
  });
});

describe('the resources of the installation', () => {
  const today = { now: () => new Date('2026-11-22T05:00:00Z') };

  it('are complete', async () => {
    const { policy, purposes, templates } = await loadResources(RESOURCES, today);
    expect(templates).toHaveLength(13);
    expect(purposes.length).toBeGreaterThan(0);
    expect(policy()).toMatchObject({ inForce: true, version: '2026.1' });
  });

  it.each([
    ['a missing file', (copy: string) => rmSync(join(copy, 'policy/purposes.json')), 'policy/purposes.json'],
    ['a missing folder', (copy: string) => rmSync(join(copy, 'documents'), { recursive: true }), 'documents'],
    ['half a file', (copy: string) => writeFileSync(join(copy, 'documents/diploma.json'), '{'), 'documents/diploma.json'],
    ['another shape', (copy: string) => writeFileSync(join(copy, 'policy/policy.json'), '{"sets":[]}'), 'policy/policy.json'],
    ['a misnamed template', (copy: string) => cpSync(join(copy, 'documents/diploma.json'), join(copy, 'documents/other.json')), 'documents/diploma.json'],
  ])('say which one is wrong: %s', async (_name, damage, resource) => {
    const copy = inFolder('resources');
    cpSync(RESOURCES, copy, { recursive: true });
    expect((await loadResources(copy, today)).templates).toHaveLength(13);
    damage(copy);
    const failure: unknown = await loadResources(copy, today).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(ResourceInvalid);
    expect(failure).toMatchObject({ resource });
  });

  it('tell the policy by the clock at the moment of asking', async () => {
    let now = '2025-12-31T18:59:59Z';
    const { policy } = await loadResources(RESOURCES, { now: () => new Date(now) });
    expect(policy().inForce).toBe(false);
    now = '2025-12-31T19:00:00Z';
    expect(policy().inForce).toBe(true);
  });
});

it('timers of the system do not keep a finished program running', () => {
  const script = `
    import { systemTimers } from ${JSON.stringify(join(import.meta.dirname, '../../electron/adapters/system-timers.ts'))};
    systemTimers.after(3_600_000, () => {});
    await new Promise((resolve) => systemTimers.after(0, resolve) && setTimeout(resolve, 5));
    console.log('done');`;
  const run = spawnSync(process.execPath, ['--input-type=module-typescript', '--eval', script], { encoding: 'utf8' });
  expect(run.stdout.trim()).toBe('done');
  expect(run.status).toBe(0);
});
