/** A TURN server (RFC 8656) of a test's own on loopback: Debian's coturn with one long-term credential. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { IceServer } from '../../../shared/domain/call/call-talk.ts';
import { freePort } from '../../fakes/free-port.ts';

/** Null where it is installed; otherwise why its test is skipped. */
export const missingTurn = (): string | null => (spawnSync('turnserver', ['--version']).error === undefined ? null : 'coturn is not installed');

export interface TurnServer {
  iceServer(credential?: string): IceServer;
  stop(): Promise<void>;
}

const CREDENTIAL = 'relay-secret';

export async function startTurn(): Promise<TurnServer> {
  const directory = await mkdtemp(join(tmpdir(), 'tekser-turn-'));
  const port = await freePort();
  const child = spawn(
    'turnserver',
    // Loopback is no peer for a relay anywhere else.
    ['-n', '--listening-ip=127.0.0.1', '--relay-ip=127.0.0.1', `--listening-port=${port}`, '--allow-loopback-peers', '--lt-cred-mech', '--realm=test', `--user=desk:${CREDENTIAL}`, '--no-tls', '--no-dtls', '--no-cli', `--db=${join(directory, 'turn.sqlite')}`, `--pidfile=${join(directory, 'turn.pid')}`, '--log-file=stdout'],
    { stdio: 'ignore', cwd: directory },
  );
  await listening(port, child);
  return {
    iceServer: (credential = CREDENTIAL) => ({ urls: [`turn:127.0.0.1:${port}?transport=udp`], username: 'desk', credential }),
    async stop() {
      child.kill();
      if (child.exitCode === null) await once(child, 'exit');
      await rm(directory, { recursive: true, force: true });
    },
  };
}

async function listening(port: number, child: ChildProcess): Promise<void> {
  for (;;) {
    if (child.exitCode !== null) throw new Error(`turnserver ended with ${child.exitCode}`);
    const socket = connect(port, '127.0.0.1');
    const open = await once(socket, 'connect').then(
      () => true,
      () => false,
    );
    socket.destroy();
    if (open) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
