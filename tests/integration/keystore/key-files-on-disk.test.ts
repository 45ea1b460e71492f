/** Stored keys and handed-out files on the disk: sealed to this machine, one bad file not hiding the others, nothing written over. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openFolderFileOutlet } from '../../../electron/adapters/files/folder-file-outlet.ts';
import { openKeyFileSecretBox } from '../../../electron/adapters/sealed/key-file-secret-box.ts';
import { openSealedKeyShelf } from '../../../electron/adapters/sealed/sealed-key-shelf.ts';
import { inMemoryLogger } from '../../fakes/in-memory/in-memory-registries.ts';

const A = '11111111-1111-4111-8111-111111111111';
const B = '22222222-2222-4222-8222-222222222222';
const RECORD = new TextEncoder().encode('{"record":"of a key"}');
let folder: string;
const inFolder = (name: string): string => join(folder, name);

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tekser-shelf-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const shelf = async (secret = 'secret.key') => openSealedKeyShelf(inFolder('keys'), await openKeyFileSecretBox(inFolder(secret)), inMemoryLogger());

test('a record comes back as it was put, for its owner alone to read on the disk', async () => {
  const kept = await shelf();
  expect(await kept.list()).toEqual([]);
  await kept.put(A, RECORD);
  expect(await kept.list()).toEqual([{ id: A, octets: RECORD }]);
  const file = inFolder(`keys/${A}.key`);
  expect(readFileSync(file).includes('of a key')).toBe(false);
  expect(statSync(file).mode & 0o777).toBe(0o600);
  await kept.remove(A);
  expect(await kept.list()).toEqual([]);
});

test('a damaged record and one of another machine are named, and hide no other', async () => {
  const kept = await shelf();
  await kept.put(A, RECORD);
  await kept.put(B, RECORD);
  const octets = readFileSync(inFolder(`keys/${A}.key`));
  octets[octets.length - 1]! ^= 1;
  writeFileSync(inFolder(`keys/${A}.key`), octets);
  writeFileSync(inFolder('keys/readme.txt'), 'not a key');
  expect((await kept.list()).toSorted((a, b) => a.id.localeCompare(b.id))).toEqual([
    { id: A, octets: null },
    { id: B, octets: RECORD },
  ]);
  const elsewhere = await shelf('other.key');
  expect((await elsewhere.list()).map(({ octets: read }) => read)).toEqual([null, null]);
});

test('a handed-out file gets a name of its own and lies over no other', async () => {
  const outlet = openFolderFileOutlet(inFolder('exports'));
  const paths = [await outlet.save('GOST512_1.p12', RECORD), await outlet.save('GOST512_1.p12', Uint8Array.of(1))];
  expect(readdirSync(inFolder('exports')).toSorted()).toEqual(['GOST512_1-2.p12', 'GOST512_1.p12']);
  expect(paths.map((path) => readFileSync(path).length)).toEqual([RECORD.length, 1]);
  expect(statSync(paths[0]!).mode & 0o777).toBe(0o600);
});
