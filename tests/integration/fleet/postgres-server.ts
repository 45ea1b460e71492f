/** A PostgreSQL of its own for a test or a bench, in a folder that goes with it. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { chownSync, existsSync, globSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../../fakes/free-port.ts';

export interface PostgresServer {
  url: string;
  /** Where it keeps its data. */
  folder: string;
  /** At once, as a power cut would. */
  kill(): Promise<void>;
  start(): Promise<void>;
  /** False too where it gave up by itself. */
  isRunning(): boolean;
  /** As its administrator. @returns rows of the answer, columns split at `|` */
  ask(sql: string): string[][];
  stop(): Promise<void>;
}

const programs = globSync('/usr/lib/postgresql/*/bin').toSorted().at(-1) ?? '';
/** It refuses to run as root: the user Debian made for it does. */
const asRoot = process.getuid?.() === 0;
const user = asRoot ? idOf('postgres') : null;

function idOf(name: string): { uid: number; gid: number } | null {
  const [uid, gid] = ['-u', '-g'].map((flag) => Number(spawnSync('id', [flag, name], { encoding: 'utf8' }).stdout.trim() || Number.NaN));
  return Number.isInteger(uid) && Number.isInteger(gid) ? { uid: uid!, gid: gid! } : null;
}

/** Null where it is installed; otherwise why the tests that need it are skipped. */
export function missingPostgres(): string | null {
  if (programs === '' || !existsSync(join(programs, 'initdb'))) return 'postgresql is not installed';
  return asRoot && user === null ? 'postgresql does not run as root, and there is no user postgres' : null;
}

/** @param within a folder for everything it keeps */
export async function startPostgres(within = tmpdir()): Promise<PostgresServer> {
  const directory = mkdtempSync(join(within, 'tekser-postgres-'));
  if (user !== null) chownSync(directory, user.uid, user.gid);
  const data = join(directory, 'data');
  const as = user ?? {};
  const made = spawnSync(join(programs, 'initdb'), ['-D', data, '-U', 'postgres', '-A', 'trust', '--locale=C.UTF-8', '--no-sync', '--wal-segsize=1'], { ...as, cwd: directory, encoding: 'utf8' });
  if (made.status !== 0) throw new Error(`initdb: ${made.stderr}`);
  const port = await freePort();
  const url = `postgres://postgres@127.0.0.1:${port}/postgres`;
  let child: ChildProcess | null = null;
  const ask = (sql: string): string[][] => {
    const asked = spawnSync(join(programs, 'psql'), [url, '-X', '-A', '-t', '-q', '-c', sql], { encoding: 'utf8' });
    if (asked.status !== 0) throw new Error(asked.stderr);
    return asked.stdout.trim().split('\n').filter(Boolean).map((line) => line.split('|'));
  };
  const server: PostgresServer = {
    url,
    folder: data,
    ask,
    isRunning: () => child !== null && child.exitCode === null,
    async start() {
      child = spawn(join(programs, 'postgres'), ['-D', data, '-p', String(port), '-h', '127.0.0.1', '-k', directory], { ...as, cwd: directory, stdio: 'ignore' });
      for (let attempt = 0; ; attempt += 1) {
        if (spawnSync(join(programs, 'pg_isready'), ['-h', '127.0.0.1', '-p', String(port)]).status === 0) return;
        if (attempt === 1_200) throw new Error('postgres does not answer');
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    },
    async kill() {
      const mine = child;
      child = null;
      if (mine === null || mine.exitCode !== null) return;
      const { promise, resolve } = Promise.withResolvers<void>();
      mine.once('exit', () => resolve());
      // SIGQUIT is its “immediate shutdown”: it recovers from its log at the next start, as after a power cut.
      mine.kill('SIGQUIT');
      await promise;
    },
    async stop() {
      await server.kill();
      rmSync(directory, { recursive: true, force: true });
    },
  };
  await server.start();
  return server;
}
