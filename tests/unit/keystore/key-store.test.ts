/** Life of a key in the store: in from a file or made here, certified, used, handed out, its password changed, removed; each refusal beside what is accepted. */
import { execFileSync } from 'node:child_process';
import { beforeAll, describe, expect, test } from 'vitest';
import { decodeStoredKey, encodeStoredKey } from '../../../electron/core/keystore/store/stored-key.ts';
import { readRequest } from '../../../electron/stand/authority/index.ts';
import type { KeyView } from '../../../shared/domain/keys/key-view.ts';
import type { Result } from '../../../shared/util/result.ts';
import { gostAuthority } from '../../fakes/gost-authority.ts';
import { ACTING, keyStoreBench, OWNER } from '../../fakes/benches/key-store-bench.ts';
import { TRIAL_PASSWORD, type TrialKey, trialKey } from '../../fakes/trial-signing-key.ts';

const PASSWORD = 'Bereket-zhol7';
const OTHER = 'Saparly-kun42';
const DAY_MS = 24 * 60 * 60 * 1000;
let trial: TrialKey;

beforeAll(async () => {
  trial = await trialKey('GOST-2015-512', new Date('2026-11-22T05:00:00Z'));
});

function valueOf<Value, Failure>(result: Result<Value, Failure>): Value {
  if (!result.ok) throw new Error(JSON.stringify(result.failure));
  return result.value;
}
const code = (result: Result<unknown, { code: string }>) => (result.ok ? 'accepted' : result.failure.code);
const MESSAGE = new TextEncoder().encode('one document');

async function imported() {
  const bench = keyStoreBench();
  const key = valueOf(await bench.store.importKeyFile({ file: trial.keyFile, password: TRIAL_PASSWORD, newPassword: PASSWORD }, ACTING));
  return { ...bench, key };
}

