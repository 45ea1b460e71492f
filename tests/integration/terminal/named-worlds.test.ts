/** Production and test are named wherever the terminal speaks of authorities: their names alone do not tell them apart. */
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { tmpdir } from 'node:os';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { issue } from '../../unit/trust/trial/trial-authority.ts';
import { signature } from '../../unit/trust/trial/trial-signature.ts';
import { jsonOf, tekserHere } from './tekser-process.ts';

const REAL = new URL('../../../../shared/data/kz-pki/ca/', import.meta.url);
const real = (path: string): string => new URL(path, REAL).pathname;
const absent = existsSync(REAL) ? null : 'the certificates of the NCA are not beside this checkout';
const [PRODUCTION, TEST] = ['prod/root_gost_2022.pem', 'test/kuc_gost_test.cer'];

const root = await issue('worlds-root', null);
const signer = await issue('worlds-signer', root);

let folder: string;
let file: string;
const inFolder = (name: string): string => join(folder, name);
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tekser-worlds-'));
  mkdirSync(inFolder('roots'));
  file = inFolder('signed.cms');
  writeFileSync(file, signature({ content: Uint8Array.of(1), signers: [{ signer }] }));
});
afterEach(() => rmSync(folder, { recursive: true }));

const verify = async (...args: string[]) => tekserHere(['verify', file, '--trust', inFolder('roots'), ...args]);

describe('tekser verify', () => {
  it('says where no pin names the root', async () => {
    writeFileSync(inFolder('roots/own.cer'), root.der);
    expect((await verify('--lang', 'en')).stdout).toContain('Trusted root: unknown to this program');
    expect(jsonOf(await verify('--json'))).toMatchObject({ worlds: ['unknown'] });
  });

  it.skipIf(absent !== null).each([
    [PRODUCTION, 'production', 'Сенімді түбір: өнеркәсіптік'],
    [TEST, 'test', 'Сенімді түбір: СЫНАҚ'],
  ])(absent === null ? 'names the world of %s' : `skipped: ${absent}`, async (certificate, world, line) => {
    copyFileSync(real(certificate), inFolder(`roots/${basename(certificate)}`));
    expect((await verify('--lang', 'kk')).stdout).toContain(line);
    expect(jsonOf(await verify('--json'))).toMatchObject({ worlds: [world] });
  });
});

describe.skipIf(absent !== null)(absent === null ? 'tekser trust' : `skipped: ${absent}`, () => {
  it.each([
    ['production', PRODUCTION, ', промышленный)'],
    ['test', TEST, ', ТЕСТОВЫЙ)'],
  ])('names the world of %s beside what is imported and listed', async (environment, certificate, name) => {
    const place = ['--data', inFolder('data'), '--environment', environment, '--lang', 'ru'];
    expect((await tekserHere(['trust', 'import', real(certificate), ...place])).stdout).toContain(name);
    const listed = (await tekserHere(['trust', 'list', ...place])).stdout.trim().split('\n');
    expect(listed.filter((line) => !line.includes(name))).toEqual([]);
  });
});
