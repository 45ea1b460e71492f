/** `tekser sign` and `tekser ncalayer`: signatures that `tekser verify` believes, written down; rules only an administrator writes. */
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Stand, startStand } from '../../../electron/stand/index.ts';
import { jsonOf, tekserHere } from './tekser-process.ts';

let folder: string;
let stand: Stand;
const at = (name: string): string => join(folder, name);
const PASSWORD = ['--key', 'key.p12', '--password-file', 'password'];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tekser-sign-'));
  stand = await startStand({ seed: 5 });
  const { training } = await stand.connection();
  writeFileSync(at('key.p12'), Buffer.from(training!.operators[0]!.keyFile, 'base64'));
  writeFileSync(at('password'), training!.operators[0]!.password);
  writeFileSync(at('wrong'), 'Wrong1234');
  writeFileSync(at('letter.txt'), 'Хат\n');
  writeFileSync(at('order.xml'), '<order>1</order>');
});
afterAll(async () => {
  await stand.close();
  rmSync(folder, { recursive: true });
});

const sign = (...args: string[]) => {
  const named = args.map((argument) => (['key.p12', 'password', 'wrong', 'letter.txt', 'order.xml', 'out.cms', 'out2.cms'].includes(argument) ? at(argument) : argument));
  return tekserHere(['sign', ...named, '--connection', stand.url, '--data', at('data'), '--json']);
};
const verify = (...args: string[]) => tekserHere(['verify', ...args, '--connection', stand.url, '--data', at('data'), '--json']);

describe('tekser sign', () => {
  it('makes an attached CMS with a time-stamp that is believed, and writes it down', async () => {
    const signed = await sign('letter.txt', ...PASSWORD, '--time-stamp');
    expect([signed.code, jsonOf(signed)]).toMatchObject([0, { files: [{ signed: true, out: at('letter.txt.cms') }] }]);
    expect(jsonOf(await verify(at('letter.txt.cms')))).toMatchObject({ state: 'good', signedAt: expect.any(String) });
    const listed = jsonOf(await tekserHere(['journal', 'list', '--data', at('data'), '--kind', 'signature-made', '--json']));
    expect(listed).toMatchObject({ entries: [{ event: { kind: 'signature-made', caller: 'workstation', origin: null, format: 'cms', attached: true, timeStamped: true } }] });
  });

  it('makes a detached one, and an XML one', async () => {
    expect((await sign('letter.txt', ...PASSWORD, '--detached', '--out', 'out.cms')).code).toBe(0);
    expect(jsonOf(await verify(at('out.cms'), '--content', at('letter.txt')))).toMatchObject({ state: 'good' });
    expect((await sign('order.xml', ...PASSWORD, '--format', 'xml')).code).toBe(0);
    expect(readFileSync(at('order.xml.signed.xml'), 'utf8')).toContain('<order>1<ds:Signature');
    expect(jsonOf(await verify(at('order.xml.signed.xml')))).toMatchObject({ state: 'good' });
  });

  it('says what is wrong, writes nothing over and leaves nothing half done', async () => {
    const wrong = await sign('letter.txt', '--key', 'key.p12', '--password-file', 'wrong', '--out', 'out2.cms');
    expect([wrong.code, jsonOf(wrong)]).toMatchObject([1, { files: [{ signed: false, refusal: { refusal: { code: 'password-wrong' } } }] }]);
    const notXml = await sign('letter.txt', ...PASSWORD, '--format', 'xml', '--out', 'out2.cms');
    expect([notXml.code, jsonOf(notXml)]).toMatchObject([1, { files: [{ signed: false, refusal: { failure: { code: 'document-malformed' } } }] }]);
    expect(existsSync(at('out2.cms')) || existsSync(at('out2.cms.part'))).toBe(false);
    expect(await sign('letter.txt', ...PASSWORD, '--out', 'out.cms')).toMatchObject({ code: 64 });
    expect(await sign('letter.txt', ...PASSWORD, '--format', 'pades')).toMatchObject({ code: 64 });
  });
});

describe('tekser ncalayer', () => {
  const ncalayer = (...args: string[]) => tekserHere(['ncalayer', ...args, '--json']);
  beforeAll(() => {
    mkdirSync(at('policy'));
    process.env['TEKSER_POLICY'] = at('policy');
  });
  afterAll(() => {
    delete process.env['TEKSER_POLICY'];
  });

  it('is off until an administrator switches it on, and keeps rules by origin', async () => {
    expect(jsonOf(await ncalayer('status', '--data', at('data')))).toMatchObject({ policy: { enabled: false } });
    await ncalayer('on');
    await ncalayer('allow', 'https://egov.kz', 'https://*.gov.kz/');
    const denied = jsonOf(await ncalayer('deny', 'https://evil.kz'));
    expect(denied).toMatchObject({ enabled: true, origins: [{ origin: 'https://egov.kz' }, { origin: 'https://*.gov.kz', decision: 'allow' }, { decision: 'deny' }] });
    expect(jsonOf(await ncalayer('forget', 'https://egov.kz', 'https://evil.kz'))).toMatchObject({ origins: [{ origin: 'https://*.gov.kz' }] });
    expect(await ncalayer('allow', 'egov')).toMatchObject({ code: 64 });
    expect(jsonOf(await ncalayer('off'))).toMatchObject({ enabled: false });
  });

  it('writes over no rules it cannot read', async () => {
    writeFileSync(at('policy/portals.json'), '{"enabled": "perhaps"}');
    expect(await ncalayer('on')).toMatchObject({ code: 64 });
    expect(readFileSync(at('policy/portals.json'), 'utf8')).toContain('perhaps');
  });

  it('has no certificate to trust before the service has run', async () => {
    expect(await ncalayer('trust', '--data', at('data'))).toMatchObject({ code: 2 });
  });
});
