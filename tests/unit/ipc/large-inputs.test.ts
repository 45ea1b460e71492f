/** What a call takes by its schema also passes the bound of the server in front of it: else a large file is refused before anybody reads it. */
import { expect, test } from 'vitest';
import { z } from 'zod';
import { serveContract } from '../../../electron/ipc/serve-contract.ts';
import { ELECTRON_ORIGIN, startAddress } from '../../../electron/security/app-origin.ts';
import { RENEWAL_PICTURE_MAX_BYTES } from '../../../shared/domain/renewal/renewal.ts';
import { SIGNED_FILE_MAX_BYTES } from '../../../shared/domain/trust/signed-file-limit.ts';
import { contract, type CoreHandlers } from '../../../shared/ipc/contract.ts';

const KEY_FILE = 64 * 1024;
const CALL_BYTES = 4 * 1024 * 1024;
const ID = '5b6f2c1e-8a0d-4c4e-9c1f-2b7a3d5e6f70';
const HASH = 'ab'.repeat(32);
const octets = (length: number): Uint8Array => {
  const bytes = new Uint8Array(length);
  // As a JPEG begins.
  bytes.set([0xff, 0xd8]);
  return bytes;
};

/** The largest of each kind; `extra` octets more in the first of its files is one too many. */
const LARGEST: Readonly<Record<string, (extra: number) => unknown>> = {
  'operator.signIn': (extra) => ({ keyFile: octets(KEY_FILE + extra), password: 'p'.repeat(256) }),
  'files.check': (extra) => ({ file: octets(SIGNED_FILE_MAX_BYTES + extra), content: octets(SIGNED_FILE_MAX_BYTES) }),
  'keys.importFile': (extra) => ({ file: octets(1024 * 1024 + extra), password: 'p'.repeat(256), newPassword: 'p'.repeat(256) }),
  'keys.installCertificate': (extra) => ({ id: ID, certificate: octets(KEY_FILE + extra) }),
  'keys.installOnToken': (extra) => ({ tokenId: 't'.repeat(128), pin: 'p'.repeat(256), certificate: octets(KEY_FILE + extra) }),
  'renewal.judgePhoto': (extra) => ({ photo: octets(RENEWAL_PICTURE_MAX_BYTES + extra) }),
  'renewal.apply': (extra) => ({
    iin: '900101000000',
    photo: octets(RENEWAL_PICTURE_MAX_BYTES + extra),
    signature: octets(RENEWAL_PICTURE_MAX_BYTES),
    eyes: { openness: null, confirmedOpen: true },
    email: 'a@example.kz',
    phone: '+77000000000',
    handover: { by: 'delivery', address: 'a'.repeat(200) },
  }),
  'calls.keepStill': (extra) => ({ callId: ID, step: 'card-front', sha256: HASH, jpeg: octets(CALL_BYTES + extra) }),
  'calls.keepFrame': (extra) => ({ callId: ID, step: 'turn', jpeg: octets(CALL_BYTES + extra) }),
  'calls.keepRecording': (extra) => ({ callId: ID, position: 0, webm: octets(CALL_BYTES + extra) }),
};

const caller = { frame: 'top', address: startAddress(ELECTRON_ORIGIN) } as const;
/** Answers every call with nothing, so that only what stands before the handlers speaks. */
const silent = new Proxy({}, { get: () => new Proxy({}, { get: () => () => null }) }) as CoreHandlers;
const server = serveContract(contract, silent, { origin: ELECTRON_ORIGIN, logger: { note() {}, fault: () => 'REF' }, output: 'trusted' });

test.each(Object.entries(LARGEST))('%s takes the largest its schema allows, and not one octet more', async (name, input) => {
  expect(await server(caller, name, input(0))).toEqual({ ok: true, value: null });
  expect(await server(caller, name, input(1))).toEqual({ ok: false, fault: { code: 'malformed-input' } });
});

/** A class is all that JSON Schema cannot say of the contract's inputs: they are octets. */
function takesOctets(input: z.ZodType): boolean {
  let found = false;
  z.toJSONSchema(input, { io: 'input', unrepresentable: 'any', override: ({ zodSchema }) => (found ||= zodSchema instanceof z.ZodCustom) });
  return found;
}

test('no call that takes octets is forgotten here', () => {
  const taking = Object.entries(contract).flatMap(([domain, members]) =>
    Object.entries(members).flatMap(([name, member]) => (member.type === 'call' && takesOctets(member.input) ? [`${domain}.${name}`] : [])),
  );
  expect(taking.toSorted()).toEqual(Object.keys(LARGEST).toSorted());
});
