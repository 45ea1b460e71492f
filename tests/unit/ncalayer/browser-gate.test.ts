/** The browsers' gate to the signing service: whom it lets through, and that every installer writes the same. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { load } from 'js-yaml';
import { describe, expect, it } from 'vitest';
import { gatePatterns, installerMacros, isLetThrough, isOurValue, policyDocument, POLICY_FILE, POLICY_FOLDERS, policyPattern, valueName } from '../../../electron/adapters/ncalayer/browser-gate.ts';
import { readInstalledGate } from '../../../electron/adapters/ncalayer/browser-policy.ts';

const REPOSITORY = join(import.meta.dirname, '../../..');
const INSTALLER = 'resources/installer';
const read = (path: string): string => readFileSync(join(REPOSITORY, path), 'utf8');
const installed = await readInstalledGate(join(REPOSITORY, 'resources'));

describe('the gate', () => {
  it.each([
    ['https://egov.kz', true],
    ['https://m.egov.kz', true],
    ['https://*.pki.gov.kz', true],
    ['http://egov.kz', false],
    ['https://notegov.kz', false],
    ['https://egov.kz.example', false],
    ['https://*.kz', false],
  ])('of the portals of the state, for %s: %s', (origin, through) => {
    expect(isLetThrough(origin, installed)).toBe(through);
  });

  it('is also for whom an administrator allows, and not for whom one denies', () => {
    const origins = [
      { origin: 'https://bank.kz', decision: 'allow' as const },
      { origin: 'https://*.egov.kz', decision: 'deny' as const },
    ];
    expect(gatePatterns(['https://[*.]egov.kz', 'https://[*.]gov.kz'], { origins })).toStrictEqual(['https://[*.]gov.kz', 'https://bank.kz']);
    expect(policyPattern('https://*.bank.kz')).toBe('https://[*.]bank.kz');
  });

  it('takes values of its own in the registry, and no others', () => {
    expect([valueName(0), valueName(7)].map(isOurValue)).toStrictEqual([true, true]);
    expect(['1', '13578', '14079', 'x'].map(isOurValue)).toStrictEqual([false, false, false, false]);
  });
});

describe('the installer', () => {
  const configuration = load(read('electron-builder.yml')) as { deb: { fpm: string[] }; nsis: { include: string; perMachine: boolean } };

  it('of Debian brings the file for every browser', () => {
    expect(read(`${INSTALLER}/browser-policy.json`)).toBe(policyDocument(installed));
    expect(configuration.deb.fpm.toSorted()).toStrictEqual(Object.values(POLICY_FOLDERS).map((folder) => `${INSTALLER}/browser-policy.json=${folder}/${POLICY_FILE}`).toSorted());
  });

  it('of Windows, run by an administrator, writes the same list', () => {
    expect(configuration.nsis).toMatchObject({ include: `${INSTALLER}/installer.nsh`, perMachine: true });
    expect(read(`${INSTALLER}/browser-policy.nsh`)).toBe(installerMacros(installed));
  });
});
