/** Hostile key files: whatever the octets, there is an answer, no exception, and no more work than an honest file makes. */
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { readKeyFile } from '../../../electron/core/keystore/pkcs12/read-key-file.ts';
import { readPemKey } from '../../../electron/core/keystore/pkcs12/read-pem-key.ts';
import { definiteThroughout } from '../../../electron/core/trust/asn1/index.ts';
import { Malformed } from '../../../electron/core/trust/malformed.ts';
import { failure } from '../../../shared/util/result.ts';
import { keyCustody } from '../../fakes/benches/key-custody.ts';
import { TRIAL_PASSWORD, trialKey } from '../../fakes/trial-signing-key.ts';

const CODES = new Set<string>(['key-file-unreadable', 'password-wrong', 'key-unsupported', 'key-mismatch']);
const files: Record<'nca' | 'pem', Uint8Array> = { nca: new Uint8Array(), pem: new Uint8Array() };

beforeAll(async () => {
  const { keyFile, certificate } = await trialKey('GOST-2015-512', new Date('2026-11-22T05:00:00Z'));
  const custody = keyCustody();
  const kept = await custody.openKeyFile(keyFile, TRIAL_PASSWORD);
  if (!kept.ok) throw new Error(kept.failure);
  for (const form of ['nca', 'pem'] as const) {
    const file = await custody.exportKeyFile(kept.value.handle, certificate, TRIAL_PASSWORD, form);
    if (!file.ok) throw new Error(file.failure);
    files[form] = file.value;
  }
});

type Change = { kind: 'set' | 'insert' | 'remove' | 'cut'; at: number; octet: number };
const changes = fc.array(fc.record({ kind: fc.constantFrom<Change['kind'][]>('set', 'insert', 'remove', 'cut'), at: fc.nat(4096), octet: fc.nat(255) }), { minLength: 1, maxLength: 4 });

function changed(file: Uint8Array, list: readonly Change[]): Uint8Array {
  const octets = [...file];
  for (const { kind, at, octet } of list) {
    const place = at % Math.max(1, octets.length);
    if (kind === 'set') octets[place] = octet;
    else if (kind === 'insert') octets.splice(place, 0, octet);
    else if (kind === 'remove') octets.splice(place, 1);
    else octets.length = place;
  }
  return Uint8Array.from(octets);
}

const answers = (result: Awaited<ReturnType<typeof readKeyFile>>) => result.ok || CODES.has(result.failure);

test('a key file with octets changed, added, taken away or cut off', async () => {
  await fc.assert(
    fc.asyncProperty(changes, async (list) => answers(await readKeyFile(changed(files.nca, list), TRIAL_PASSWORD))),
    { numRuns: 400 },
  );
});

test('a key in PEM likewise', async () => {
  await fc.assert(
    fc.asyncProperty(changes, async (list) => answers(await readPemKey(changed(files.pem, list), TRIAL_PASSWORD))),
    { numRuns: 40 },
  );
});

test('any octets, and any BER around them', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 600 }), async (octets) => answers(await readKeyFile(octets, TRIAL_PASSWORD))),
    { numRuns: 500 },
  );
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 600 }), (octets) => {
      try {
        definiteThroughout(new Uint8Array([0x30, 0x80, ...octets]));
        return true;
      } catch (error) {
        return error instanceof Malformed;
      }
    }),
    { numRuns: 2000 },
  );
});

/** The count of the MAC is the last element of an NCA file: 02 02 04 00. */
const withRounds = (...octets: number[]): Uint8Array => {
  const head = files.nca.slice(0, -4);
  const grown = octets.length - 2;
  const file = Uint8Array.of(...head, 0x02, octets.length, ...octets);
  // Both frames around it, in their long form of two octets, and MacData in its short one.
  const macData = file.length - grown - 63;
  file[macData + 1]! += grown;
  const length = (file[2]! << 8) + file[3]! + grown;
  file[2] = length >> 8;
  file[3] = length & 0xff;
  return file;
};

test('counts of rounds: the honest one opens, a hundred million is refused at once', async () => {
  expect((await readKeyFile(withRounds(0x04, 0x00), TRIAL_PASSWORD)).ok).toBe(true);
  // 65 536 are borne, and make another MAC.
  expect(await readKeyFile(withRounds(0x01, 0x00, 0x00), TRIAL_PASSWORD)).toEqual(failure('password-wrong'));
  for (const rounds of [[0x05, 0xf5, 0xe1, 0x00], [0x7f, 0xff, 0xff, 0xff], [0x00], [0x80, 0x00]])
    expect(await readKeyFile(withRounds(...rounds), TRIAL_PASSWORD)).toEqual(failure('key-file-unreadable'));
});

test('a file larger than any honest one, and nesting without end', async () => {
  expect(await readKeyFile(new Uint8Array(1024 * 1024 + 1), TRIAL_PASSWORD)).toEqual(failure('key-file-unreadable'));
  expect(await readKeyFile(Uint8Array.from({ length: 4096 }, (_, at) => (at % 2 === 0 ? 0x30 : 0x80)), TRIAL_PASSWORD)).toEqual(failure('key-file-unreadable'));
});
