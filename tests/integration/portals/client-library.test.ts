/** The library the portals use, unmodified, drives every method it has against the service; what it signs is then verified. */
import { createRequire } from 'node:module';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type PortalBench, portalBench } from '../../fakes/benches/portal-bench.ts';

interface Client {
  connect(): Promise<string>;
  getActiveTokens(): Promise<string[]>;
  getKeyInfo(store: string): Promise<Record<string, string>>;
  changeLocale(locale: string): Promise<unknown>;
  createCAdESFromBase64(store: string, data: string | ArrayBuffer, keyType?: string, attach?: boolean): Promise<string>;
  createCAdESFromBase64Hash(store: string, hash: string, keyType?: string): Promise<string>;
  createCMSSignatureFromBase64(store: string, data: string, keyType?: string, attach?: boolean): Promise<string>;
  signXml(store: string, xml: string): Promise<string>;
  signXmls(store: string, xmls: string[]): Promise<string[]>;
  setLogoForBasicsSign(logo: string): Promise<void>;
  basicsSignCMS(stores: unknown, data: unknown, params: unknown, signer: unknown): Promise<string | string[]>;
  basicsSignXML(stores: unknown, data: unknown, params: unknown, signer: unknown): Promise<string | string[]>;
}
type ClientClass = (new (url: string, kmd: boolean) => Client) & Record<string, unknown>;

// The library takes a browser's `window` for granted where it encodes buffers.
vi.stubGlobal('window', globalThis);
afterAll(() => void vi.unstubAllGlobals());
const { NCALayerClient } = createRequire(import.meta.url)('ncalayer-js-client') as { NCALayerClient: ClientClass };
const CONTENT = Buffer.from('Өтініш № 1');
const STORE = 'PKCS12';

const bytesOf = (text: string): Uint8Array => new Uint8Array(Buffer.from(text.replaceAll(/-----[A-Z ]+-----|\s/g, ''), 'base64'));

describe.each(['RSA-2048', 'GOST-2015-512'] as const)('ncalayer-js-client, with a key of %s', (algorithm) => {
  let bench: PortalBench;
  let client: Client;
  let version: string;
  const authorities = getCACertificates('default');

  beforeAll(async () => {
    bench = await portalBench(algorithm);
    setDefaultCACertificates([...authorities, bench.authority.certificate]);
    client = new NCALayerClient(bench.url, false);
    version = await client.connect();
  });
  afterAll(async () => {
    setDefaultCACertificates(authorities);
    await bench.close();
  });
  const good = async (signature: string, content?: Uint8Array): Promise<boolean> =>
    (await bench.trust.verifySignature({ signature: bytesOf(signature), ...(content === undefined ? {} : { content }) })).state === 'good';

  it('asks what is there, in which language, and whose key it is', async () => {
    expect(version).toBe('1.4');
    expect(await client.getActiveTokens()).toStrictEqual([]);
    await client.changeLocale('kk');
    const info = await client.getKeyInfo(STORE);
    expect(Object.keys(info).toSorted()).toStrictEqual(
      'algorithm alias authorityKeyIdentifier certNotAfter certNotBefore issuerCn issuerDn keyId pem serialNumber subjectCn subjectDn'.split(' '),
    );
    expect(new Date(Number(info['certNotAfter'])).getTime()).toBeGreaterThan(Date.now());
    expect(info['subjectDn']).toContain('SERIALNUMBER=IIN');
    expect(bench.views.at(-1)).toMatchObject({ locale: 'kk', task: { kind: 'show-certificate' } });
  });

  it('signs in every way of commonUtils', async () => {
    const data = CONTENT.toString('base64');
    expect(await good(await client.createCAdESFromBase64(STORE, data), CONTENT)).toBe(true);
    expect(await good(await client.createCAdESFromBase64(STORE, data, 'SIGNATURE', true))).toBe(true);
    expect(await good(await client.createCAdESFromBase64(STORE, new Uint8Array(CONTENT).buffer), CONTENT)).toBe(true);
    expect(await good(await client.createCMSSignatureFromBase64(STORE, data, 'SIGNATURE', true))).toBe(true);
    const hash = await crypto.subtle.digest('SHA-256', CONTENT);
    const overHash = await client.createCAdESFromBase64Hash(STORE, Buffer.from(hash).toString('base64'));
    // The digest is the caller's affair: one by another hash than the key's is no digest of the document.
    expect(await good(overHash, CONTENT)).toBe(algorithm === 'RSA-2048');
    expect(await client.signXml(STORE, '<a/>')).toContain('SignatureValue');
    expect(await client.signXmls(STORE, ['<a/>', '<b/>'])).toHaveLength(2);
  });

  it('signs in every way of basics, one document and many', async () => {
    const { basicsStorageAll, basicsCMSParamsDetached, basicsCMSParamsAttached, basicsCMSParamsDetachedNoTSP, basicsCMSParamsDetachedHash, basicsSignerSignAny, basicsSignerTestAny, basicsXMLParams } =
      NCALayerClient;
    const data = CONTENT.toString('base64');
    await client.setLogoForBasicsSign('iVBORw0KGgo=');
    expect(await good((await client.basicsSignCMS(basicsStorageAll, data, basicsCMSParamsDetached, basicsSignerSignAny)) as string, CONTENT)).toBe(true);
    expect(await good((await client.basicsSignCMS(null, data, basicsCMSParamsDetachedNoTSP, basicsSignerTestAny)) as string, CONTENT)).toBe(true);
    const hash = Buffer.from(await crypto.subtle.digest('SHA-256', CONTENT)).toString('base64');
    expect(typeof (await client.basicsSignCMS(null, hash, basicsCMSParamsDetachedHash, basicsSignerSignAny))).toBe('string');
    const many = (await client.basicsSignCMS(null, [data, data], basicsCMSParamsAttached, basicsSignerSignAny)) as string[];
    expect(await Promise.all(many.map((each) => good(each)))).toStrictEqual([true, true]);
    expect(bench.views.at(-1)).toMatchObject({ task: { documents: [{}, {}] } });
    expect(await client.basicsSignXML(null, '<a/>', basicsXMLParams, basicsSignerSignAny)).toStrictEqual([expect.stringContaining('SignatureValue')]);
  });

  it('learns that the person gave up, in the way of each module', async () => {
    bench.person = 'cancel';
    const { basicsCMSParamsAttached, basicsSignerSignAny } = NCALayerClient;
    await expect(client.basicsSignCMS(null, 'MTEK', basicsCMSParamsAttached, basicsSignerSignAny)).rejects.toMatchObject({ canceledByUser: true });
    await expect(client.createCAdESFromBase64(STORE, 'MTEK')).rejects.toMatchObject({ message: '500: action.canceled' });
    bench.person = 'approve';
  });

  it('has everything written down, with caller, certificate and digest', () => {
    const made = bench.journal.filter(({ kind }) => kind === 'signature-made');
    expect(made.length).toBeGreaterThan(10);
    expect(made[0]).toMatchObject({ caller: 'program', format: 'cms', documentHashes: [expect.stringMatching(/^[0-9a-f]{64}$/)] });
    expect(bench.journal.filter(({ kind }) => kind === 'signature-not-made')).toHaveLength(2);
  });
});
