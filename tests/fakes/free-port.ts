/** Ports nobody listens on, for programs that must be told theirs. */
import { once } from 'node:events';
import { createServer, type Server } from 'node:net';

/**
 * Below the ports a system hands out by itself (32768 on Linux, 49152 elsewhere): a program that is killed and started again on its port
 * would now and then find it taken by somebody's outgoing line. Above most services.
 */
const [FIRST, END] = [15_000, 32_000];

/** All different: each is held until all are known. */
export async function freePorts(count: number): Promise<number[]> {
  const held: [number, Server][] = [];
  while (held.length < count) {
    const port = FIRST + Math.floor(Math.random() * (END - FIRST));
    const server = createServer().listen(port, '127.0.0.1');
    if (await once(server, 'listening').then(() => true, () => false)) held.push([port, server]);
  }
  await Promise.all(held.map(([, server]) => once(server.close(), 'close')));
  return held.map(([port]) => port);
}

export const freePort = async (): Promise<number> => (await freePorts(1))[0]!;
