/** What a page and a person may rely on, beyond single answers: order, signs of life, one dialog, nobody unknown. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { KEY_PATH, type PortalBench, portalBench } from '../../fakes/benches/portal-bench.ts';
import { TRIAL_PASSWORD } from '../../fakes/trial-signing-key.ts';
import { portalSocket, type PortalSocket } from './portal-socket.ts';

const GREETING = '{"result":{"version":"1.4"}}';
const SIGN = '{"module":"kz.gov.pki.knca.basics","method":"sign","args":{"format":"cms","data":"MTEK","signingParams":{"decode":"true"},"signerParams":{"extKeyUsageOids":[]}}}';
const TOKENS = '{"module":"kz.gov.pki.knca.commonUtils","method":"getActiveTokens"}';
const NO_TOKENS = { code: '200', responseObject: [] };

let bench: PortalBench;
beforeEach(async () => {
  bench = await portalBench();
});
afterEach(() => bench.close());

async function greeted(headers?: Record<string, string>): Promise<PortalSocket> {
  const socket = portalSocket(bench, headers);
  expect(await socket.next()).toBe(GREETING);
  return socket;
}
const json = async (socket: PortalSocket): Promise<unknown> => JSON.parse(await socket.next());
const dialogs = (): string[] => bench.views.map(({ caller, step }) => `${caller.kind === 'site' ? caller.origin : caller.kind} ${step}`);

describe('a connection', () => {
  it('echoes signs of life while a dialog is open, says nothing unasked, and answers in order', async () => {
    bench.person = 'wait';
    const socket = await greeted();
    socket.send(SIGN);
    socket.send(TOKENS);
    socket.send('{}');
    socket.send('--heartbeat--');
    expect(await socket.next()).toBe('--heartbeat--');
    await expect.poll(() => bench.views).toHaveLength(1);
    await bench.calls.cancel(bench.views[0]!.requestId);
    expect(await json(socket)).toStrictEqual({ body: {}, status: true });
    expect(await json(socket)).toStrictEqual(NO_TOKENS);
    expect(socket.pending()).toBe(0);
  });

  it.each([
    ['names without quotes', "{ module: 'kz.gov.pki.knca.commonUtils', method: getActiveTokens }", NO_TOKENS],
    ['a module nobody has', '{"module":"kz.x.y","method":"z"}', { success: false, errorCode: 'MODULE_NOT_FOUND' }],
    ['the applet of the first years, which wants passwords', '{"method":"getKeys","args":["PKCS12","k.p12","pw","SIGN"]}', { success: false, errorCode: 'MODULE_NOT_FOUND' }],
    ['no JSON at all', 'hello', { success: false, errorCode: 'MODULE_NOT_FOUND' }],
    ['an echo to come back', '{"module":"kz.gov.pki.knca.commonUtils","method":"getActiveTokens","uuid":"42"}', { ...NO_TOKENS, uuid: '42' }],
    ['services', '{"module":"kz.gov.pki.ncalayerservices.accessory","method":"getServices"}', { services: expect.arrayContaining(['kz.gov.pki.knca.basics']) }],
    ['bundles, flat', '{"module":"kz.gov.pki.ncalayerservices.accessory","method":"getBundles"}', expect.objectContaining({ 'kz.gov.pki.knca.commonUtils': '0.4.0' })],
    ['a bundle a page wants installed', '{"module":"kz.gov.pki.ncalayerservices.accessory","method":"installBundle","symname":"kz.x"}', { success: false, errorCode: 'METHOD_NOT_FOUND' }],
    ['a file nobody picked', '{"module":"kz.gov.pki.knca.commonUtils","method":"createCMSSignatureFromFile","args":["PKCS12","SIGNATURE","/etc/passwd",true]}', { code: '500', message: 'file.not_found' }],
  ])('answers %s', async (_, request, answer) => {
    const socket = await greeted();
    socket.send(request);
    expect(await json(socket)).toStrictEqual(answer);
  });

  it.each(['constructor', '__proto__', 'toString'])('knows no method %s, though every object has that name', async (name) => {
    const socket = await greeted();
    socket.send(`{"module":"kz.gov.pki.knca.commonUtils","method":"${name}","args":["a"]}`);
    expect(await json(socket)).toStrictEqual({ code: '500', message: `NoSuchMethodException ${name}` });
  });

  it('signs a file the person has just picked, once', async () => {
    bench.ports.contents.set('/home/document.txt', new TextEncoder().encode('text'));
    const socket = await greeted();
    socket.send('{"module":"kz.gov.pki.knca.commonUtils","method":"showFileChooser","args":["ALL",""]}');
    expect(await json(socket)).toStrictEqual({ code: '200', responseObject: '/home/document.txt' });
    const sign = '{"module":"kz.gov.pki.knca.commonUtils","method":"createCAdESFromFile","args":["PKCS12","SIGNATURE","/home/document.txt",true]}';
    socket.send(sign);
    expect(await json(socket)).toMatchObject({ code: '200' });
    expect(bench.views.at(-1)).toMatchObject({ task: { documents: [{ name: 'document.txt', preview: { kind: 'text', text: 'text' } }] } });
    socket.send(sign);
    expect(await json(socket)).toStrictEqual({ code: '500', message: 'file.not_found' });
  });

  it('signs a picked file with a time-stamp, and adds one to a signature that has none', async () => {
    bench.ports.contents.set('/home/document.txt', new TextEncoder().encode('text'));
    const socket = await greeted();
    const ask = async (method: string, ...args: unknown[]): Promise<{ code: string; responseObject: string }> => {
      socket.send(JSON.stringify({ module: 'kz.gov.pki.knca.commonUtils', method, args }));
      return (await json(socket)) as never;
    };
    const stampedAt = async ({ responseObject }: { responseObject: string }): Promise<Date | null> => {
      const answer = await bench.trust.verifySignature({ signature: new Uint8Array(Buffer.from(responseObject, 'base64')) });
      expect(answer.state).toBe('good');
      return answer.signedAt;
    };
    await ask('showFileChooser', 'ALL', '');
    expect(await stampedAt(await ask('createCMSSignatureFromFile', 'PKCS12', 'SIGNATURE', '/home/document.txt', true))).toBeInstanceOf(Date);
    const bare = await ask('createCAdESFromBase64', 'PKCS12', 'SIGNATURE', 'MTEK', true);
    expect(await stampedAt(bare)).toBeNull();
    expect(await stampedAt(await ask('applyCAdEST', 'PKCS12', 'SIGNATURE', bare.responseObject))).toBeInstanceOf(Date);
    expect(await ask('applyCAdEST', 'PKCS12', 'SIGNATURE', 'MTEK')).toMatchObject({ code: '500' });
  });

  it('lets the person choose any file where the ending is a name that every object has', async () => {
    bench.ports.contents.set('/home/document.txt', new TextEncoder().encode('text'));
    const socket = await greeted();
    socket.send('{"module":"kz.gov.pki.knca.commonUtils","method":"showFileChooser","args":["constructor",""]}');
    expect(await json(socket)).toStrictEqual({ code: '200', responseObject: '/home/document.txt' });
    expect(bench.views.at(-1)).toMatchObject({ task: { kind: 'choose-file', files: 'any' } });
  });

  it('carries a document of many megabytes', async () => {
    const socket = await greeted();
    const data = Buffer.alloc(12 * 1024 * 1024, 7).toString('base64');
    socket.send(SIGN.replace('MTEK', data));
    expect(await json(socket)).toMatchObject({ body: { result: [expect.stringContaining('BEGIN CMS')] }, status: true });
    expect(bench.views.at(-1)).toMatchObject({ task: { documents: [{ size: 12 * 1024 * 1024, preview: { kind: 'binary' } }] } });
  });

  it('is refused under another name, and to a flood', async () => {
    const rebound = portalSocket(bench, { host: 'evil.example', origin: 'https://evil.example' });
    await expect(rebound.next()).rejects.toThrow('403');
    bench.person = 'wait';
    const socket = await greeted();
    for (let i = 0; i < 70; i += 1) socket.send(SIGN);
    expect(await socket.closed).toBe(1013);
  });
});

describe('the dialog', () => {
  it('is one at a time, each naming who asks', async () => {
    bench.person = 'wait';
    const [first, second] = [await greeted({ origin: 'https://egov.kz' }), await greeted({ origin: 'https://bank.kz' })];
    bench.ports.policy = { ...bench.ports.policy, origins: [{ origin: 'https://*.kz', decision: 'allow' }] };
    first.send(SIGN);
    await expect.poll(() => bench.views).toHaveLength(1);
    second.send(SIGN);
    await expect.poll(() => bench.calls.current()).toMatchObject({ waiting: 1 });
    expect(dialogs()).toStrictEqual(['https://egov.kz choice']);
    await bench.calls.cancel(bench.views[0]!.requestId);
    await expect.poll(() => dialogs()).toStrictEqual(['https://egov.kz choice', 'https://bank.kz choice']);
  });

  it('closes when its page goes, and nothing is signed', async () => {
    bench.person = 'wait';
    const socket = await greeted();
    socket.send(SIGN);
    await expect.poll(() => bench.calls.current()).not.toBeNull();
    socket.close();
    await expect.poll(() => bench.calls.current()).toBeNull();
    expect(bench.journal).toStrictEqual([expect.objectContaining({ kind: 'signature-not-made', reason: 'caller-gone', origin: 'https://portal.test' })]);
  });

  it('shows the text, and of a digest only the digest', async () => {
    const socket = await greeted();
    socket.send(SIGN);
    await socket.next();
    expect(bench.views.at(-1)).toMatchObject({ locale: 'kk', task: { form: { attached: true, timeStamped: false }, documents: [{ preview: { kind: 'text', text: '11\n' } }] } });
    socket.send(SIGN.replace('"decode":"true"', '"decode":true,"digested":"true","tsaProfile":{}'));
    await socket.next();
    expect(bench.views.at(-1)).toMatchObject({ task: { form: { attached: false, timeStamped: true }, documents: [{ size: null, preview: { kind: 'digest-only' } }] } });
  });
});

describe('a person who leaves the desk', () => {
  it('leaves no key open, and the request where it was', async () => {
    bench.person = 'wait';
    bench.ports.policy = { ...bench.ports.policy, origins: [{ origin: 'https://portal.test', decision: 'allow' }] };
    const socket = await greeted();
    socket.send(SIGN);
    await expect.poll(() => bench.views).toHaveLength(1);
    const { requestId } = bench.views[0]!;
    const opened = await bench.calls.openKeys(requestId, { type: 'file', path: KEY_PATH }, TRIAL_PASSWORD);
    const keyId = opened.ok ? opened.keys[0]!.keyId : '';
    await bench.calls.leave();
    expect(await bench.calls.confirm(requestId, keyId)).toStrictEqual({ ok: false, code: 'key-refused' });
    await bench.calls.openKeys(requestId, { type: 'file', path: KEY_PATH }, TRIAL_PASSWORD);
    expect(await bench.calls.confirm(requestId, keyId)).toStrictEqual({ ok: true });
    expect(await json(socket)).toMatchObject({ body: { result: [expect.any(String)] } });
  });
});

describe('a caller', () => {
  const answerFor = async (origin: string): Promise<unknown> => {
    const socket = await greeted({ origin });
    socket.send(SIGN);
    return json(socket);
  };

  it('is asked about once, and refused like a cancel where rules or a person say no', async () => {
    expect(await answerFor('https://portal.test')).toMatchObject({ body: { result: [expect.any(String)] } });
    expect(dialogs()).toStrictEqual(['https://portal.test caller', 'https://portal.test choice']);
    bench.ports.remembered = { ...bench.ports.remembered, callers: [{ origin: 'https://portal.test', decision: 'deny' }] };
    expect(await answerFor('https://portal.test')).toStrictEqual({ body: {}, status: true });
    bench.ports.policy = { ...bench.ports.policy, unknownOrigins: 'deny', origins: [{ origin: 'https://egov.kz', decision: 'allow' }] };
    expect(await answerFor('https://other.test')).toStrictEqual({ body: {}, status: true });
    expect(await answerFor('https://egov.kz')).toMatchObject({ body: { result: [expect.any(String)] } });
    expect(bench.journal.filter(({ kind }) => kind === 'caller-decided')).toMatchObject([
      { decision: 'allow-once', origin: 'https://portal.test' },
      { decision: 'deny', origin: 'https://portal.test' },
      { decision: 'denied-by-policy', origin: 'https://other.test' },
    ]);
  });

  it('gets no key but one that fits its filter', async () => {
    const socket = await greeted();
    socket.send(SIGN.replace('"decode":"true"', '"decode":true,"allowExpired":"yes"'));
    expect(await json(socket)).toMatchObject({ code: 'INVALID_SIGNING_PARAMS' });
    socket.send(SIGN.replace('"extKeyUsageOids":[]', '"extKeyUsageOids":["1.3.6.1.5.5.7.3.2"]'));
    expect(await json(socket)).toStrictEqual({ body: {}, status: true });
    socket.send(SIGN.replace('"extKeyUsageOids":[]', '"extKeyUsageOids":["1.3.6.1.5.5.7.3.4"],"iin":"900101400015"'));
    expect(await json(socket)).toMatchObject({ body: { result: [expect.any(String)] } });
  });
});
