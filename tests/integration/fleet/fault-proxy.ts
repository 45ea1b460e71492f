/** A TCP relay in front of a server that can lose, hold back, repeat, reorder or cut what goes through it. */
import { connect, createServer, type Server, Socket } from 'node:net';

export type LineFault =
  | { kind: 'none' }
  /** Every connection is refused or cut. */
  | { kind: 'drop' }
  /** Each piece comes so much later, in either direction. */
  | { kind: 'delay'; ms: number }
  /** Nothing goes through and nothing is said: a cable pulled behind the switch. What is on its way is held, as TCP sends it again, and never a hole. */
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

/** What becomes of each piece a client says; `write` hands on, at once or later. Made anew for every connection. */
export type Wire = (write: (bytes: Buffer) => void) => (piece: Buffer) => void;

/** @param wire by which questions that are let through go on */
export async function startFaultProxy(targetPort: number, wire: Wire = plainHttp(targetPort)): Promise<FaultProxy> {
  const open = new Set<Socket>();
  let fault: LineFault = { kind: 'none' };

  function forward(from: Socket, to: Socket, direction: 'question' | 'answer'): void {
    const write = (bytes: Buffer): void => void (to.writable && to.write(bytes));
    const pass = direction === 'question' ? wire(write) : write;
    from.on('data', (piece) => {
      if (fault.kind === 'answers-lost' && direction === 'answer') return;
      if (fault.kind === 'delay') setTimeout(pass, fault.ms, piece);
      else pass(piece);
    });
    from.on('close', () => to.destroy());
    from.on('error', () => to.destroy());
  }

  const flow = (socket: Socket): Socket => (fault.kind === 'half-open' ? socket.pause() : socket.resume());

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
    flow(client);
    flow(upstream);
  });

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
      open.forEach(flow);
      if (next.kind === 'drop') cut();
    },
    cut,
    async close() {
      cut();
      await new Promise((closed) => server.close(closed));
    },
  };
}

const HOST_LINE = ' HTTP/1.1\r\n';
/** So long after a client fell silent everything it said comes again. */
const AGAIN_MS = 100;

/** A server on loopback answers only who calls it by its own name. */
function plainHttp(port: number): Wire {
  return (write) => (piece) => {
    const text = piece.toString('latin1');
    write(text.includes(HOST_LINE) ? Buffer.from(text.replace(/host: 127\.0\.0\.1:\d+/i, `host: 127.0.0.1:${port}`), 'latin1') : piece);
  };
}

/** Every request comes once more, later and by another way: behind what was said after it. */
export function repeatedHttp(port: number): Wire {
  return (write) => {
    let said: Buffer[] = [];
    let timer: NodeJS.Timeout | undefined;
    return plainHttp(port)((piece) => {
      write(piece);
      said.push(piece);
      clearTimeout(timer);
      timer = setTimeout(() => {
        const again = connect(port, '127.0.0.1').on('error', () => undefined);
        again.resume().end(Buffer.concat(said));
        said = [];
      }, AGAIN_MS);
    });
  };
}
