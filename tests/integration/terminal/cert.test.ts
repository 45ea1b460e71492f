/** `tekser cert` and `tekser trust update`: what a certificate says, its way to a root, and how the authorities stand. */
import { copyFileSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { exitOf } from '../../../electron/shell-terminal/commands/trust/update.ts';
import { judgeAuthorities, type JudgedAuthority } from '../../../electron/shell-terminal/trust/judge-authorities.ts';
import { officialEvidence } from '../../../electron/shell-terminal/trust/official-evidence.ts';
import type { TrustPin } from '../../../shared/domain/trust/trust-pin.ts';
import { failure, success } from '../../../shared/util/result.ts';
import { ADDRESSES, AUTHORITY, issue, LAPSED, NOW } from '../../unit/trust/trial/trial-authority.ts';
import { crl } from '../../unit/trust/trial/trial-evidence.ts';
import { jsonOf, tekserHere } from './tekser-process.ts';

const REAL = new URL('../../../../shared/data/kz-pki/', import.meta.url);
const real = (path: string): string => new URL(path, REAL).pathname;
const absent = existsSync(REAL) ? null : 'the certificates of the NCA are not beside this checkout';

let folder: string;
const inFolder = (name: string): string => join(folder, name);
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tekser-cert-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const root = await issue('cert-root', null);
const issuer = await issue('cert-issuer', root, { extensions: AUTHORITY });
const leaf = await issue('cert-leaf', issuer);

const listed = await issue('cert-listed', root, { extensions: [...AUTHORITY, ...ADDRESSES] });

const pem = (der: Uint8Array): string => `-----BEGIN CERTIFICATE-----\n${Buffer.from(der).toString('base64')}\n-----END CERTIFICATE-----\n`;

describe('tekser cert show', () => {
  it('reads DER, Base64 and each certificate of a PEM file, and is 1 where something is none', async () => {
    writeFileSync(inFolder('leaf.cer'), leaf.der);
    writeFileSync(inFolder('leaf.txt'), Buffer.from(leaf.der).toString('base64'));
    writeFileSync(inFolder('both.pem'), pem(issuer.der) + pem(root.der));
    const good = await tekserHere(['cert', 'show', inFolder('leaf.cer'), inFolder('leaf.txt'), inFolder('both.pem'), '--json']);
    expect(good.code).toBe(0);
    const { certificates } = jsonOf(good) as { certificates: { certificate: { identity: { commonName: string }; uses: string[] }; state: string }[] };
    expect(certificates.map(({ certificate, state }) => [certificate.identity.commonName, state])).toEqual([
      ['cert-leaf', 'in-force'],
      ['cert-leaf', 'in-force'],
      ['cert-issuer', 'in-force'],
      ['cert-root', 'in-force'],
    ]);
    writeFileSync(inFolder('note.txt'), 'no certificate at all');
    const bad = await tekserHere(['cert', 'show', inFolder('leaf.cer'), inFolder('note.txt'), '--json']);
    expect(bad.code).toBe(1);
    expect(jsonOf(bad)).toMatchObject({ certificates: [{ source: inFolder('leaf.cer') }, { source: inFolder('note.txt'), certificate: null }] });
    expect((await tekserHere(['cert', 'show', inFolder('missing.cer'), '--json'])).code).toBe(64);
  });

  it.skipIf(absent !== null)(absent === null ? 'names holder, role, use and the world of a known authority, in Kazakh' : `skipped: ${absent}`, async () => {
    const shown = await tekserHere(['cert', 'show', real('cert/legal_entity_signer.b64.cer'), real('ca/test/kuc_gost_test.cer'), '--lang', 'kk']);
    expect(shown.code).toBe(0);
    for (const line of ['ЖСН: 123456789011', 'БСН: 123456789021', 'Рөлі: заңды тұлға, бірінші басшы', 'Кілт: GOST 34.10-2015-512', 'Кілт сақталған жер: файлда'])
      expect(shown.stdout).toContain(line);
    // Its name does not say that it is a test.
    expect(shown.stdout).toContain('НЕГІЗГІ КУӘЛАНДЫРУШЫ ОРТАЛЫҚ 2020 (GOST) (2020, GOST 34.310-2004), СЫНАҚ');
  });
});

describe('tekser cert path', () => {
  const trustFolder = (...anchors: Uint8Array[]): string => {
    anchors.forEach((anchor, i) => writeFileSync(inFolder(`anchor-${i}.cer`), anchor));
    return folder;
  };
  const path = (...args: string[]) => tekserHere(['cert', 'path', ...args, '--trust', folder, '--json']);

  it('finds the way over an issuer that was given, and asks about revocation', async () => {
    trustFolder(root.der);
    writeFileSync(inFolder('leaf.der.txt'), Buffer.from(leaf.der).toString('base64'));
    writeFileSync(inFolder('issuer.txt'), pem(issuer.der));
    const found = await path(inFolder('leaf.der.txt'), inFolder('issuer.txt'));
    // Nobody can be asked here: that is said, and is no judgement.
    expect(found.code).toBe(2);
    const { path: links, checks, verdict } = jsonOf(found) as { verdict: string; path: { identity: { commonName: string } }[]; checks: { layer: string; code: string }[] };
    expect(links.map(({ identity }) => identity.commonName)).toEqual(['cert-leaf', 'cert-issuer', 'cert-root']);
    expect(checks.map(({ code }) => code)).toEqual(['signer-owner-body', 'chain-trusted', 'revocation-unknown']);

    expect(verdict).toBe('cannot-determine');
    const lost = await path(inFolder('leaf.der.txt'));
    expect([lost.code, jsonOf(lost)]).toMatchObject([1, { verdict: 'not-valid', checks: [{}, { code: 'chain-untrusted' }, { outcome: 'not-reached' }] }]);
  });

  it.skipIf(absent !== null)(absent === null ? 'names the world of each authority that is known by fingerprint' : `skipped: ${absent}`, async () => {
    copyFileSync(real('ca/test/root_test_gost_2022.cer'), inFolder('root.cer'));
    copyFileSync(real('ca/test/nca_gost2022_test.cer'), inFolder('issuer.cer'));
    const shown = await tekserHere(['cert', 'path', real('cert/individual_signer.b64.cer'), '--trust', folder, '--lang', 'ru']);
    expect(shown.stdout.match(/, ТЕСТОВЫЙ\)/g)).toHaveLength(2);
    expect(jsonOf(await path(real('cert/individual_signer.b64.cer')))).toMatchObject({ worlds: [null, 'test', 'test'] });
  });

  it('judges as of another time', async () => {
    trustFolder(root.der);
    writeFileSync(inFolder('lapsed.txt'), pem((await issue('cert-lapsed', root, LAPSED)).der));
    const now = await path(inFolder('lapsed.txt'));
    expect(jsonOf(now)).toMatchObject({ checks: [{}, { code: 'chain-expired' }, {}] });
    const then = await path(inFolder('lapsed.txt'), '--at', '2025-01-01T00:00:00+05:00');
    expect(jsonOf(then)).toMatchObject({ checks: [{}, { code: 'chain-trusted' }, {}] });
  });

  it('is 1 for what is no certificate, and 64 without anybody to trust', async () => {
    trustFolder(root.der);
    writeFileSync(inFolder('note.txt'), 'nothing of the kind');
    expect((await path(inFolder('note.txt'))).code).toBe(1);
    expect((await tekserHere(['cert', 'path', inFolder('note.txt'), '--json'])).code).toBe(64);
  });
});

