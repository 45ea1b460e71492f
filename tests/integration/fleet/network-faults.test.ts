/** Bad networks between a desk, NATS and PostgreSQL: nothing lost, nothing doubled, order kept, whatever happens on the way. */
import { afterAll, beforeAll, describe, expect, it, type TestContext } from 'vitest';
import { type FaultProxy, startFaultProxy } from './fault-proxy.ts';
import { type Fleet, missingFleet, startFleet } from './fleet.ts';
import { type FleetDesk, newDeskFolder, openFleetDesk, removeDeskFolder } from './fleet-desk.ts';
import { shuffledNats } from './nats-frames.ts';

const missing = missingFleet();
const later = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** A desk and its line to the servers, which may be made worse without another desk noticing. */
interface Line {
  desk: FleetDesk;
  proxy: FaultProxy;
  /** With everything the desk has, by another way. */
  openAgain(port: number): Promise<FleetDesk>;
}

describe.skipIf(missing !== null)(`faults${missing === null ? '' : ` (skipped: ${missing})`}`, () => {
  let fleet: Fleet;
  let number = 0;

  beforeAll(async () => {
    fleet = await startFleet();
  });
  afterAll(() => fleet?.stop());

  async function openLine({ onTestFinished }: Pick<TestContext, 'onTestFinished'>): Promise<Line> {
    const name = `desk-${(number += 1)}`;
    const folder = newDeskFolder();
    const proxy = await startFaultProxy(fleet.nats.servers[0]!.port);
    const open = (port: number) => openFleetDesk(folder, name, fleet.collector([`nats://127.0.0.1:${port}`]));
    let desk = await open(proxy.port);
    onTestFinished(async () => {
      await desk.close();
      await proxy.close();
      removeDeskFolder(folder);
    });
    await desk.record(40);
    return {
      desk,
      proxy,
      async openAgain(port) {
        await desk.close();
        desk = await open(port);
        return desk;
      },
    };
  }

  // Each has a line of its own and mostly waits for it: at once they take as long as the longest.
  describe.concurrent('of the network', () => {
    it('that drops connections in the middle of batches', async (test) => {
      const { desk, proxy } = await openLine(test);
      for (let round = 0; round < 5; round += 1) {
        await desk.record(60);
        await later(40);
        proxy.cut();
      }
      await desk.record(24);
      await fleet.expectAllOf(desk);
    });

    it('that is away for a while, and delivers by itself afterwards', async (test) => {
      const { desk, proxy } = await openLine(test);
      const awaySince = async () => (await desk.delivery.copying!.state()).collectorAwaySince;
      proxy.fault({ kind: 'drop' });
      await desk.record(88);
      await expectSoon(async () => (await awaySince()) !== null);
      proxy.fault({ kind: 'none' });
      await fleet.expectAllOf(desk);
      expect(await awaySince()).toBeNull();
    });

    it('that is slow', async (test) => {
      const { desk, proxy } = await openLine(test);
      proxy.fault({ kind: 'delay', ms: 120 });
      await desk.record(88);
      await fleet.expectAllOf(desk);
    });

    it('that loses the answers, so that everything is sent again', async (test) => {
      const { desk, proxy } = await openLine(test);
      await later(400);
      proxy.fault({ kind: 'answers-lost' });
      await desk.record(88);
      await later(1_000);
      proxy.fault({ kind: 'none' });
      proxy.cut();
      await fleet.expectAllOf(desk);
    });

    it('that is half open: nothing goes through and nothing is said', async (test) => {
      const { desk, proxy } = await openLine(test);
      await later(400);
      proxy.fault({ kind: 'half-open' });
      await desk.record(88);
      await later(2_500);
      proxy.fault({ kind: 'none' });
      await fleet.expectAllOf(desk);
    });

    it('that repeats and reorders messages on the wire', async (test) => {
      const shuffling = await startFaultProxy(fleet.nats.servers[0]!.port, shuffledNats);
      test.onTestFinished(() => shuffling.close());
      const desk = await (await openLine(test)).openAgain(shuffling.port);
      for (let round = 0; round < 4; round += 1) {
        await desk.record(60);
        await later(100);
      }
      await desk.record(104);
      await fleet.expectAllOf(desk);
    });
  });

  describe('of the servers', () => {
    it('which restart', async (test) => {
      const { desk } = await openLine(test);
      await desk.record(88);
      await fleet.nats.servers[0]!.kill();
      await later(500);
      await fleet.nats.servers[0]!.start();
      await fleet.expectAllOf(desk);
    });

    it('whose collector is killed and comes back', async (test) => {
      const { desk } = await openLine(test);
      await fleet.stopCollector();
      await desk.record(88);
      await later(1_000);
      expect((await desk.store.cosigned())?.size ?? 0).toBeLessThan(128);
      await fleet.startCollector();
      await fleet.expectAllOf(desk);
    });

    it('which lose what they had taken and not yet handed on', async (test) => {
      const { desk } = await openLine(test);
      await desk.record(24);
      await fleet.expectAllOf(desk);
      await fleet.stopCollector();
      await desk.record(30);
      await expectSoon(async () => (await desk.store.copied(desk.name)).waiting === 0);
      await fleet.nats.servers[0]!.kill();
      fleet.nats.servers[0]!.loseDisk();
      await fleet.nats.servers[0]!.start();
      await fleet.startCollector();
      await desk.record(34);
      await fleet.expectAllOf(desk);
    });

    it('whose database dies and recovers', async (test) => {
      const { desk } = await openLine(test);
      await fleet.postgres.kill();
      await desk.record(88);
      await later(1_500);
      await fleet.postgres.start();
      await fleet.expectAllOf(desk);
    });

    it('whose database is exchanged for an empty one while others wait', async (test) => {
      const { desk } = await openLine(test);
      await desk.record(88);
      await fleet.expectAllOf(desk);
      await fleet.stopCollector();
      await desk.record(300);
      await expectSoon(async () => (await desk.store.copied(desk.name)).waiting === 0);
      fleet.postgres.ask('DROP SCHEMA tekser CASCADE');
      await fleet.startCollector();
      await desk.record(84);
      await fleet.expectAllOf(desk);
    });
  });
});

/** Polls without `expect.poll`, which knows no tests at once. @throws where it does not come true */
async function expectSoon(isSo: () => Promise<boolean>): Promise<void> {
  for (const end = Date.now() + 30_000; !(await isSo()); await later(20)) if (Date.now() > end) throw new Error('it did not come true');
}
