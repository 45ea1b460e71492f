/** A TCP relay in front of a server that can lose, hold back, repeat or cut what goes through it. */
import { createServer, type Server, Socket } from 'node:net';

export type LineFault =
  | { kind: 'none' }
  /** Every connection is refused or cut. */
  | { kind: 'drop' }
  /** Each piece comes so much later, in either direction. */
  | { kind: 'delay'; ms: number }
  /** Nothing goes through and nothing is said: a cable pulled behind the switch. */
  | { kind: 'half-open' }
  /** What the client says gets through, what the server answers does not; then the connection is cut. */
  | { kind: 'answers-lost' };

export interface FaultProxy {
  port: number;
  fault(fault: LineFault): void;
  /** Cuts what is open; new connections are taken as the fault of the moment says. */
  cut(): void;
  close(): Promise<void>;
}

const HOST_LINE = ' HTTP/1.1\r\n';

export async function startFaultProxy(targetPort: number): Promise<FaultProxy> {
  const open = new Set<Socket>();
  let fault: LineFault = { kind: 'none' };

  function forward(from: Socket, to: Socket, direction: 'question' | 'answer'): void {
    from.on('data', (piece) => {
      if (fault.kind === 'half-open' || (fault.kind === 'answers-lost' && direction === 'answer')) return;
      const passed = direction === 'question' ? inTheNameOf(piece) : piece;
      if (fault.kind === 'delay') setTimeout(() => to.writable && to.write(passed), fault.ms);
      else to.write(passed);
    });
    from.on('close', () => to.destroy());
    from.on('error', () => to.destroy());
  }

  const server: Server = createServer((client) => {
    if (fault.kind === 'drop') {
      client.destroy();
      return;
    }
    const upstream = new Socket();
    for (const socket of [client, upstream]) {
      open.add(socket);
      socket.on('close', () => open.delete(socket));
    }
    upstream.connect(targetPort, '127.0.0.1');
    forward(client, upstream, 'question');
    forward(upstream, client, 'answer');
  });
  /** A server on loopback answers only who calls it by its own name. */
  function inTheNameOf(piece: Buffer): Buffer {
    const text = piece.toString('latin1');
    return text.includes(HOST_LINE) ? Buffer.from(text.replace(/host: 127\.0\.0\.1:\d+/i, `host: 127.0.0.1:${targetPort}`), 'latin1') : piece;
  }

  const { promise, resolve } = Promise.withResolvers<void>();
  server.listen(0, '127.0.0.1', resolve);
  await promise;
  const address = server.address();

  const cut = (): void => {
    for (const socket of open) socket.destroy();
  };
  return {
    port: typeof address === 'object' && address !== null ? address.port : 0,
    fault(next) {
      fault = next;
      if (next.kind === 'drop') cut();
    },
    cut,
    async close() {
      cut();
      await new Promise((closed) => server.close(closed));
    },
  };
}
