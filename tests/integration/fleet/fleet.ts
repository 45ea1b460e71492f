/** A whole fleet on this machine: NATS JetStream, PostgreSQL, and the collector between them. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'vitest';
import { systemClock } from '../../../electron/adapters/system-clock.ts';
import { type FleetCollector, openCollector } from '../../../electron/shell-terminal/collector/open-collector.ts';
import type { Connection } from '../../../shared/domain/desk/connection.ts';
import { allEntries } from '../../fakes/all-entries.ts';
import type { FleetDesk } from './fleet-desk.ts';
import { missingNats, type NatsLimits, type NatsServers, startNats } from './nats-servers.ts';
import { missingPostgres, type PostgresServer, startPostgres } from './postgres-server.ts';

export interface Fleet {
  nats: NatsServers;
  postgres: PostgresServer;
  witnessKey: string;
  /** For workstations; by another way than straight to the servers where one is named. */
  collector(servers?: readonly string[]): NonNullable<Connection['collector']>;
  /** Beside those that run already. @returns what ends this one */
  startCollector(): Promise<() => Promise<void>>;
  /** However many there are. */
  stopCollector(): Promise<void>;
  /** What the collector keeps of a log, in order. */
  kept(log: string): { sequence: number; hash: string }[];
  /** Waits until everything the desk wrote is kept once, in its order, and signed for. @throws where it is not */
  expectAllOf(desk: FleetDesk): Promise<void>;
  faults: string[];
  stop(): Promise<void>;
}

const later = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

export const missingFleet = (): string | null => missingNats() ?? missingPostgres();

export interface FleetShape {
  servers?: number;
  nats?: NatsLimits;
  /** Of the stream of entries. */
  maxBytes?: number;
  /** A folder for everything PostgreSQL keeps. */
  database?: string;
}

export async function startFleet({ servers = 1, nats: limits = {}, maxBytes = 1_000_000_000, database }: FleetShape = {}): Promise<Fleet> {
  const [nats, postgres] = await Promise.all([startNats(servers, limits), startPostgres(database)]);
  const folder = mkdtempSync(join(tmpdir(), 'tekser-collector-'));
  const faults: string[] = [];
  const logger = { note: () => {}, fault: (where: string, error: unknown) => (faults.push(`${where}: ${String(error)}`), where) };
  const urls = nats.servers.map(({ url }) => url);
  const ends = new Set<() => Promise<void>>();
  const fleet: Fleet = {
    nats,
    postgres,
    witnessKey: '',
    collector: (through = urls) => ({ kind: 'nats', servers: [...through], timeoutMs: 1_000, witnessKey: fleet.witnessKey }),
    async startCollector() {
      const collector = await openWhenReady({ servers: urls, database: postgres.url, keyFile: join(folder, 'collector.key'), name: 'fleet/collector', replicas: servers, maxBytes }, logger);
      fleet.witnessKey = collector.witnessKey;
      const running = collector.run();
      const end = async (): Promise<void> => {
        ends.delete(end);
        await collector.stop();
        await running;
      };
      ends.add(end);
      return end;
    },
    async stopCollector() {
      await Promise.all([...ends].map((end) => end()));
    },
    kept: (log) =>
      postgres.ask(`SELECT sequence, hash FROM tekser.entries WHERE log = '${log}' ORDER BY sequence`).map(([sequence, hash = '']) => ({ sequence: Number(sequence), hash })),
    async expectAllOf(desk) {
      await desk.settled();
      const written = (await allEntries(desk.store)).map(({ sequence, hash }) => ({ sequence, hash }));
      // A checkpoint that is signed may be one of before the last entries.
      for (const end = Date.now() + 30_000; fleet.kept(desk.name).length < written.length && Date.now() < end; ) await later(100);
      expect(fleet.kept(desk.name)).toEqual(written);
      expect(postgres.ask(`SELECT count(*) FROM tekser.contradictions WHERE log = '${desk.name}'`)).toEqual([['0']]);
    },
    faults,
    async stop() {
      await fleet.stopCollector();
      await Promise.all([nats.stop(), postgres.stop()]);
      rmSync(folder, { recursive: true, force: true });
    },
  };
  await fleet.startCollector();
  return fleet;
}

/** A cluster that has just started has no leader yet. */
async function openWhenReady(...[places, logger]: [Parameters<typeof openCollector>[0], Parameters<typeof openCollector>[1]]): Promise<FleetCollector> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await openCollector(places, logger, systemClock);
    } catch (error) {
      if (attempt === 240) throw error;
      await later(250);
    }
  }
}
