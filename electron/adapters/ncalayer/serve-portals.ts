/** The port every Kazakh portal knows, wss://127.0.0.1:13579: connections come in, the core talks. A taken port is said and tried again. */
import { createServer, type Server } from 'node:https';
import { createServer as createFront } from 'node:net';
import type { IncomingMessage } from 'node:http';
import type { Server as NetServer, Socket } from 'node:net';
import { type WebSocket, WebSocketServer } from 'ws';
import type { PortalService } from '../../../shared/domain/signing/portal-service.ts';
import type { SigningCaller } from '../../../shared/domain/signing/signing-request.ts';
import type { Conversation } from '../../core/ncalayer/index.ts';
import { NOT_LOOPBACK } from '../../core/ncalayer/index.ts';
import type { Clock } from '../../ports/clock.ts';
import type { LoopbackAuthority, ServerCertificate } from './loopback-authority.ts';
import { answerSelfTest } from './self-test-page.ts';
import { isOurs, type Routing } from './route-connection.ts';
import { createSessionRegistry } from './session-registry.ts';
import { ownerOfListener, ownerOfPeer, uidOfPeer } from './sockets-of-linux.ts';

export const PORTAL_PORT = 13579;
const ADDRESS = '127.0.0.1';
/** A document of 100 MB in base 64, with room for what stands around it. */
const MOST_FRAME_BYTES = 140 * 1024 * 1024;
const RETRY_MS = 5000;
const RENEWAL_LOOK_MS = 60 * 60 * 1000;
/** A third of the life of a certificate before its end. */
const RENEW_BEFORE_MS = 10 * 24 * 60 * 60 * 1000;
const TRY_AGAIN_LATER = 1013;

export interface PortalServerOptions {
  /** Zero takes a free one, for tests. */
  port: number;
  authority: LoopbackAuthority;
  clock: Clock;
  open(caller: Promise<SigningCaller>, connection: { send(text: string): void; close(): void }): Conversation;
  report(state: PortalService): void;
  onFault(error: unknown): void;
  /** By the users of this machine, unless a test says otherwise. */
  routing?: Routing;
}

export interface PortalServer {
  /** The port it listens on; null while that is taken. */
  port(): number | null;
  close(): Promise<void>;
}

