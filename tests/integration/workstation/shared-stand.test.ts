/** Several workstations work on one stand that was started by itself. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { createJsonPreferencesStore } from '../../../electron/adapters/json-preferences-store.ts';
import { openKeyFileSecretBox } from '../../../electron/adapters/sealed/key-file-secret-box.ts';
import { CHROMIUM_ORIGIN, startAddress } from '../../../electron/security/app-origin.ts';
import { startStand, type Stand } from '../../../electron/stand/index.ts';
import { claimDesk } from '../../../electron/workstation/claim-desk.ts';
import { DEFAULT_PREFERENCES, openWorkstation } from '../../../electron/workstation/open-workstation.ts';
import type { Workstation } from '../../../electron/workstation/workstation.ts';
import { readConnection } from '../../../electron/workstation/read-connection.ts';
import type { WireValue } from '../../../shared/ipc/wire.ts';
import { jsonOf, tekserHere } from '../terminal/tekser-process.ts';

const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).toReversed()) await close();
});

async function openOn(stand: Stand): Promise<Workstation & { directory: string }> {
  const directory = await mkdtemp(join(tmpdir(), 'tekser-workstation-'));
  closing.push(() => rm(directory, { recursive: true }));
  const connection = await readConnection(stand.url);
  if (!connection.ok) throw new Error(connection.failure.code);
  const claim = await claimDesk(directory, connection.value.environment);
  if (!claim.ok) throw new Error(claim.failure.code);
  const opened = await openWorkstation({
    shell: 'chromium',
    version: '0.0.0',
    origin: CHROMIUM_ORIGIN,
    claim: claim.value,
    resourcesDirectory: join(import.meta.dirname, '../../../resources'),
    systems: { type: 'connection', connection: connection.value },
    output: 'parsed',
    openSecretBox: ({ secretKey }) => openKeyFileSecretBox(secretKey),
    openPreferences: ({ files, clock, logger }) =>
      createJsonPreferencesStore({ file: files.preferences, clock, logger, defaults: DEFAULT_PREFERENCES }),
  });
  if (!opened.ok) throw new Error(opened.failure.code);
  closing.push(opened.value.close);
  return { ...opened.value, directory };
}

const PAGE = { frame: 'top', address: startAddress(CHROMIUM_ORIGIN) } as const;
const call = ({ hostEnd }: Workstation, name: string, input: WireValue) => hostEnd.server(PAGE, name, input);

test('each checks its own citizen, and the cabinets know both views', async () => {
  const stand = await startStand();
  closing.push(stand.close);
  const desks = await Promise.all([openOn(stand), openOn(stand)]);
  const people = stand.control.population.people.filter(({ trainingCase }) => trainingCase?.code === 'plain-good' || trainingCase?.code === 'card-revoked');
  expect(people).toHaveLength(2);

  for (const [index, desk] of desks.entries()) {
    const { iin } = people[index]!;
    const access = stand.control.citizen.open(iin, { documentType: 'identity_card' });
    if (!access.ok) throw new Error(access.failure);
    await call(desk, 'operator.signInTraining', { operatorId: 'training-tson' });
    await call(desk, 'operator.choosePurpose', { purposeId: 'identify-at-counter' });
    const reply = await call(desk, 'checking.checkScan', { kind: 'code', source: 'typed', payload: access.value.qr });
    const verdict = people[index]!.trainingCase!.code === 'plain-good' ? 'valid' : 'not-valid';
    expect(reply).toMatchObject({ ok: true, value: { verdict } });
    await expect.poll(() => stand.control.viewsOf(iin).length, { timeout: 10_000 }).toBe(1);
  }
  for (const desk of desks) expect(desk.stand).toBeNull();

  // Two data directories of one machine are two workstations: each log has its own name, and who signs for it is remembered beside it.
  const verified = await Promise.all(desks.map(({ directory }) => tekserHere(['journal', 'verify', '--data', directory, '--json'])));
  const told = verified.map((ended) => [ended.code, (jsonOf(ended)['witness'] as { state: string }).state]);
  expect(told).toEqual([[0, 'agrees'], [0, 'agrees']]);
  const described = await Promise.all(desks.map((desk) => call(desk, 'app.describe', null)));
  const names = described.map((reply) => (reply as unknown as { value: { workstation: string } }).value.workstation);
  expect(new Set(names).size).toBe(2);
});
