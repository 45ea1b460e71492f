/** The call in hand on the disk: pictures only this machine can open, gone with the call, and whatever was torn or exchanged is as none. */
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createDiskCallStore } from '../../../electron/adapters/disk-call-store.ts';
import { openKeyFileSecretBox } from '../../../electron/adapters/sealed/key-file-secret-box.ts';

const PICTURE = new TextEncoder().encode('a picture of a face');
let directory: string;
let file: string;
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'tekser-call-'));
  file = join(directory, 'call.json');
});
afterEach(() => rm(directory, { recursive: true }));

const open = async (machine = 'machine') => createDiskCallStore(file, await openKeyFileSecretBox(join(directory, `${machine}.key`)));
const pictures = (): Promise<string[]> => readdir(`${file}.pictures`);

test('what was kept is there after a crash, and lies on the disk sealed', async () => {
  const before = await open();
  await before.keep('frame-turn-left', PICTURE);
  expect(await (await open()).kept('frame-turn-left')).toStrictEqual(Buffer.from(PICTURE));
  for (const name of await pictures()) expect((await readFile(join(`${file}.pictures`, name))).includes(Buffer.from(PICTURE))).toBe(false);
});

test('a picture under another name, an altered one, one of another machine and one that was never there are as none', async () => {
  const store = await open();
  await store.keep('one', PICTURE);
  const path = (name: string): string => join(`${file}.pictures`, `${name}.sealed`);
  const sealed = await readFile(path('one'));
  await writeFile(path('other'), sealed);
  expect(await store.kept('other')).toBeNull();
  expect(await store.kept('third')).toBeNull();
  await writeFile(path('one'), sealed.with(20, sealed[20]! ^ 1));
  expect(await store.kept('one')).toBeNull();
  await writeFile(path('one'), sealed);
  expect(await (await open('another-machine')).kept('one')).toBeNull();
  expect(await (await open()).kept('one')).toStrictEqual(Buffer.from(PICTURE));
});

test('under a key that opens no more a call goes on with a new one', async () => {
  await (await open()).keep('one', PICTURE);
  const elsewhere = await open('another-machine');
  expect(await elsewhere.kept('one')).toBeNull();
  await elsewhere.keep('one', PICTURE);
  expect(await elsewhere.kept('one')).toStrictEqual(Buffer.from(PICTURE));
});

test('the end of the call takes everything with it, and the next one begins with a key of its own', async () => {
  const store = await open();
  await store.keep('one', PICTURE);
  const key = await readFile(join(`${file}.pictures`, 'key.sealed'));
  await store.clear();
  expect(await readdir(directory)).toStrictEqual(['machine.key']);
  expect(await store.kept('one')).toBeNull();
  await store.keep('one', PICTURE);
  expect(await readFile(join(`${file}.pictures`, 'key.sealed'))).not.toStrictEqual(key);
});

test('no name leads out of the folder', async () => {
  const store = await open();
  await expect(store.keep('../call', PICTURE)).rejects.toThrow(RangeError);
});
