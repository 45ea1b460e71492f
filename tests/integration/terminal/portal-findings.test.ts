/** What an administrator hears of the signing service before and after each step of docs/portals.md: `tekser ncalayer trust`, `untrust`, and the doctor. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { gatePatterns } from '../../../electron/adapters/ncalayer/browser-gate.ts';
import { readInstalledGate, writeBrowserPolicies } from '../../../electron/adapters/ncalayer/browser-policy.ts';
import { hasCertutil } from '../../../electron/adapters/ncalayer/browser-trust.ts';
import { openLoopbackAuthority } from '../../../electron/adapters/ncalayer/loopback-authority.ts';
import { openKeyFileSecretBox } from '../../../electron/adapters/sealed/key-file-secret-box.ts';
import { portalFindings } from '../../../electron/shell-terminal/doctor/portal-findings.ts';
import { RESOURCES } from '../../../electron/shell-terminal/installation.ts';
import { jsonOf, tekserHere } from './tekser-process.ts';

const missing = process.platform !== 'linux' ? 'the stores of certificates are files on Linux alone' : (await hasCertutil()) ? null : 'certutil (libnss3-tools) is not installed';

describe.skipIf(missing !== null)(`a machine that is set up for portals${missing === null ? '' : ` (skipped: ${missing})`}`, () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'tekser-portals-'));
    vi.stubEnv('HOME', folder);
    vi.stubEnv('TEKSER_POLICY', folder);
  });
  afterAll(() => {
    vi.unstubAllEnvs();
    rmSync(folder, { recursive: true });
  });
  const ncalayer = (...args: string[]) => tekserHere(['ncalayer', ...args, '--data', folder, '--json']);
  const findings = async (): Promise<string[]> => (await portalFindings(folder, folder)).map(({ part, state, fact }) => `${part} ${state}${fact === '' ? '' : `: ${fact}`}`);
  const store = () => join(folder, '.pki/nssdb');

  it('is told each step that is left, and then that all is well', async () => {
    expect(await findings()).toEqual(['portals unused']);
    await tekserHere(['ncalayer', 'on']);
    await tekserHere(['ncalayer', 'allow', 'https://bank.example']);
    const closed = 'browsers warn: tekser ncalayer browsers (Chromium, Chrome, Edge, Yandex)';
    expect(await findings()).toEqual(['portals warn: tekser ncalayer trust', closed]);

    await openLoopbackAuthority(folder, await openKeyFileSecretBox(join(folder, 'secret.key')), new Date());
    const trusted = await ncalayer('trust');
    expect([trusted.code, jsonOf(trusted)]).toMatchObject([0, { places: [{ name: store(), state: 'trusted' }] }]);
    // What the installer brings lets the portals of the state through, and not the one this administrator allowed.
    const installed = await readInstalledGate(RESOURCES);
    await writeBrowserPolicies(installed, folder);
    expect(await findings()).toEqual(['portals good', closed]);
    await writeBrowserPolicies(gatePatterns(installed, { origins: [{ origin: 'https://bank.example', decision: 'allow' }] }), folder);
    expect(await findings()).toEqual(['portals good', 'browsers good']);
  });

  it('is told again when the trust was taken back', async () => {
    const untrusted = await ncalayer('untrust');
    expect([untrusted.code, jsonOf(untrusted)]).toMatchObject([0, { places: [{ state: 'not-trusted' }] }]);
    expect((await findings())[0]).toBe(`portals warn: tekser ncalayer trust (${store()})`);
  });
});
