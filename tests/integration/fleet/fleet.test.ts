/** Entries on their way from a desk through NATS JetStream into PostgreSQL: each once, in order, signed for. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
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
  }, 60_000);
  afterAll(async () => {
    await fleet?.stop();
    folders.forEach(removeDeskFolder);
  });

  it('keeps every entry of a desk once and in order, and signs its checkpoints', async () => {
    const desk = await openFleetDesk(newFolder(), 'desk-1', fleet.collector());
    await desk.record(320);
    await fleet.expectAllOf(desk);
    await desk.close();
    expect(fleet.kept(desk.name)).toHaveLength(320);
    expect(fleet.faults).toEqual([]);
  }, 60_000);
});