describe('the standing of authorities', () => {
  const pinned = (role: TrustPin['role']): TrustPin => ({ name: role, generation: '2026', environment: 'test', role, sha256: '0'.repeat(64), address: null });
  const clock = { now: () => NOW, monotonicMs: () => 0 };
  const nothing = failure({ code: 'service-unreachable', detail: null } as const);
  const evidence = (list: Uint8Array | null) => ({ ocsp: async () => nothing, crl: async () => (list === null ? nothing : success(list)) });
  const standingsOf = async (revoked: Uint8Array | null, authority = listed) =>
    (await judgeAuthorities([{ pin: pinned('root'), certificate: root.der }, { pin: pinned('issuer'), certificate: authority.der }], evidence(revoked), clock)).map(({ standing }) => standing);

  it('is good, revoked, or could not be asked', async () => {
    expect(await standingsOf(crl({ signer: root }))).toEqual(['good', 'good']);
    expect(await standingsOf(crl({ signer: root, entries: [{ serial: listed.serial, at: NOW }] }))).toEqual(['good', 'revoked']);
    expect(await standingsOf(null)).toEqual(['good', 'unasked']);
  });

  it('is ended or unproven whatever a list says', async () => {
    expect(await standingsOf(crl({ signer: root }), await issue('cert-ended', root, { ...LAPSED, extensions: AUTHORITY }))).toEqual(['good', 'ended']);
    const strange = await issue('cert-strange', await issue('cert-other-root', null), { extensions: AUTHORITY });
    expect(await standingsOf(crl({ signer: root }), strange)).toEqual(['good', 'unproven']);
  });

  it.each([
    [['good', 'good'], 0],
    [['good', 'ending'], 0],
    [['good', 'ended'], 0],
    [['good', 'unasked'], 2],
    [['good', 'revoked'], 1],
    [['good', 'unproven'], 1],
    [['ended', 'good'], 1],
    [[], 1],
  ] as const)('%j ends with %d', (standings, code) => {
    const judged = standings.map((standing, i): JudgedAuthority => ({ pin: pinned(i === 0 ? 'root' : 'issuer'), until: '2030-01-01', standing }));
    expect(exitOf(judged)).toBe(code);
  });
});

it.each(['http://127.0.0.1/x.crl', 'http://pki.gov.kz.example/x.crl', 'ftp://pki.gov.kz/x.crl', 'http://user@pki.gov.kz/x.crl', 'http://pki.gov.kz:8080/x.crl', 'no address'])(
  'an update does not ask %s',
  async (url) => {
    expect(await officialEvidence().crl(url)).toMatchObject({ ok: false, failure: { detail: 'host-not-allowed' } });
  },
);
