/** Whom a workstation trusts when it starts: the anchors of its connection or those imported into its data directory, and no unpinned one. */
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { dataFiles } from '../../../electron/adapters/files/data-directory.ts';
import { createJsonPreferencesStore } from '../../../electron/adapters/json-preferences-store.ts';
import { openKeyFileSecretBox } from '../../../electron/adapters/sealed/key-file-secret-box.ts';
import { readTrustStore, storeAuthority } from '../../../electron/adapters/trust-store.ts';
import { fingerprintOf } from '../../../electron/core/anchor-policy.ts';
import { CHROMIUM_ORIGIN } from '../../../electron/security/app-origin.ts';
import { startStand, type Stand } from '../../../electron/stand/index.ts';
import { claimDesk } from '../../../electron/workstation/claim-desk.ts';
import { DEFAULT_PREFERENCES, openWorkstation } from '../../../electron/workstation/open-workstation.ts';
import { describeStartRefusal } from '../../../electron/workstation/start-refusal.ts';
import type { Connection } from '../../../shared/domain/desk/connection.ts';
import type { TrustPin } from '../../../shared/domain/trust/trust-pin.ts';

const RESOURCES = join(import.meta.dirname, '../../../resources');
const bytes = (base64: string): Uint8Array => new Uint8Array(Buffer.from(base64, 'base64'));

let stand: Stand;
let connection: Connection;
let root: Uint8Array;
let issuer: Uint8Array;
let folder: string;
beforeAll(async () => {
  stand = await startStand();
  const { trust, ...others } = await stand.connection();
  // One of the stand's two hierarchies is enough to be pinned or not.
  connection = { ...others, trust: { anchors: trust.anchors.slice(0, 1), intermediates: trust.intermediates.slice(0, 1) } };
  root = bytes(connection.trust.anchors[0]!);
  issuer = bytes(connection.trust.intermediates[0]!);
});
afterAll(() => stand.close());
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tekser-trust-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** An installation that knows the authority of the stand as one of `environment`. */
function resourcesPinning(environment: TrustPin['environment'], role: TrustPin['role'] = 'root'): string {
  const copy = join(folder, 'resources');
  cpSync(RESOURCES, copy, { recursive: true });
  const file = join(copy, 'trust/pins.json');
  const pin = { name: 'Stand', generation: '2026', environment, address: null };
  const own = [{ ...pin, role, sha256: fingerprintOf(root) }, { ...pin, role: 'issuer', sha256: fingerprintOf(issuer) }];
  writeFileSync(file, JSON.stringify([...(JSON.parse(readFileSync(file, 'utf8')) as object[]), ...own]));
  return copy;
}

/** Opens and closes a workstation; null where it worked. */
async function refusalOf(named: Connection, resourcesDirectory = RESOURCES) {
  const claim = await claimDesk(folder, named.environment);
  if (!claim.ok) throw new Error(claim.failure.code);
  const opened = await openWorkstation({
    shell: 'chromium',
    version: '0.0.0',
    origin: CHROMIUM_ORIGIN,
    claim: claim.value,
    resourcesDirectory,
    systems: { type: 'connection', connection: named },
    output: 'parsed',
    openSecretBox: ({ secretKey }) => openKeyFileSecretBox(secretKey),
    openPreferences: ({ files, clock, logger }) => createJsonPreferencesStore({ file: files.preferences, clock, logger, defaults: DEFAULT_PREFERENCES }),
  });
  if (!opened.ok) return opened.failure;
  await opened.value.close();
  return null;
}
const as = (environment: Connection['environment'], trust = connection.trust): Connection => ({ ...connection, environment, trust, training: null });

describe('a workstation on real systems', () => {
  it.each(['production', 'test'] as const)('of %s starts on a pinned root only', async (environment) => {
    const refusal = (await refusalOf(as(environment)))!;
    expect(refusal).toEqual({ code: 'anchor-not-pinned', environment, certificate: fingerprintOf(root) });
    expect(describeStartRefusal(refusal, 'kk')).toMatch(/tekser trust import/);
    // Refused before anything was asked or written down.
    expect(existsSync(dataFiles(folder).journal)).toBe(false);
    expect(await refusalOf(as(environment), resourcesPinning(environment))).toBeNull();
  });

  it('does not start on a root of the other world, nor on an issuing authority', async () => {
    expect(await refusalOf(as('production'), resourcesPinning('test'))).toMatchObject({ code: 'anchor-of-other-environment', pin: { environment: 'test' } });
    rmSync(join(folder, 'resources'), { recursive: true });
    expect(await refusalOf(as('production'), resourcesPinning('production', 'issuer'))).toMatchObject({ code: 'anchor-not-root' });
  });

  it('takes imported authorities where its connection names no anchor', async () => {
    const bare = as('production', { anchors: [], intermediates: [] });
    const resources = resourcesPinning('production');
    expect(await refusalOf(bare, resources)).toEqual({ code: 'anchors-missing', environment: 'production' });
    await storeAuthority(folder, issuer);
    expect(await refusalOf(bare, resources)).toMatchObject({ code: 'anchors-missing' });
    await storeAuthority(folder, root);
    expect(await refusalOf(bare, resources)).toBeNull();
    // The same file under an installation that does not know it.
    expect(await refusalOf(bare)).toMatchObject({ code: 'anchors-missing' });
  });
});

it('a stand may not pose as a known authority', async () => {
  expect(await refusalOf(as('training'))).toBeNull();
  const refusal = (await refusalOf(as('training'), resourcesPinning('production')))!;
  expect(refusal).toMatchObject({ code: 'anchor-of-other-environment', environment: 'training' });
  expect(describeStartRefusal(refusal, 'en')).toContain('from the stand');
});

it('a file laid into the trust store by hand is not used unless it is pinned', async () => {
  const pins = [{ name: 'Stand', generation: '2026', environment: 'test', role: 'root', sha256: fingerprintOf(root), address: null }] as const;
  await storeAuthority(folder, root);
  writeFileSync(join(dataFiles(folder).trust, 'forged.cer'), root.with(40, root[40]! ^ 1));
  expect(await readTrustStore(folder, 'test', pins)).toEqual({ authorities: [{ pin: pins[0], certificate: root }], strangers: ['forged.cer'] });
  expect((await readTrustStore(folder, 'production', pins)).authorities).toEqual([]);
});
