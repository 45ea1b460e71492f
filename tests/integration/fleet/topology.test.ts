/** The shape docs/fleet.md recommends: a leaf node in front, three servers behind it; each of its lines cut, most of the servers gone. */
import { afterEach, describe, expect, it } from 'vitest';
import { newNatsUser } from '../../../electron/gateways/jetstream/index.ts';
import type { Connection } from '../../../shared/domain/connection.ts';
import { deskUserOf } from './desk-user.ts';
import { type FaultProxy, startFaultProxy } from './fault-proxy.ts';
import { type Fleet, missingFleet, startFleet } from './fleet.ts';
import { type FleetDesk, newDeskFolder, openFleetDesk, removeDeskFolder } from './fleet-desk.ts';
import { freePort, type NatsServers, startNats } from './nats-servers.ts';

const missing = missingFleet();
const later = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** As in docs/fleet.md, without TLS; who names nobody is the collector of the test. */
const hub = (leafPort: number) => `
accounts { TEKSER { jetstream: enabled, users: [ { user: collector, password: c } ] } }
no_auth_user: collector
leafnodes { listen: "127.0.0.1:${leafPort}", authorization { user: centre-1, password: secret, account: TEKSER } }`;
const centre = (port: number, deskKey: string) => `
accounts { TEKSER { users: [ ${deskUserOf(deskKey)} ] } }
leafnodes { reconnect: 1, remotes: [ { url: "nats-leaf://centre-1:secret@127.0.0.1:${port}", account: TEKSER } ] }`;

describe.skipIf(missing !== null)(`topology of a fleet${missing === null ? '' : ` (skipped: ${missing})`}`, () => {
  let fleet: Fleet;
  let desk: FleetDesk;
  let folder: string;
  let line: FaultProxy | undefined;
  let leaf: NatsServers | undefined;
  const openDesk = async (special: { servers?: string[]; credentials?: string } = {}): Promise<void> => {
    folder = newDeskFolder();
    desk = await openFleetDesk(folder, 'desk-1', { ...fleet.collector(), ...special } as Connection['collector']);
  };
  const untilAway = async (): Promise<void> => {
    while ((await desk.delivery.copying!.state()).collectorAwaySince === null) await later(20);
  };
  afterEach(async () => {
    await desk?.close();
    await Promise.all([leaf?.stop(), line?.close()]);
    await fleet?.stop();
    removeDeskFolder(folder);
  });

  it('a leaf node that loses its line, and one that dies, cost nothing but time', async () => {
    const leafPort = await freePort();
    const { seed, publicKey } = await newNatsUser();
    fleet = await startFleet({ nats: { more: hub(leafPort) } });
    line = await startFaultProxy(leafPort);
    leaf = await startNats(1, { jetStream: false, more: centre(line.port, publicKey) });
    await openDesk({ servers: [leaf.servers[0]!.url], credentials: seed });
    await desk.record(128);
    await fleet.expectAllOf(desk);

    line.fault({ kind: 'drop' });
    await desk.record(100);
    await untilAway();
    line.fault({ kind: 'none' });
    await desk.record(28);
    await fleet.expectAllOf(desk);

    await leaf.servers[0]!.kill();
    await desk.record(100);
    await untilAway();
    await leaf.servers[0]!.start();
    await desk.record(28);
    await fleet.expectAllOf(desk);
  }, 90_000);

  it('with two of three servers down nothing is taken; with the second back everything is', async () => {
    fleet = await startFleet({ servers: 3 });
    await openDesk();
    await desk.record(128);
    await fleet.expectAllOf(desk);
    const [first, second] = fleet.nats.servers;
    await Promise.all([first!.kill(), second!.kill()]);
    await desk.record(100);
    await untilAway();
    expect(fleet.kept(desk.name)).toHaveLength(128);
    await second!.start();
    await desk.record(28);
    await fleet.expectAllOf(desk);
  }, 90_000);
});