/** Resolves when it listens, or knows that the port is taken; in that case it goes on trying. */
export async function servePortals({ port: wanted, authority, clock, open, report, onFault, routing = thisHost() }: PortalServerOptions): Promise<PortalServer> {
  let certificate: ServerCertificate = authority.issue(clock.now());
  let port: number | null = null;
  /** Port of our own while another session has the usual one. */
  let aside: number | null = null;
  let lastConnectedAt: string | null = null;
  let closed = false;
  let retry: NodeJS.Timeout | undefined;
  const server: Server = createServer({ key: certificate.key, cert: certificate.cert, minVersion: 'TLSv1.2' }, answerSelfTest);
  /** Decides before a byte is read; the TLS inside is that of the session a connection belongs to. */
  const front = createFront((socket) => {
    socket.pause();
    fronted.add(socket);
    // A peer may go while it is looked up; without a listener that would end the program.
    socket.on('error', () => socket.destroy()).once('close', () => fronted.delete(socket));
    isOurs(socket, routing).then(
      (ours) => {
        if (ours) server.emit('connection', socket);
        socket.resume();
      },
      (error: unknown) => {
        socket.destroy();
        onFault(error);
      },
    );
  });
  const fronted = new Set<Socket>();
  const sockets = new WebSocketServer({ noServer: true, maxPayload: MOST_FRAME_BYTES, perMessageDeflate: false });

  const tell = (): void => {
    if (port !== null && !closed)
      report({ state: 'listening', port, connections: sockets.clients.size, lastConnectedAt, certificateUntil: certificate.until.toISOString() });
  };

  server.on('upgrade', (request: IncomingMessage, socket: Socket, head: Buffer) => {
    // A name that was made to point here is not ours (DNS rebinding).
    if (!isOurHost(request.headers.host, port ?? wanted)) return void socket.end('HTTP/1.1 403 Forbidden\r\n\r\n');
    sockets.handleUpgrade(request, socket, head, (connection) => {
      if (!isLoopback(socket.remoteAddress)) return void refuse(connection);
      lastConnectedAt = clock.now().toISOString();
      converse(connection, callerOf(request, socket, port ?? wanted));
      tell();
    });
  });

  function converse(connection: WebSocket, caller: Promise<SigningCaller>): void {
    const conversation = open(caller, { send: (text) => connection.send(text), close: () => connection.close(TRY_AGAIN_LATER) });
    connection.on('message', (data: Buffer, isBinary: boolean) => {
      if (!isBinary) conversation.receive(data.toString('utf8'));
    });
    connection.on('close', () => {
      conversation.end();
      tell();
    });
    // Named by `close`, which follows.
    connection.on('error', () => undefined);
  }

  async function listen(): Promise<void> {
    try {
      port = await listening(front, wanted);
      await routing.registry.withdraw();
      tell();
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
      report({ state: 'port-taken', port: wanted, by: (await ownerOfListener(wanted))?.program ?? null });
      // Whoever has the port may be the workstation of another session, which hands our connections on.
      if (aside === null) await routing.registry.announce((aside = await listening(server, 0)));
      if (!closed) retry = setTimeout(() => void listen().catch(onFault), RETRY_MS);
    }
  }

  const renewal = setInterval(() => {
    if (certificate.until.getTime() - clock.now().getTime() > RENEW_BEFORE_MS) return;
    certificate = authority.issue(clock.now());
    server.setSecureContext({ key: certificate.key, cert: certificate.cert });
    tell();
  }, RENEWAL_LOOK_MS);
  renewal.unref();

  await listen();
  return {
    port: () => port,
    async close() {
      closed = true;
      clearTimeout(retry);
      clearInterval(renewal);
      for (const connection of sockets.clients) connection.terminate();
      for (const socket of fronted) socket.destroy();
      sockets.close();
      if (port !== null) await ended(front);
      if (aside !== null) {
        await routing.registry.withdraw();
        await ended(server);
      }
    },
  };
}

/** Every user of the machine by number; systems that have none are taken for the machine of one person. */
function thisHost(): Routing {
  const ownUid = process.platform === 'linux' ? (process.getuid?.() ?? null) : null;
  return {
    ownUid,
    uidOfPeer: (socket) => (socket.remotePort === undefined || socket.localPort === undefined ? Promise.resolve(null) : uidOfPeer(socket.remotePort, socket.localPort)),
    registry: createSessionRegistry(ownUid ?? 0),
  };
}

const ended = (server: NetServer): Promise<void> => new Promise((resolve) => void server.close(() => resolve()));

function listening(server: NetServer, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, ADDRESS, () => {
      server.off('error', reject);
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : port);
    });
  });
}

function refuse(connection: WebSocket): void {
  connection.send(NOT_LOOPBACK);
  connection.close();
}

const isLoopback = (address: string | undefined): boolean => address !== undefined && /^(?:127\.|::1$|::ffff:127\.)/.test(address);

const isOurHost = (host: string | undefined, port: number | null): boolean =>
  host !== undefined && [`127.0.0.1:${port}`, `localhost:${port}`, `[::1]:${port}`].includes(host.toLowerCase());

/** A browser always says the origin of its page; whoever says none is a program. */
async function callerOf(request: IncomingMessage, socket: Socket, ourPort: number): Promise<SigningCaller> {
  const { origin } = request.headers;
  if (origin !== undefined) return { kind: 'site', origin: origin.toLowerCase().slice(0, 300) };
  const owner = socket.remotePort === undefined ? null : await ownerOfPeer(socket.remotePort, ourPort).catch(() => null);
  return { kind: 'program', name: owner?.program ?? null };
}
