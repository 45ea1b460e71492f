/** Two sessions of one host on one port: each person’s portals reach that person’s workstation, and nobody else’s. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import WebSocket from 'ws';
import { openKeyFileSecretBox } from '../../../electron/adapters/sealed/key-file-secret-box.ts';
import { type LoopbackAuthority, openLoopbackAuthority } from '../../../electron/adapters/ncalayer/loopback-authority.ts';
import { type PortalServer, servePortals } from '../../../electron/adapters/ncalayer/serve-portals.ts';
import { createSessionRegistry, type SessionRegistry } from '../../../electron/adapters/ncalayer/session-registry.ts';
import { systemClock } from '../../../electron/adapters/system-clock.ts';

let folder: string;
const running: PortalServer[] = [];
/** Whose browser connects next. */
let peer = 1;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tekser-sessions-'));
});
afterEach(async () => {
  for (const server of running.splice(0)) await server.close();
  rmSync(folder, { recursive: true });
});

/** What sessions say of themselves, without the users of this machine. */
function inMemoryRegistry(): (uid: number) => SessionRegistry {
  const ports = new Map<number, number>();
  return (uid) => ({
    announce: async (port) => void ports.set(uid, port),
    withdraw: async () => void ports.delete(uid),
    portOf: async (owner) => ports.get(owner) ?? null,
  });
}

async function session(uid: number, port: number, registryOf: (uid: number) => SessionRegistry): Promise<{ server: PortalServer; authority: LoopbackAuthority; states: string[] }> {
  const own = join(folder, `user-${uid}`);
  mkdirSync(own);
  const authority = await openLoopbackAuthority(own, await openKeyFileSecretBox(join(own, 'secret.key')), new Date());
  const states: string[] = [];
  const server = await servePortals({
    port,
    authority,
    clock: systemClock,
    open(_caller, { send }) {
      send(`session ${uid}`);
      return { receive: () => undefined, end: () => undefined, waitingLength: () => 0 };
    },
    report: ({ state }) => void states.push(state),
    onFault: (error) => {
      throw error;
    },
    routing: { ownUid: uid, uidOfPeer: async () => peer, registry: registryOf(uid) },
  });
  running.push(server);
  return { server, authority, states };
}

const greeting = (port: number, { certificate }: LoopbackAuthority): Promise<string> =>
  new Promise((resolve, reject) => {
    const socket = new WebSocket(`wss://127.0.0.1:${port}/`, { ca: certificate });
    socket.once('message', (data: Buffer) => {
      resolve(data.toString());
      socket.close();
    });
    socket.once('error', reject);
  });

describe('two sessions on one port', () => {
  it('each get the portals of their own user, under their own certificate', async () => {
    const registry = inMemoryRegistry();
    const first = await session(1, 0, registry);
    const port = first.server.port()!;
    const second = await session(2, port, registry);
    expect([first.states.at(-1), second.states]).toStrictEqual(['listening', ['port-taken']]);
    peer = 1;
    expect(await greeting(port, first.authority)).toBe('session 1');
    peer = 2;
    expect(await greeting(port, second.authority)).toBe('session 2');
    await expect(greeting(port, first.authority)).rejects.toThrow();
  });

  it('leave a third without a workstation alone', async () => {
    const first = await session(1, 0, inMemoryRegistry());
    peer = 3;
    await expect(greeting(first.server.port()!, first.authority)).rejects.toThrow();
    peer = 1;
    expect(await greeting(first.server.port()!, first.authority)).toBe('session 1');
  });
});

describe.skipIf(process.getuid === undefined)('what a session says of itself', () => {
  it('counts for its own user alone', async () => {
    const own = process.getuid!();
    const registry = createSessionRegistry(own, join(folder, 'shared'));
    await registry.announce(4321);
    expect(await registry.portOf(own)).toBe(4321);
    // Written by us in the name of another: not believed.
    writeFileSync(join(folder, 'shared', `${own + 1}.port`), '4321');
    expect(await registry.portOf(own + 1)).toBeNull();
    writeFileSync(join(folder, 'shared', `${own}.port`), '99999999');
    expect(await registry.portOf(own)).toBeNull();
    await registry.withdraw();
    expect(await registry.portOf(own)).toBeNull();
  });
});