describe('a key imported from a file', () => {
  test('is listed with its owner, signs with its new password, and nothing of it lies open in the record', async () => {
    const { store, key, shelf, events } = await imported();
    expect(await store.list()).toEqual([key]);
    expect(key).toMatchObject({ algorithm: 'GOST-2015-512', state: { is: 'good' }, certificate: { iin: '900101400015', forSigning: true } });
    expect(key.fileName).toMatch(/^GOST512_[0-9a-f]{40}\.p12$/);
    const signing = valueOf(await store.open(key.id, PASSWORD, ACTING));
    expect((await signing.sign(MESSAGE)).ok).toBe(true);
    await signing.close();
    expect(await signing.sign(MESSAGE)).toEqual({ ok: false, failure: 'key-closed' });
    const record = Buffer.from(shelf.records.get(key.id)!);
    // The last octets of PKCS#8 are the private number; in base 64 they could stand at three places.
    const secret = Buffer.from(trial.privateKey.subarray(-64));
    for (const shift of [0, 1, 2]) expect(record.includes(secret.subarray(shift, -4).toString('base64').slice(0, 40))).toBe(false);
    expect(events).toMatchObject([{ change: 'imported', keyId: key.id, certificateHash: key.certificate!.certificateHash }]);
  });

  test('opens with its password only, and guessing is held back and written down', async () => {
    const { store, key, time, events } = await imported();
    expect(code(await store.open(key.id, TRIAL_PASSWORD, ACTING))).toBe('password-wrong');
    for (let attempt = 2; attempt <= 5; attempt += 1)
      expect(code(await store.changePassword(key.id, { old: `${PASSWORD}${attempt}`, new: OTHER }, ACTING))).toBe('password-wrong');
    expect(code(await store.open(key.id, PASSWORD, ACTING))).toBe('too-many-attempts');
    expect(events.filter(({ change }) => change === 'password-wrong')).toHaveLength(5);
    time.advance(16 * 60 * 1000);
    expect(code(await store.open(key.id, PASSWORD, ACTING))).toBe('accepted');
  });

  test('is not imported twice, with a wrong password or under one that everybody guesses', async () => {
    const { store } = await imported();
    const again = (change: object) => store.importKeyFile({ file: trial.keyFile, password: TRIAL_PASSWORD, newPassword: PASSWORD, ...change }, ACTING);
    expect(code(await again({}))).toBe('key-known-already');
    const empty = keyStoreBench().store;
    const first = (change: object) => empty.importKeyFile({ file: trial.keyFile, password: TRIAL_PASSWORD, newPassword: PASSWORD, ...change }, ACTING);
    expect(code(await first({ password: 'Wrong1' }))).toBe('password-wrong');
    expect(code(await first({ file: MESSAGE }))).toBe('key-file-unreadable');
    expect(await first({ newPassword: 'Qwerty12' })).toMatchObject({ failure: { code: 'password-refused', passwordFaults: ['common'] } });
    expect(code(await first({}))).toBe('accepted');
  });

  test('gets another password, and the old one opens no more', async () => {
    const { store, key } = await imported();
    expect(await store.changePassword(key.id, { old: PASSWORD, new: PASSWORD }, ACTING)).toMatchObject({ failure: { passwordFaults: ['same-as-before'] } });
    expect(await store.changePassword(key.id, { old: PASSWORD, new: `Bereket${key.certificate!.iin}` }, ACTING)).toMatchObject({ failure: { passwordFaults: expect.arrayContaining(['owner-data']) } });
    expect(code(await store.changePassword('00000000-0000-4000-8000-000000000000', { old: PASSWORD, new: OTHER }, ACTING))).toBe('key-unknown');
    valueOf(await store.changePassword(key.id, { old: PASSWORD, new: OTHER }, ACTING));
    expect(code(await store.open(key.id, PASSWORD, ACTING))).toBe('password-wrong');
    expect(code(await store.open(key.id, OTHER, ACTING))).toBe('accepted');
  });

  test('is handed out under a password of its own, and can be imported again elsewhere', async () => {
    const { store, key, events } = await imported();
    const file = valueOf(await store.handOut({ id: key.id, password: PASSWORD, newPassword: OTHER, form: 'nca' }, ACTING));
    expect(file.fileName).toBe(key.fileName);
    const elsewhere = keyStoreBench().store;
    const there = valueOf(await elsewhere.importKeyFile({ file: file.bytes, password: OTHER, newPassword: null }, ACTING));
    expect(there.certificate).toEqual(key.certificate);
    expect(events.at(-1)).toMatchObject({ change: 'handed-out', form: 'nca' });
  });

  test('is removed with a reason, which is written down', async () => {
    const { store, key, events } = await imported();
    expect(code(await store.remove('00000000-0000-4000-8000-000000000000', 'replaced', ACTING))).toBe('key-unknown');
    valueOf(await store.remove(key.id, 'owner-left', ACTING));
    expect(await store.list()).toEqual([]);
    expect(code(await store.open(key.id, PASSWORD, ACTING))).toBe('key-unknown');
    expect(events.at(-1)).toMatchObject({ change: 'removed', reason: 'owner-left' });
  });

  test('cannot be passed off as another: a record with swapped parts does not open', async () => {
    const { store, key, shelf } = await imported();
    const record = decodeStoredKey(shelf.records.get(key.id)!)!;
    const other = { ...record, publicKey: record.publicKey.with(record.publicKey.length - 1, record.publicKey.at(-1)! ^ 1) };
    shelf.records.set(key.id, encodeStoredKey(other));
    expect(code(await store.open(key.id, PASSWORD, ACTING))).toBe('password-wrong');
    shelf.records.set(key.id, encodeStoredKey(record));
    expect(code(await store.open(key.id, PASSWORD, ACTING))).toBe('accepted');
  });

  test.each(['revoked', 'untrusted', 'unknown'] as const)('is shown as %s where the trust domain says so', async (worth) => {
    const { store, become } = await imported();
    become(worth);
    expect((await store.list())[0]!.state).toMatchObject({ is: worth });
  });

  test('is shown as ending in its last month, then as ended', async () => {
    const { store, time } = await imported();
    const state = async (days: number): Promise<KeyView['state']> => {
      time.advance(days * DAY_MS);
      return (await store.list())[0]!.state;
    };
    expect(await state(0)).toEqual({ is: 'good', daysLeft: 300 });
    expect(await state(270)).toEqual({ is: 'good', daysLeft: 30 });
    expect(await state(1)).toEqual({ is: 'expiring', daysLeft: 29 });
    expect(await state(30)).toEqual({ is: 'expired' });
  });
});

