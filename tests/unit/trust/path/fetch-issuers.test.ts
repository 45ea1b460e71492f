/** Issuers that a certificate says are published somewhere: asked for where nobody here has the name, and believed no more than any hint. */
import { describe, expect, it } from 'vitest';
import { authorityInformation } from '../../../../electron/stand/authority/certificate.ts';
import { buildPath } from '../../../../electron/core/trust/path/build-path.ts';
import { createIssuerFetcher } from '../../../../electron/core/trust/path/fetch-issuers.ts';
import type { Certificate } from '../../../../electron/core/trust/x509/certificate.ts';
import { createTrust } from '../../../../electron/core/trust/index.ts';
import { failure, success } from '../../../../shared/util/result.ts';
import { AUTHORITY, issue, NOW, parsed, SIGNER } from '../trial/trial-authority.ts';

const at = (name: string) => authorityInformation({ ocsp: 'http://trial.test/ocsp', issuers: `http://trial.test/${name}.cer` });
const root = await issue('aia-root', null);
const upper = await issue('aia-upper', root, { extensions: AUTHORITY });
const lower = await issue('aia-lower', upper, { extensions: [...AUTHORITY, at('upper')] });
const leaf = await issue('aia-leaf', lower, { extensions: [...SIGNER, at('lower')] });
const forged = await issue('aia-lower', null, { key: 'aia-forger' });
const NOTHING = failure({ code: 'service-unreachable', detail: null } as const);

function publishing(files: Readonly<Record<string, Uint8Array>>) {
  const asked: string[] = [];
  let time = NOW.getTime();
  const fetchIssuers = createIssuerFetcher(
    {
      ocsp: async () => NOTHING,
      crl: async () => NOTHING,
      async issuer(url) {
        asked.push(url);
        const file = files[url.slice('http://trial.test/'.length)];
        return file === undefined ? NOTHING : success(file);
      },
    },
    () => new Date(time),
  )!;
  const find = async () => (await buildPath(parsed(leaf), { anchors: [parsed(root)], intermediates: [], fetchIssuers }, { at: NOW })).state;
  return { asked, find, wait: (ms: number) => (time += ms) };
}

const PUBLISHED = { 'lower.cer': lower.der, 'upper.cer': upper.der };

describe('issuers that are published', () => {
  it('complete a path link by link, each address asked once a day', async () => {
    const { asked, find, wait } = publishing(PUBLISHED);
    expect(await find()).toBe('trusted');
    expect(await find()).toBe('trusted');
    expect(asked).toEqual(['http://trial.test/lower.cer', 'http://trial.test/upper.cer']);
    wait(25 * 60 * 60 * 1000);
    expect(await find()).toBe('trusted');
    expect(asked).toHaveLength(4);
  });

  it('are not asked for where the issuer is at hand', async () => {
    const { asked, find } = publishing(PUBLISHED);
    const fetchIssuers = async () => {
      throw new Error('asked');
    };
    const store = { anchors: [parsed(root)], intermediates: [upper, lower].map(parsed), fetchIssuers };
    expect((await buildPath(parsed(leaf), store, { at: NOW })).state).toBe('trusted');
    expect(await find()).toBe('trusted');
    expect(asked).not.toEqual([]);
  });

  it('are asked for where the one at hand has the name and another key', async () => {
    const old = await issue('aia-lower', root, { extensions: AUTHORITY, key: 'aia-lower-of-old' });
    const withKeyId = (certificate: Certificate, keyId: string): Certificate => ({ ...certificate, subjectKeyId: keyId });
    const asker: Certificate = { ...parsed(leaf), authorityKeyId: 'new' };
    const fetchIssuers = async () => [withKeyId(parsed(lower), 'new')];
    const stateWith = async (key: string) => (await buildPath(asker, { anchors: [parsed(root)], intermediates: [withKeyId(parsed(old), key), parsed(upper)], fetchIssuers }, { at: NOW })).state;
    expect(await stateWith('old')).toBe('trusted');
    // It says it is the one: nobody is asked, and it signed nothing here.
    expect(await stateWith('new')).toBe('faulty');
  });

  it.each([
    ['nothing', {}],
    ['no certificate', { 'lower.cer': Uint8Array.of(1, 2, 3) }],
    ['another certificate', { 'lower.cer': upper.der }],
    ['an authority of the right name that signed nothing here', { 'lower.cer': forged.der }],
  ])('that turn out to be %s leave the path untrusted', async (_, files) => {
    expect(await publishing(files).find()).toBe('faulty');
  });

  it('do not become anchors, even signed by themselves', async () => {
    const { find } = publishing({ 'lower.cer': (await issue('aia-lower', null)).der });
    expect(await find()).toBe('faulty');
  });

  it('that could not be had are asked for again after a minute, not for every layer', async () => {
    const files: Record<string, Uint8Array> = {};
    const { asked, find, wait } = publishing(files);
    expect([await find(), await find()]).toEqual(['faulty', 'faulty']);
    expect(asked).toHaveLength(1);
    Object.assign(files, PUBLISHED);
    wait(61_000);
    expect(await find()).toBe('trusted');
  });

  it('end after a few, however long the chain pretends to be', async () => {
    let count = 0;
    const endless = async () => {
      count += 1;
      const issuer = await issue(`aia-endless-${count}`, null);
      return [parsed(await issue('aia-lower', issuer, { extensions: AUTHORITY, key: 'aia-lower' }))];
    };
    expect((await buildPath(parsed(leaf), { anchors: [], intermediates: [], fetchIssuers: endless }, { at: NOW })).state).toBe('faulty');
    expect(count).toBeLessThanOrEqual(3);
  });
});

it('a trust domain whose evidence fetches nothing finds no path that another finds', async () => {
  const standing = async (issuer: boolean) => {
    const evidence = {
      ocsp: async () => NOTHING,
      crl: async () => NOTHING,
      ...(issuer && { issuer: async (url: string) => success(url.endsWith('lower.cer') ? lower.der : upper.der) }),
    };
    const trust = createTrust({ anchors: [root.der], intermediates: [], evidence, clock: { now: () => NOW, monotonicMs: () => 0 } });
    return (await trust.verifyCertificate({ certificate: leaf.der, use: 'sign' })).checks.find(({ layer }) => layer === 'chain')?.code;
  };
  expect([await standing(true), await standing(false)]).toEqual(['chain-trusted', 'chain-untrusted']);
});
