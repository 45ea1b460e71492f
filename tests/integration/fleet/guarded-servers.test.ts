/** The settings an administrator is given (docs/fleet.md): TLS, an NKey for each workstation, a role for the collector, and nobody writes in another's name. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openCollector, type FleetCollector } from '../../../electron/shell-terminal/collector/open-collector.ts';
import { systemClock } from '../../../electron/adapters/system-clock.ts';
import { FLEET_ROLES, FLEET_SCHEMA } from '../../../electron/adapters/postgres/fleet-schema.ts';
import { newNatsUser } from '../../../electron/gateways/jetstream/index.ts';
import { deskUserOf } from './desk-user.ts';
import { missingFleet } from './fleet.ts';
import { newDeskFolder, openFleetDesk, removeDeskFolder } from './fleet-desk.ts';
import { type NatsServers, startNats } from './nats-servers.ts';
import { type PostgresServer, startPostgres } from './postgres-server.ts';

const missing = missingFleet();
/** As in docs/fleet.md, with the names of this test. */
const accounts = (collectorKey: string, deskKey: string) => `accounts { TEKSER { jetstream: enabled, users: [ { nkey: ${collectorKey} }, ${deskUserOf(deskKey)} ] } }\n`;

describe.skipIf(missing !== null)(`guarded servers${missing === null ? '' : ` (skipped: ${missing})`}`, () => {
  const folder = mkdtempSync(join(tmpdir(), 'tekser-guarded-'));
  const folders: string[] = [];
  let nats: NatsServers;
  let postgres: PostgresServer;
  let collector: FleetCollector;
  let running: Promise<void>;
  let deskSeed = '';
  const authority = () => readFileSync(join(folder, 'cert.pem'), 'utf8');
  const servers = () => nats.servers.map(({ port }) => `tls://localhost:${port}`);

  beforeAll(async () => {
    const made = spawnSync('openssl', ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-days', '2', '-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost', '-keyout', join(folder, 'key.pem'), '-out', join(folder, 'cert.pem')]);
    if (made.status !== 0) throw new Error('openssl makes no certificate');
    const [collectorUser, deskUser] = [await newNatsUser(), await newNatsUser()];
    deskSeed = deskUser.seed;
    const tls = `tls { cert_file: "${join(folder, 'cert.pem')}", key_file: "${join(folder, 'key.pem')}" }`;
    nats = await startNats(1, { more: `${tls}\n${accounts(collectorUser.publicKey, deskUser.publicKey)}` });
    postgres = await startPostgres();
    postgres.ask(`${FLEET_SCHEMA}${FLEET_ROLES} CREATE ROLE collector LOGIN PASSWORD 'secret' IN ROLE tekser_collector`);
    const logger = { note: () => {}, fault: () => 'REF' };
    collector = await openCollector(
      { servers: servers(), credentials: collectorUser.seed, authority: authority(), database: postgres.url.replace('postgres@', 'collector:secret@'), keyFile: join(folder, 'collector.key'), name: 'fleet/collector', replicas: 1, maxBytes: 100_000_000 },
      logger,
      systemClock,
    );
    running = collector.run();
  });
  afterAll(async () => {
    await collector?.stop();
    await running;
    await Promise.all([nats?.stop(), postgres?.stop()]);
    rmSync(folder, { recursive: true, force: true });
    folders.forEach(removeDeskFolder);
  });

  const open = (workstation: string, change: { credentials?: string; authority?: string } = {}) => {
    folders.push(newDeskFolder());
    const address = { kind: 'nats' as const, servers: servers(), timeoutMs: 2_000, witnessKey: collector.witnessKey, credentials: deskSeed, authority: authority() };
    return openFleetDesk(folders.at(-1)!, workstation, { ...address, ...change });
  };

  it('let a workstation deliver in its own name', async () => {
    const desk = await open('desk-1');
    await desk.record(64);
    await desk.settled();
    await desk.close();
    expect(postgres.ask('SELECT size, cosigned > 0 FROM tekser.logs')).toEqual([['64', 't']]);
  });

  it.each([
    ['in the name of another', async () => open('desk-2')],
    ['with a key nobody knows', async () => open('desk-1', { credentials: (await newNatsUser()).seed })],
    ['where it does not know the authority of the servers', async () => open('desk-1', { authority: '' })],
  ])('take nothing %s, and the desk keeps it', async (_what, opening) => {
    const desk = await opening();
    await desk.record(3);
    await desk.delivery.deliverNow();
    expect(await desk.delivery.copying!.state()).toMatchObject({ waiting: 3, through: 0, collectorAwaySince: expect.any(String) });
    await desk.close();
    expect(postgres.ask('SELECT size FROM tekser.logs')).toEqual([['64']]);
  });

  it.each(['UPDATE tekser.entries SET kind = kind', 'DELETE FROM tekser.entries', 'DELETE FROM tekser.cosigned', 'CREATE TABLE tekser.mine ()'])('let the collector not %s', (sql) => {
    expect(() => postgres.ask(`SET ROLE collector; ${sql}`)).toThrow(/permission denied/);
  });
});
