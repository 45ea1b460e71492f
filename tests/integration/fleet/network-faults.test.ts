/** Bad networks between a desk, NATS and PostgreSQL: nothing lost, nothing doubled, order kept, whatever happens on the way. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type FaultProxy, startFaultProxy } from './fault-proxy.ts';
import { type Fleet, missingFleet, startFleet } from './fleet.ts';
import { type FleetDesk, newDeskFolder, openFleetDesk, removeDeskFolder } from './fleet-desk.ts';
import { shuffledNats } from './nats-frames.ts';

const missing = missingFleet();
const later = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

describe.skipIf(missing !== null)(`faults of the network${missing === null ? '' : ` (skipped: ${missing})`}`, () => {
  let fleet: Fleet;
  let proxy: FaultProxy;
  let folder: string;
  let desk: FleetDesk;
  let number = 0;

  beforeAll(async () => {
    fleet = await startFleet();
  }, 60_000);
  afterAll(() => fleet?.stop());
  beforeEach(async () => {
    proxy = await startFaultProxy(fleet.nats.servers[0]!.port);
    folder = newDeskFolder();
    desk = await openFleetDesk(folder, `desk-${(number += 1)}`, fleet.collector([`nats://127.0.0.1:${proxy.port}`]));
    await desk.record(40);
  });
  afterEach(async () => {
    await desk.close();
    await proxy.close();
    removeDeskFolder(folder);
  });

  const expectAllKept = () => fleet.expectAllOf(desk);

  it('that drops connections in the middle of batches', async () => {
    for (let round = 0; round < 5; round += 1) {
      await desk.record(60);
      await later(40);
      proxy.cut();
    }
    await desk.record(24);
    await expectAllKept();
  }, 60_000);

  it('that is away for a while, and delivers by itself afterwards', async () => {
    proxy.fault({ kind: 'drop' });
    await desk.record(88);
    await later(1_500);
    expect((await desk.delivery.copying!.state()).collectorAwaySince).not.toBeNull();
    proxy.fault({ kind: 'none' });
    await expectAllKept();
    expect((await desk.delivery.copying!.state()).collectorAwaySince).toBeNull();
  }, 60_000);

  it('that is slow', async () => {
    proxy.fault({ kind: 'delay', ms: 120 });
    await desk.record(88);
    await expectAllKept();
  }, 60_000);

  it('that loses the answers, so that everything is sent again', async () => {
    await later(400);
    proxy.fault({ kind: 'answers-lost' });
    await desk.record(88);
    await later(1_000);
    proxy.fault({ kind: 'none' });
    proxy.cut();
    await expectAllKept();
  }, 60_000);

  it('that is half open: nothing goes through and nothing is said', async () => {
    await later(400);
    proxy.fault({ kind: 'half-open' });
    await desk.record(88);
    await later(2_500);
    proxy.fault({ kind: 'none' });
    await expectAllKept();
  }, 60_000);

  it('whose servers restart', async () => {
    await desk.record(88);
    await fleet.nats.servers[0]!.kill();
    await later(500);
    await fleet.nats.servers[0]!.start();
    await expectAllKept();
  }, 60_000);

  it('whose collector is killed and comes back', async () => {
    await fleet.stopCollector();
    await desk.record(88);
    await later(1_000);
    expect((await desk.store.cosigned())?.size ?? 0).toBeLessThan(128);
    await fleet.startCollector();
    await expectAllKept();
  }, 60_000);

  it('whose servers lose what they had taken and not yet handed on', async () => {
    await desk.record(24);
    await expectAllKept();
    await fleet.stopCollector();
    await desk.record(30);
    while ((await desk.store.copied(desk.name)).waiting > 0) await later(50);
    await fleet.nats.servers[0]!.kill();
    fleet.nats.servers[0]!.loseDisk();
    await fleet.nats.servers[0]!.start();
    await fleet.startCollector();
    await desk.record(34);
    await expectAllKept();
  }, 60_000);

  it('whose database dies and recovers', async () => {
    await fleet.postgres.kill();
    await desk.record(88);
    await later(1_500);
    await fleet.postgres.start();
    await expectAllKept();
  }, 60_000);

  it('whose database is exchanged for an empty one while others wait', async () => {
    await desk.record(88);
    await expectAllKept();
    await fleet.stopCollector();
    await desk.record(300);
    while ((await desk.store.copied(desk.name)).waiting > 0) await later(50);
    fleet.postgres.ask('DROP SCHEMA tekser CASCADE');
    await fleet.startCollector();
    await desk.record(84);
    await expectAllKept();
  }, 60_000);

  it('that repeats and reorders messages on the wire', async () => {
    const shuffling = await startFaultProxy(fleet.nats.servers[0]!.port, shuffledNats);
    await desk.close();
    desk = await openFleetDesk(folder, `desk-${number}`, fleet.collector([`nats://127.0.0.1:${shuffling.port}`]));
    for (let round = 0; round < 4; round += 1) {
      await desk.record(60);
      await later(100);
    }
    await desk.record(104);
    await expectAllKept();
    await shuffling.close();
  }, 60_000);
});