describe.each(['RSA-2048', 'ECDSA-P256', 'GOST-2015-512'] as const)('a key of %s made here', (algorithm) => {
  test('waits for its certificate, takes no other, and then signs', async () => {
    const { store, events } = keyStoreBench();
    const made = valueOf(await store.generate({ algorithm, owner: OWNER, password: PASSWORD }, ACTING));
    expect(made).toMatchObject({ certificate: null, state: { is: 'awaiting-certificate' } });
    expect(code(await store.open(made.id, PASSWORD, ACTING))).toBe('no-certificate');
    const request = valueOf(await store.request(made.id));
    const text = Buffer.from(request.bytes).toString();
    expect(text).toMatch(/^-----BEGIN CERTIFICATE REQUEST-----\n/);
    const authority = gostAuthority(new Date('2026-11-22T05:00:00Z'));
    expect(code(await store.installCertificate(made.id, trial.certificate, ACTING))).toBe('certificate-of-another-key');
    expect(code(await store.installCertificate(made.id, MESSAGE, ACTING))).toBe('certificate-unreadable');
    const publicKey = publicKeyIn(text);
    const installed = valueOf(await store.installCertificate(made.id, authority.issue(OWNER.iin, publicKey), ACTING));
    expect(installed).toMatchObject({ id: made.id, state: { is: 'good' }, certificate: { iin: OWNER.iin } });
    expect(code(await store.request(made.id))).toBe('no-certificate');
    const signing = valueOf(await store.open(made.id, PASSWORD, ACTING));
    expect((await signing.sign(MESSAGE)).ok).toBe(true);
    expect(events.map(({ change }) => change)).toEqual(['generated', 'certificate-installed']);
  });
});

test('OpenSSL finds the request well formed, signed by its key, and with the names and extensions of the NCA', async () => {
  const { store } = keyStoreBench();
  const { id } = valueOf(await store.generate({ algorithm: 'RSA-3072', owner: OWNER, password: PASSWORD }, ACTING));
  const request = Buffer.from(valueOf(await store.request(id)).bytes);
  const told = execFileSync('openssl', ['req', '-verify', '-noout', '-text', '-nameopt', 'utf8,sep_comma_plus'], { input: request, encoding: 'utf8', stdio: ['pipe', 'pipe', 'pipe'] });
  expect(told).toContain(`CN=СЫНАҚОВА ӨРКЕН,SN=СЫНАҚОВА,serialNumber=IIN${OWNER.iin},C=KZ,O=Synthetic organisation,OU=BIN990140009995,GN=ҮМІТКЫЗЫ`);
  expect(told).toContain('email:orken@example.kz');
  expect(told).toContain('1.2.398.3.3.5');
  // OpenSSL prints the value of an extension it does not know as octets; the stand's NCA reads it.
  expect(await readRequest(request)).toMatchObject({ storage: '1.2.398.3.3.5.1.1', email: OWNER.email });
});

test('a key is not made under a password that names its owner', async () => {
  const { store } = keyStoreBench();
  const made = (password: string) => store.generate({ algorithm: 'ECDSA-P256', owner: OWNER, password }, ACTING);
  expect(await made(`Bereket${OWNER.iin}`)).toMatchObject({ failure: { passwordFaults: ['owner-data'] } });
  expect(code(await made(PASSWORD))).toBe('accepted');
});

/** SubjectPublicKeyInfo out of a PKCS#10, by its place: third element of CertificationRequestInfo. */
function publicKeyIn(pem: string): Uint8Array {
  const der = Buffer.from(pem.replaceAll(/-----[^-]+-----|\s/g, ''), 'base64');
  const header = (at: number): { from: number; to: number } => {
    const first = der[at + 1]!;
    const count = first < 0x80 ? 0 : first & 0x7f;
    const length = count === 0 ? first : der.readUIntBE(at + 2, count);
    return { from: at + 2 + count, to: at + 2 + count + length };
  };
  const version = header(header(0).from).from;
  const subject = header(version).to;
  const key = header(subject).to;
  return new Uint8Array(der.subarray(key, header(key).to));
}
