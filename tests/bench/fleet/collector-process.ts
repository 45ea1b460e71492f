/** `tekser collector` as a process of its own, as an administrator runs it. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

export interface CollectorProcess {
  witnessKey: string;
  /** Seconds of processor time so far; NaN where the system does not say. */
  cpuSeconds(): number;
  stop(): Promise<void>;
}

const MAIN = join(import.meta.dirname, '../../../electron/shell-terminal/main.ts');
/** Linux counts in hundredths of a second (`getconf CLK_TCK`). */
const TICKS = 100;

export async function startCollectorProcess(servers: readonly string[], database: string, replicas: number): Promise<CollectorProcess> {
  const folder = mkdtempSync(join(tmpdir(), 'tekser-collector-'));
  const args = ['collector', '--json', '--nats', servers.join(','), '--postgres', database, '--key', join(folder, 'collector.key'), '--replicas', String(replicas)];
  for (let attempt = 0; ; attempt += 1) {
    const child = spawn(process.execPath, [MAIN, ...args], { stdio: ['ignore', 'pipe', 'ignore'] });
    const witnessKey = await firstAnswer(child);
    if (witnessKey !== null) return processOf(child, witnessKey, folder);
    // A cluster that has just started has no leader yet.
    if (attempt === 20) throw new Error('the collector does not start');
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
}

async function firstAnswer(child: ChildProcess): Promise<string | null> {
  for await (const line of createInterface({ input: child.stdout! })) return (JSON.parse(line) as { witnessKey?: string }).witnessKey ?? null;
  return null;
}

const processOf = (child: ChildProcess, witnessKey: string, folder: string): CollectorProcess => ({
  witnessKey,
  cpuSeconds() {
    try {
      const fields = readFileSync(`/proc/${child.pid}/stat`, 'utf8').split(') ')[1]!.split(' ');
      // utime and stime, proc(5).
      return (Number(fields[11]) + Number(fields[12])) / TICKS;
    } catch {
      return Number.NaN;
    }
  },
  async stop() {
    const { promise, resolve } = Promise.withResolvers<void>();
    child.once('exit', () => resolve());
    child.kill('SIGTERM');
    await promise;
    rmSync(folder, { recursive: true, force: true });
  },
});
