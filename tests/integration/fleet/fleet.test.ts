/** Entries on their way from a desk through NATS JetStream into PostgreSQL: each once, in order, signed for. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dataFiles } from '../../../electron/adapters/files/data-directory.ts';
import { openKeyFileSecretBox } from '../../../electron/adapters/sealed/key-file-secret-box.ts';
import { rememberCollector } from '../../../electron/adapters/sealed/sealed-collector.ts';
import { jsonOf, tekserHere } from '../terminal/tekser-process.ts';
import { type Fleet, missingFleet, startFleet } from './fleet.ts';
import { newDeskFolder, openFleetDesk, removeDeskFolder } from './fleet-desk.ts';

const missing = missingFleet();

describe.skipIf(missing !== null)(`a fleet${missing === null ? '' : ` (skipped: ${missing})`}`, () => {
  let fleet: Fleet;
  const folders: string[] = [];
  const newFolder = (): string => {
    folders.push(newDeskFolder());
    return folders.at(-1)!;
  };
  beforeAll(async () => {
    fleet = await startFleet();
  });
  afterAll(async () => {
    await fleet?.stop();
    folders.forEach(removeDeskFolder);
  });

  it('keeps every entry of a desk once and in order, and signs its checkpoints', async () => {
    const folder = newFolder();
    const desk = await openFleetDesk(folder, 'desk-1', fleet.collector());
    await desk.record(320);
    await fleet.expectAllOf(desk);
    await desk.close();
    expect(fleet.kept(desk.name)).toHaveLength(320);
    expect(fleet.faults).toEqual([]);
    // As the desk remembers whom it was connected to; the command asks by the way the desk asks.
    await rememberCollector(dataFiles(folder).collector, fleet.collector(), await openKeyFileSecretBox(dataFiles(folder).secretKey));
    const verified = await tekserHere(['journal', 'verify', '--data', folder, '--json']);
    expect([verified.code, jsonOf(verified)]).toMatchObject([0, { state: 'intact', entries: 320, witness: { state: 'agrees' } }]);
  });

  it('is kept once by two collectors that run at the same time, and by one of them when the other ends', async () => {
    const desks = await Promise.all(['desk-2', 'desk-3'].map((name) => openFleetDesk(newFolder(), name, fleet.collector())));
    const recordAll = (count: number) => Promise.all(desks.map((desk) => desk.record(count)));
    const endSecond = await fleet.startCollector();
    await recordAll(300);
    // In the middle of it: what the one had in hand the servers give to the other.
    const ended = endSecond();
    await recordAll(84);
    await ended;
    for (const desk of desks) await fleet.expectAllOf(desk);
    const endThird = await fleet.startCollector();
    await recordAll(64);
    for (const desk of desks) {
      await fleet.expectAllOf(desk);
      expect(fleet.kept(desk.name)).toHaveLength(448);
      await desk.close();
    }
    await endThird();
    expect(fleet.faults).toEqual([]);
  });
});
