/** The port every Kazakh portal knows, wss://127.0.0.1:13579: connections come in, the core talks. A taken port is said and tried again. */
import { createServer, type Server } from 'node:https';
import { createServer as createFront, type Server as NetServer, type Socket } from 'node:net';
import type { PortalService } from '../../../shared/domain/signing/portal-service.ts';
import type { Clock } from '../../ports/clock.ts';
import type { LoopbackAuthority, ServerCertificate } from './loopback-authority.ts';
import { acceptPortalSockets, type PortalSocketsOptions } from './portal-sockets.ts';
import { answerSelfTest } from './self-test-page.ts';
import { isOurs, type Routing } from './route-connection.ts';
import { createSessionRegistry } from './session-registry.ts';
import { ownerOfListener, uidOfPeer } from './sockets-of-linux.ts';

export const PORTAL_PORT = 13579;
const ADDRESS = '127.0.0.1';
/** Of every user of the machine, before they have said what they want. */
const MOST_PEERS = 512;
const RETRY_MS = 5000;
const RENEWAL_LOOK_MS = 60 * 60 * 1000;
/** A third of the life of a certificate before its end. */
const RENEW_BEFORE_MS = 10 * 24 * 60 * 60 * 1000;

export interface PortalServerOptions extends Pick<PortalSocketsOptions, 'open' | 'allowance'> {
  /** Zero takes a free one, for tests. */
  port: number;
  authority: LoopbackAuthority;
  clock: Clock;
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
export async function servePortals({ port: wanted, authority, clock, open, allowance, report, onFault, routing = thisHost() }: PortalServerOptions): Promise<PortalServer> {
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
  // Those that never ask for anything hold a place as well, until their time for a greeting is over.
  front.maxConnections = MOST_PEERS;
  const fronted = new Set<Socket>();
  const sockets = acceptPortalSockets(server, {
    port: () => port ?? wanted,
    open,
    ...(allowance !== undefined && { allowance }),
    onConnected() {
      lastConnectedAt = clock.now().toISOString();
      tell();
    },
    onGone: () => tell(),
  });

  const tell = (): void => {
    if (port !== null && !closed)
      report({ state: 'listening', port, connections: sockets.count(), lastConnectedAt, certificateUntil: certificate.until.toISOString() });
  };

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
      sockets.close();
      for (const socket of fronted) socket.destroy();
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
