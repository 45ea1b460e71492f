/** A fleet of simulated workstations through a real cluster of three, one of whose servers dies in the middle. */
import { setTimeout as after } from 'node:timers/promises';
import { FLEET_SERVERS, provideTestPrograms } from '../../../electron/launch/testing/test-programs.ts';
import { missingFleet } from '../../integration/fleet/fleet.ts';
import { startNats } from '../../integration/fleet/nats-servers.ts';
import { startPostgres } from '../../integration/fleet/postgres-server.ts';
import { type Spread, spreadOf } from '../statistics.ts';
import { startCollectorProcess } from './collector-process.ts';
import { runSimulatedDesk } from './simulated-desk.ts';

export interface FleetFigures {
  desks: number;
  entries: number;
  seconds: number;
  receiptsPerSecond: number;
  /** Milliseconds from a batch to its receipt from the stream. */
  receipt: Spread;
  /** The longest time without a receipt for anybody, around the death of the server. */
  standstillMs: number;
  /** From a checkpoint to its signature by the collector, everything before it taken into PostgreSQL. */
  cosigned: Spread;
  attemptsFailed: number;
  lost: number;
  doubled: number;
  outOfOrder: number;
  collectorMicrosPerEntry: number;
  postgresBytesPerEntry: number;
}

interface FleetLoad {
  desks: number;
  entriesPerDesk: number;
  batch: number;
  /** Between two batches of one desk; 0 for as fast as it goes. */
  paceMs: number;
}

const SERVERS = 3;
/** As fast as it goes; and as a day goes: a check of four entries every ten seconds at each of 200 counters. */
const LOADS: readonly (FleetLoad & { name: string })[] = [
  { name: 'backlog of 250 entries each', desks: 200, entriesPerDesk: 250, batch: 50, paceMs: 0 },
  { name: 'a check every 10 s at each', desks: 200, entriesPerDesk: 20, batch: 4, paceMs: 10_000 },
];

export async function measureFleet(say: (line: string) => void): Promise<Record<string, FleetFigures> | { skipped: string }> {
  const provided = await provideTestPrograms(FLEET_SERVERS);
  const missing = provided.ok ? missingFleet() : provided.failure;
  if (missing !== null) {
    say(`\nFleet: skipped, ${missing}`);
    return { skipped: missing };
  }
  const figures: Record<string, FleetFigures> = {};
  for (const { name, ...load } of LOADS) {
    const measured = await measureLoad(load);
    figures[name] = measured;
    say(`\n${load.desks} workstations, ${name}; one of ${SERVERS} servers killed on the way`);
    for (const [figure, value] of Object.entries(measured)) say(`  ${figure.padEnd(28)}${typeof value === 'number' ? value : `${value.median} median, ${value.p95} p95`}`);
  }
  return figures;
}

async function measureLoad({ desks, entriesPerDesk, batch, paceMs }: FleetLoad): Promise<FleetFigures> {
  const [nats, postgres] = await Promise.all([startNats(SERVERS), startPostgres()]);
  const urls = nats.servers.map(({ url }) => url);
  const collector = await startCollectorProcess(urls, postgres.url, SERVERS);
  const connection = { kind: 'nats', servers: urls, timeoutMs: 5_000, witnessKey: collector.witnessKey } as const;
  const cpuBefore = collector.cpuSeconds();
  const began = performance.now();
  // A shift begins within a minute, not within a millisecond.
  const spread = paceMs === 0 ? 0 : paceMs / desks;
  const running = Promise.all(Array.from({ length: desks }, async (_, number) => (await after(number * spread), runSimulatedDesk(number, connection, entriesPerDesk, batch, paceMs))));
  const killing = halfWay(postgres, (desks * entriesPerDesk) / 2).then(() => nats.servers[0]!.kill());
  const done = await running;
  await killing;
  const seconds = (performance.now() - began) / 1_000;
  const cpu = collector.cpuSeconds() - cpuBefore;
  const entries = desks * entriesPerDesk;
  const kept = keptOf(postgres, entries, new Map(done.map(({ log, head }) => [log, head])));
  const [[bytes = '0'] = []] = postgres.ask(`SELECT pg_total_relation_size('tekser.entries') + pg_total_relation_size('tekser.edges')`);
  await collector.stop();
  await Promise.all([nats.stop(), postgres.stop()]);
  const receipts = done.flatMap((desk) => desk.receipts).toSorted((a, b) => a - b);
  return {
    desks,
    entries,
    seconds: Math.round(seconds * 10) / 10,
    receiptsPerSecond: Math.round(entries / ((receipts.at(-1)! - began) / 1_000)),
    receipt: spreadOf(done.flatMap((desk) => desk.batches)),
    standstillMs: Math.round(Math.max(...receipts.map((at, index) => at - (receipts[index - 1] ?? began)))),
    cosigned: spreadOf(done.map(({ cosignMs }) => cosignMs)),
    attemptsFailed: done.reduce((sum, desk) => sum + desk.attemptsFailed, 0),
    ...kept,
    collectorMicrosPerEntry: Math.round((cpu * 1_000_000) / entries),
    postgresBytesPerEntry: Math.round(Number(bytes) / entries),
  };
}

async function halfWay(postgres: { ask(sql: string): string[][] }, count: number): Promise<void> {
  for (;;) {
    const [[kept = '0'] = []] = postgres.ask('SELECT coalesce(sum(size), 0) FROM tekser.logs');
    if (Number(kept) >= count) return;
    await after(250);
  }
}

/** In PostgreSQL's own words: a place that is missing, taken twice, or linked to another than the one before it. */
function keptOf(postgres: { ask(sql: string): string[][] }, entries: number, heads: ReadonlyMap<string, string>) {
  const number = (sql: string): number => Number(postgres.ask(sql)[0]?.[0] ?? Number.NaN);
  const all = number('SELECT count(*) FROM tekser.entries');
  const different = number('SELECT count(DISTINCT hash) FROM tekser.entries');
  const broken = number(`
    SELECT count(*) FROM tekser.entries e JOIN tekser.entries p ON p.log = e.log AND p.sequence = e.sequence - 1
    WHERE split_part(e.text, E'\\n', 2) <> p.hash`);
  const wrongHeads = postgres.ask('SELECT name, head_hash FROM tekser.logs').filter(([log = '', head]) => heads.get(log) !== head).length;
  return { lost: entries - different, doubled: all - different, outOfOrder: broken + wrongHeads };
}
