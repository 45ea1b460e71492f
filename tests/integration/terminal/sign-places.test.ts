/** `tekser sign` by keys that are in no file: of the own store, and of a token with the certificate of the stand's NCA. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createThreadTokenCustodian } from '../../../electron/adapters/key-tokens/thread-token-custodian.ts';
import { requestInfo, signedRequest } from '../../../electron/core/keystore/lifecycle/certification-request.ts';
import { schemesOf } from '../../../electron/core/keystore/keys/signature-schemes.ts';
import { type Stand, startStand } from '../../../electron/stand/index.ts';
import { syntheticIin } from '../../fakes/synthetic-citizen.ts';
import { LABEL, LIBRARY, PIN, type SoftToken, softToken, whyNoToken } from '../keystore/soft-token.ts';
import { jsonOf, tekserHere } from './tekser-process.ts';

const OWNER = { surname: 'Сынақова', name: 'Айгүл', patronymic: '', iin: syntheticIin('1985-06-07'), organisation: '', bin: '', email: '' };
let folder: string;
let stand: Stand;
const at = (name: string): string => join(folder, name);
const tekser = (...args: string[]) => tekserHere([...args, '--data', at('data'), '--json']);
const sign = (out: string, ...place: string[]) => tekser('sign', at('letter.txt'), ...place, '--out', at(out), '--connection', stand.url);
const stateOf = async (file: string) => (jsonOf(await tekser('verify', at(file), '--connection', stand.url)) as { state: string }).state;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tekser-sign-places-'));
  stand = await startStand({ seed: 5 });
  const [operator] = (await stand.connection()).training!.operators;
  writeFileSync(at('key.p12'), Buffer.from(operator!.keyFile, 'base64'));
  writeFileSync(at('letter.txt'), 'Хат\n');
  for (const [name, words] of [['file-password', operator!.password], ['password', 'Bereket-zhol7'], ['wrong', 'Saparly-kun42'], ['pin', PIN]] as const) writeFileSync(at(name), words);
  // Whatever is signed is written down, and so is a key that comes to the store: the journal begins here.
  await sign('first.cms', '--key', at('key.p12'), '--password-file', at('file-password'));
});
afterAll(async () => {
  await stand.close();
  rmSync(folder, { recursive: true });
});

describe('tekser sign', () => {
  it('takes a key of the own store by its identifier, under its own password', async () => {
    const imported = jsonOf(await tekser('keys', 'import', at('key.p12'), '--password-file', at('file-password'), '--new-password-file', at('password')));
    const { id } = (imported as { key: { id: string } }).key;
    const wrong = await sign('stored.cms', '--stored', id, '--password-file', at('wrong'));
    expect(jsonOf(wrong)).toMatchObject({ files: [{ signed: false, refusal: { refusal: { code: 'password-wrong' } } }] });
    expect((await sign('stored.cms', '--stored', id, '--password-file', at('password'))).code).toBe(0);
    expect(await stateOf('stored.cms')).toBe('good');
  });

  it('takes exactly one place', async () => {
    expect(await sign('none.cms', '--password-file', at('password'))).toMatchObject({ code: 64 });
    expect(await sign('none.cms', '--key', at('key.p12'), '--token', 'x', '--password-file', at('password'))).toMatchObject({ code: 64 });
  });
});

const absent = whyNoToken();
describe.skipIf(absent !== null)(absent === null ? 'tekser sign by a token' : `skipped: ${absent}`, () => {
  let token: SoftToken;
  beforeAll(() => {
    token = softToken();
    process.env['TEKSER_PKCS11'] = LIBRARY!;
  });
  afterAll(() => {
    delete process.env['TEKSER_PKCS11'];
    token.end();
  });

  /** As its owner would have it certified. */
  async function certifiedToken(): Promise<string> {
    const tokens = createThreadTokenCustodian([LIBRARY!]);
    const { id } = (await tokens.list())[0]!;
    const made = await tokens.generate(id, PIN, 'RSA-2048', 'Кілт 1');
    if (!made.ok) throw new Error(made.failure.code);
    const { handle, publicKey } = made.value;
    const [scheme] = schemesOf('RSA-2048');
    const info = requestInfo(OWNER, publicKey);
    const signature = await tokens.sign(handle, scheme!.hash, info);
    if (!signature.ok) throw new Error(signature.failure);
    const request = signedRequest(info, scheme!, signature.value);
    const answer = await fetch(`${stand.url}/nca/requests?role=individual`, { method: 'POST', body: new Uint8Array(request), headers: { 'content-type': 'application/pkcs10' } });
    expect(answer.status).toBe(200);
    expect(await tokens.install(handle, new Uint8Array(await answer.arrayBuffer()))).toMatchObject({ ok: true });
    await tokens.end();
    return id;
  }

  it('is listed, signs under its PIN, and not under another', async () => {
    const id = await certifiedToken();
    expect(jsonOf(await tekser('keys', 'tokens'))).toMatchObject({ tokens: [{ id, label: LABEL, pin: 'fresh' }] });
    const wrong = await sign('token.cms', '--token', id, '--password-file', at('wrong'));
    expect(jsonOf(wrong)).toMatchObject({ files: [{ signed: false, refusal: { refusal: { code: 'password-wrong' } } }] });
    expect((await sign('token.cms', '--token', id, '--password-file', at('pin'))).code).toBe(0);
    expect(await stateOf('token.cms')).toBe('good');
    expect(jsonOf(await sign('other.cms', '--token', 'no such token', '--password-file', at('pin')))).toMatchObject({ files: [{ refusal: { refusal: { code: 'token-removed' } } }] });
  });
});
