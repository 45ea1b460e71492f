/** Real NATS servers for a test or a bench: with JetStream alone or as a cluster, or a leaf node; what they keep goes with them. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePorts } from '../../fakes/free-port.ts';

export interface NatsServer {
  url: string;
  port: number;
  /** At once, as a power cut would. */
  kill(): Promise<void>;
  /** Again on what it kept. */
  start(): Promise<void>;
  /** What it kept is gone for good; it must not run. */
  loseDisk(): void;
}

export interface NatsServers {
  servers: NatsServer[];
  /** Where they keep what they keep. */
  folder: string;
  stop(): Promise<void>;
}

export interface NatsLimits {
  /** Bytes on the disk for all streams of one server. */
  maxFile?: number;
  /** Further lines of the configuration. */
  more?: string;
  /** A folder for everything they keep. */
  within?: string;
  /** Of a cluster: where its first server keeps its streams instead. */
  firstWithin?: string;
  /** Whether they keep anything; a leaf node does not. */
  jetStream?: boolean;
}

/** Null where it is installed; otherwise why the tests that need it are skipped. */
export const missingNats = (): string | null => (spawnSync('nats-server', ['--version']).status === 0 ? null : 'nats-server is not installed');

export async function startNats(count: number, limits: NatsLimits = {}): Promise<NatsServers> {
  const directory = mkdtempSync(join(limits.within ?? tmpdir(), 'tekser-nats-'));
  const ports = await freePorts(2 * count);
  const routes = ports.slice(count).map((port) => `nats-route://127.0.0.1:${port}`);
  const servers = Array.from({ length: count }, (_, index) => serverOf(directory, index, ports[index]!, ports[count + index]!, count > 1 ? routes : [], limits));
  await Promise.all(servers.map((server) => server.start()));
  return {
    servers,
    folder: directory,
    async stop() {
      await Promise.all(servers.map((server) => server.kill()));
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

function serverOf(directory: string, index: number, port: number, clusterPort: number, routes: readonly string[], { maxFile, more = '', firstWithin, jetStream = true }: NatsLimits): NatsServer {
  const file = join(directory, `server-${index}.conf`);
  const cluster = routes.length === 0 ? '' : `cluster { name: tekser, listen: "127.0.0.1:${clusterPort}", routes: [${routes.join(', ')}] }\n`;
  const store = join(index === 0 ? (firstWithin ?? directory) : directory, `store-${index}`);
  const limit = maxFile === undefined ? '' : `, max_file_store: ${maxFile}`;
  const keeping = jetStream ? `jetstream { store_dir: "${store}"${limit} }\n` : '';
  writeFileSync(file, `listen: "127.0.0.1:${port}"\nserver_name: ${jetStream ? `n${index}` : 'leaf'}\n${keeping}${cluster}${more}`);
  let child: ChildProcess | null = null;
  return {
    url: `nats://127.0.0.1:${port}`,
    port,
    async start() {
      child = spawn('nats-server', ['-c', file], { stdio: 'ignore' });
      await answering(port);
    },
    loseDisk: () => rmSync(store, { recursive: true, force: true }),
    async kill() {
      const mine = child;
      child = null;
      if (mine === null || mine.exitCode !== null) return;
      const { promise, resolve } = Promise.withResolvers<void>();
      mine.once('exit', () => resolve());
      mine.kill('SIGKILL');
      await promise;
    },
  };
}

async function answering(port: number): Promise<void> {
  for (let attempt = 0; attempt < 1_200; attempt += 1) {
    const answered = await new Promise<boolean>((resolve) => {
      const socket = connect(port, '127.0.0.1', () => resolve(true));
      socket.once('error', () => resolve(false));
      socket.once('connect', () => socket.destroy());
    });
    if (answered) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('nats-server does not answer');
}
