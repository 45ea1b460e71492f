/** Disks and streams that are really full between a desk and its collector: what does not fit waits at the desk, and comes once. */
import { afterEach, describe, expect, it } from 'vitest';
import { type Fleet, missingFleet, startFleet } from './fleet.ts';
import { type FleetDesk, newDeskFolder, openFleetDesk, removeDeskFolder } from './fleet-desk.ts';
import { missingSmallDisk, mountSmallDisk, type SmallDisk } from './small-disk.ts';

const missing = missingFleet();
const missingDisk = missing ?? missingSmallDisk();
const later = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const because = (reason: string | null): string => (reason === null ? '' : ` (skipped: ${reason})`);

let disk: SmallDisk | undefined;
let fleet: Fleet;
let desk: FleetDesk;
let folder: string;
const openDesk = async (): Promise<void> => {
  folder = newDeskFolder();
  desk = await openFleetDesk(folder, 'desk-1', fleet.collector());
};
afterEach(async () => {
  await desk?.close();
  await fleet?.stop();
  disk?.close();
  disk = undefined;
  removeDeskFolder(folder);
});

describe.skipIf(missing !== null)(`a full stream${because(missing)}`, () => {
  it('refuses and forgets nothing; what it refused stays at the desk until there is room', async () => {
    fleet = await startFleet({ maxBytes: 60_000 });
    await openDesk();
    await fleet.stopCollector();
    await desk.record(300);
    while ((await desk.delivery.copying!.state()).collectorAwaySince === null) await later(20);
    const { waiting, through } = await desk.delivery.copying!.state();
    expect(through).toBeGreaterThan(0);
    expect(waiting).toBe(300 - through);
    await fleet.startCollector();
    await desk.record(84);
    await fleet.expectAllOf(desk);
    expect((await desk.delivery.copying!.state()).collectorAwaySince).toBeNull();
  });
});

describe.skipIf(missingDisk !== null)(`a full disk${because(missingDisk)}`, () => {
  it('of PostgreSQL: the collector keeps asking, and nothing is acknowledged that is not kept', async () => {
    disk = mountSmallDisk(128);
    fleet = await startFleet({ database: disk.folder });
    await openDesk();
    await desk.record(128);
    await fleet.expectAllOf(desk);
    disk.fill();
    await desk.record(900);
    while (!fleet.faults.some((fault) => fault.includes('No space left on device'))) await later(50);
    disk.free();
    // Where even its own log had no room it may have ended; who runs services starts them again.
    const service = setInterval(() => fleet.postgres.isRunning() || void fleet.postgres.start(), 500);
    await desk.record(252);
    await fleet.expectAllOf(desk);
    clearInterval(service);
  });

  it('of NATS: it takes nothing more until it is started again with room', async () => {
    disk = mountSmallDisk(8);
    fleet = await startFleet({ nats: { within: disk.folder, maxFile: 2_000_000_000 } });
    await openDesk();
    await desk.record(128);
    await fleet.expectAllOf(desk);
    disk.fill();
    await desk.record(300);
    while ((await desk.delivery.copying!.state()).collectorAwaySince === null) await later(20);
    const [server] = fleet.nats.servers;
    disk.free();
    await server!.kill();
    await server!.start();
    await desk.record(84);
    await fleet.expectAllOf(desk);
  });
});
