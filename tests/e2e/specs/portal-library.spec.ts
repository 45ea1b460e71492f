/** The library of the portals, unmodified, in a page of another origin: every method it has is driven through the dialogs of the desk. */
import { verify, X509Certificate } from 'node:crypto';
import { hasCertutil } from '../../../electron/adapters/ncalayer/browser-trust.ts';
import { expect, test } from '../fixtures.ts';
import { SigningDialogObject } from '../screens/signing-dialog.ts';
import { openPortalDesk, type PortalDesk } from '../shells/portal-desk.ts';
import { trustOfStand } from '../shells/trust-of-stand.ts';

type Method = (...args: readonly unknown[]) => Promise<unknown>;
type Client = Record<string, Method>;
interface RawAnswer {
  signatures: string[];
  certificate: string;
}
/** Of the library, in the page of the portal; its constants are getters of the class. */
declare const NCALayerClient: { new (url: string, kmd: boolean): Client } & Record<string, unknown>;

const STORE = 'PKCS12';
const CONTENT = Buffer.from('Өтініш № 1');
const DATA = CONTENT.toString('base64');
/** Not called from outside: what the others of the library are made of. */
const INNER_METHODS = ['sendRequest', 'setHandlers'];

test.describe('ncalayer-js-client', () => {
  let portal: PortalDesk | undefined;
  test.beforeEach(async ({ shell }, testInfo) => {
    testInfo.skip(shell !== 'chromium', 'the portal stands beside the Chromium shell');
    testInfo.skip(!(await hasCertutil()), 'certutil (libnss3-tools) is not installed');
    portal = await openPortalDesk();
  });
  test.afterEach(async () => {
    await portal?.close();
    portal = undefined;
  });

  test('drives every method it has', async () => {
    const { desk, site, serviceUrl, keyPath, password } = portal!;
    const { page } = site;
    const driven = new Set<string>();
    await page.evaluate((url) => void Object.assign(globalThis, { client: new NCALayerClient(url, false) }), serviceUrl);
    /** Arguments that begin with `basics` name a constant of the library, `buffer:` a binary value. */
    const call = async (method: string, ...args: readonly unknown[]): Promise<unknown> => {
      driven.add(method);
      return page.evaluate(
        async ({ name, given }) => {
          const { client } = globalThis as unknown as { client: Client };
          const meant = given.map((each) => {
            if (typeof each !== 'string') return each;
            if (each.startsWith('buffer:')) return new TextEncoder().encode(each.slice(7)).buffer;
            return each.startsWith('basics') ? NCALayerClient[each] : each;
          });
          return client[name]!(...meant).catch((error: Error) => ({ refused: error.message }));
        },
        { name: method, given: args },
      );
    };
    const dialog = new SigningDialogObject(desk.page, 'ru');
    /** The person's part of a request: the key of last time, its password, one word. */
    const agreed = async (asked: Promise<unknown>, task: 'sign' | 'sign-in' | 'show-certificate' = 'sign'): Promise<string> => {
      await dialog.titled(dialog.words.titles[task]).waitFor();
      await dialog.typePassword(password);
      await dialog.agree(task);
      const answer = (await asked) as string;
      await expect(dialog.dialog).toBeHidden();
      return answer;
    };
    const trust = await trustOfStand(desk);
    const bytesOf = (text: string): Uint8Array => new Uint8Array(Buffer.from(text.replaceAll(/-----[A-Z ]+-----|\s/g, ''), 'base64'));
    const stateOf = async (signature: string, content?: Uint8Array) =>
      (await trust.verifySignature({ signature: bytesOf(signature), ...(content && { content }) })).state;
    const stateOfXml = async (xml: string) => (await trust.verifyFile({ file: Buffer.from(xml) })).state;

    expect(await call('connect')).toBe('1.4');
    expect(await call('getActiveTokens')).toStrictEqual([]);
    await call('changeLocale', 'ru');

    const asked = call('getKeyInfo', STORE);
    await dialog.dialog.getByRole('button', { name: dialog.words.caller.always }).press('Enter');
    await dialog.openKeyFile(keyPath, password);
    await dialog.agree('show-certificate');
    expect(await asked).toMatchObject({ subjectDn: expect.stringContaining('SERIALNUMBER=IIN') });

    expect(await stateOf(await agreed(call('createCAdESFromBase64', STORE, DATA)), CONTENT)).toBe('good');
    expect(await stateOf(await agreed(call('createCAdESFromBase64', STORE, `buffer:${CONTENT.toString()}`, 'SIGNATURE', true)))).toBe('good');
    expect(await stateOf(await agreed(call('createCMSSignatureFromBase64', STORE, DATA)), CONTENT)).toBe('good');
    expect(await agreed(call('createCAdESFromBase64Hash', STORE, Buffer.alloc(64, 7).toString('base64')))).toMatch(/^[A-Za-z0-9+/=]+$/);
    expect(await stateOfXml(await agreed(call('signXml', STORE, '<a/>')))).toBe('good');
    const [first, second] = (await agreed(call('signXmls', STORE, ['<a/>', '<b/>']))) as unknown as string[];
    expect([await stateOfXml(first!), await stateOfXml(second!)]).toStrictEqual(['good', 'good']);

    await call('setLogoForBasicsSign', 'iVBORw0KGgo=');
    expect(await stateOf(await agreed(call('basicsSignCMS', null, DATA, 'basicsCMSParamsDetached', 'basicsSignerSignAny')), CONTENT)).toBe('good');
    const many = (await agreed(call('basicsSignCMS', 'basicsStoragePKCS12', [DATA, DATA], 'basicsCMSParamsAttached', 'basicsSignerTestAny'))) as unknown as string[];
    expect(await Promise.all(many.map((each) => stateOf(each)))).toStrictEqual(['good', 'good']);
    const [compact] = (await agreed(call('basicsSignXML', 'basicsStorageAll', '<a/>', 'basicsXMLParams', 'basicsSignerSignAny'))) as unknown as string[];
    expect(await stateOfXml(compact!)).toBe('good');
    const raw = (await agreed(call('basicsSign', null, 'raw', DATA, { decode: true, outputCert: true }, 'basicsSignerAny', 'ru'))) as unknown as RawAnswer;
    expect(verify('sha256', CONTENT, new X509Certificate(raw.certificate).publicKey, bytesOf(raw.signatures[0]!))).toBe(true);

    // Of another product on another port, which is not there: the library says so itself and our connection stays as it was.
    expect(await call('kmdMultisignAvailable')).toBe(false);
    expect(await call('startKmdMultisign', 1, true, false)).toMatchObject({ refused: expect.stringContaining('KAZTOKEN') });
    expect(await call('kmdMultisignNext', DATA)).toMatchObject({ refused: expect.stringContaining('не была инициализирована') });

    const declined = call('basicsSignCMS', null, DATA, 'basicsCMSParamsAttached', 'basicsSignerSignAny');
    await dialog.titled(dialog.words.titles.sign).waitFor();
    await desk.page.keyboard.press('Escape');
    expect(await declined).toStrictEqual({ refused: 'cancelled by user' });

    const methods = await page.evaluate(() => {
      const { prototype } = NCALayerClient as unknown as { prototype: object };
      return Object.entries(Object.getOwnPropertyDescriptors(prototype)).flatMap(([name, { value }]) => (typeof value === 'function' && name !== 'constructor' ? [name] : []));
    });
    expect([...driven, ...INNER_METHODS].toSorted()).toStrictEqual(methods.toSorted());
  });
});
