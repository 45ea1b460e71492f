/** Keys on a PKCS#11 token (SoftHSM2): listed, made, certified, signed with; a wrong PIN, a pulled token, a closed session. */
import { spawnSync } from 'node:child_process';
import { createPublicKey, generateKeyPairSync, verify, X509Certificate } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createThreadTokenCustodian, type ThreadTokenCustodian } from '../../../electron/adapters/key-tokens/thread-token-custodian.ts';
import { createTokenKeys, openToken, type SigningKey } from '../../../electron/core/keystore/index.ts';
import { failure } from '../../../shared/util/result.ts';
import { gostAuthority } from '../../fakes/gost-authority.ts';
import { syntheticIin } from '../../fakes/synthetic-citizen.ts';
import { LABEL, LIBRARY, PIN, type SoftToken, softToken, whyNoToken } from './soft-token.ts';

const absent = whyNoToken();
const IIN = syntheticIin('1985-06-07');
const MESSAGE = new TextEncoder().encode('one document');
const ACTING = { operatorId: null, purpose: null };
const authority = gostAuthority(new Date('2026-11-22T05:00:00Z'));

describe.skipIf(absent !== null)(absent === null ? 'a token' : `skipped: ${absent}`, () => {
  let token: SoftToken;
  let custodian: ThreadTokenCustodian;

  beforeEach(() => {
    token = softToken();
    custodian = createThreadTokenCustodian([LIBRARY!]);
  });
  afterEach(async () => {
    await custodian.end();
    token.end();
  });

  async function tokenId(): Promise<string> {
    const [listed] = await custodian.list();
    return listed!.id;
  }

  async function withKey(algorithm: 'RSA-2048' | 'ECDSA-P256' | 'ECDSA-P384'): Promise<string> {
    const id = await tokenId();
    const made = await custodian.generate(id, PIN, algorithm, 'Кілт 1');
    if (!made.ok) throw new Error(made.failure.code);
    expect(await custodian.install(made.value.handle, authority.issue(IIN, made.value.publicKey))).toEqual({ ok: true, value: null });
    await custodian.close(made.value.handle);
    return id;
  }

  async function opened(id: string): Promise<SigningKey> {
    const keys = await openToken(id, PIN, custodian);
    if (!keys.ok) throw new Error(keys.failure.code);
    expect(keys.value).toHaveLength(1);
    return keys.value[0]!;
  }

  test('is listed with its name and the state of its PIN', async () => {
    expect(await custodian.list()).toMatchObject([{ label: LABEL, manufacturer: 'SoftHSM project', model: 'SoftHSM v2', pin: 'fresh' }]);
  });

  test.each([
    ['RSA-2048', 'sha256'],
    ['ECDSA-P256', 'sha256'],
    ['ECDSA-P384', 'sha384'],
  ] as const)('makes a key of %s that signs until it is closed', async (algorithm, hash) => {
    const id = await withKey(algorithm);
    const key = await opened(id);
    expect(key).toMatchObject({ algorithm, owner: { iin: IIN }, forSigning: true });
    for (const scheme of key.schemes) {
      const signed = await key.sign(MESSAGE, scheme);
      const digest = scheme.hash.toLowerCase().replace('-', '');
      expect(signed.ok && verify(digest, MESSAGE, new X509Certificate(key.certificate).publicKey, signed.value)).toBe(true);
    }
    expect(key.schemes[0]!.hash.toLowerCase().replace('-', '')).toBe(hash);
    await key.close();
    expect(await key.sign(MESSAGE)).toEqual(failure('key-closed'));
    // The next session is a new one, which the PIN opens again.
    expect((await (await opened(id)).sign(MESSAGE)).ok).toBe(true);
  });

  test('signs by no scheme its key has not', async () => {
    const key = await opened(await withKey('ECDSA-P256'));
    expect(await key.sign(MESSAGE, { ...key.schemes[0]!, hash: 'SHA-384' })).toEqual(failure('scheme-refused'));
    expect((await key.sign(MESSAGE)).ok).toBe(true);
  });

  test('made for an owner is certified later, in a session of its own, and everything is written down', async () => {
    const events: { change: string; certificateHash: string | null }[] = [];
    const journal = { record: async (event: object) => void events.push(event as never) };
    const keys = createTokenKeys({ tokens: custodian, journal: journal as never, randomId: () => crypto.randomUUID() });
    const id = await tokenId();
    const owner = { surname: 'Сынақова', name: 'Айгүл', patronymic: '', iin: IIN, organisation: '', bin: '', email: '' };
    const order = { tokenId: id, pin: PIN, algorithm: 'ECDSA-P256' as const, owner };
    expect(await keys.generate({ ...order, pin: 'Wrong-4821' }, ACTING)).toMatchObject({ ok: false, failure: { code: 'pin-wrong' } });
    expect(events).toEqual([]);
    const made = await keys.generate(order, ACTING);
    if (!made.ok) throw new Error(made.failure.code);
    expect(made.value.fileName).toMatch(/^ECDSA_[0-9a-f]{40}\.csr$/);
    expect(spawnSync('openssl', ['req', '-verify', '-noout'], { input: made.value.bytes, encoding: 'utf8' }).stderr).toContain('OK');
    const spki = spawnSync('openssl', ['req', '-pubkey', '-noout'], { input: made.value.bytes, encoding: 'utf8' }).stdout;
    const publicKey = createPublicKey(spki).export({ type: 'spki', format: 'der' });

    const install = (certificate: Uint8Array, pin = PIN) => keys.install({ tokenId: id, pin, certificate }, ACTING);
    const certificate = authority.issue(IIN, publicKey);
    expect(await install(new TextEncoder().encode('no certificate'))).toMatchObject({ failure: { code: 'certificate-unreadable' } });
    expect(await install(authority.issue(IIN, generateKeyPairSync('ec', { namedCurve: 'P-256' }).publicKey.export({ type: 'spki', format: 'der' })))).toMatchObject({ failure: { code: 'certificate-of-another-key' } });
    expect(await install(certificate, 'Wrong-4821')).toMatchObject({ failure: { code: 'pin-wrong' } });
    expect(await install(certificate)).toEqual({ ok: true, value: null });
    expect((await (await opened(id)).sign(MESSAGE)).ok).toBe(true);
    // It has its certificate: no other is put beside it.
    expect(await install(certificate)).toMatchObject({ failure: { code: 'certificate-of-another-key' } });
    expect(events.map(({ change, certificateHash }) => [change, certificateHash !== null])).toEqual([['generated', false], ['certificate-installed', true]]);
  });

  test('refuses a wrong PIN, says so in its state, and takes the right one', async () => {
    const id = await withKey('ECDSA-P256');
    expect(await openToken(id, 'Wrong-4821', custodian)).toEqual(failure({ code: 'pin-wrong', pin: 'wrong-before' }));
    expect(await openToken(id, '', custodian)).toMatchObject({ ok: false, failure: { code: 'pin-wrong' } });
    expect(await custodian.list()).toMatchObject([{ pin: 'wrong-before' }]);
    await opened(id);
    expect(await custodian.list()).toMatchObject([{ pin: 'fresh' }]);
  });

  test('pulled out while in use signs no more, and is not listed', async () => {
    const id = await withKey('ECDSA-P256');
    const key = await opened(id);
    expect((await key.sign(MESSAGE)).ok).toBe(true);
    token.remove();
    expect(await key.sign(MESSAGE)).toEqual(failure('token-removed'));
    expect(await openToken(id, PIN, custodian)).toMatchObject({ ok: false, failure: { code: 'token-removed' } });
  });

  test('that is not there, and a library that is none, are no error', async () => {
    expect(await openToken('no such token', PIN, custodian)).toEqual(failure({ code: 'token-removed' }));
    const others = createThreadTokenCustodian(['/no/such/library.so', import.meta.filename]);
    expect(await others.list()).toEqual([]);
    await others.end();
  });
});
