/** The WebSockets of the portals: who stands at the other end of each, and the conversation held over it. */
import type { IncomingMessage } from 'node:http';
import type { Server } from 'node:https';
import type { Socket } from 'node:net';
import { type WebSocket, WebSocketServer } from 'ws';
import type { SigningCaller } from '../../../shared/domain/signing/signing-request.ts';
import { type Conversation, NOT_LOOPBACK } from '../../core/ncalayer/index.ts';
import { createPortalGuests, PORTAL_ALLOWANCE } from './portal-allowance.ts';
import { ownerOfPeer } from './sockets-of-linux.ts';

/** A document of 100 MB in base 64, with room for what stands around it. */
const MOST_FRAME_BYTES = 140 * 1024 * 1024;
/** Of the registry of RFC 6455 11.7: the page may come again when it has closed what it holds. */
const TRY_AGAIN_LATER = 1013;
/** What a refused page has to read why. */
const REFUSED_MS = 1000;

export interface PortalSocketsOptions {
  /** The port portals have named to get here. */
  port(): number;
  open(caller: Promise<SigningCaller>, connection: { send(text: string): void; close(): void }): Conversation;
  onConnected(): void;
  onGone(): void;
  /** Unless a test says otherwise, what every page of a person needs. */
  allowance?: typeof PORTAL_ALLOWANCE;
}

export interface PortalSockets {
  count(): number;
  close(): void;
}

/** Takes the upgrades of this server. */
export function acceptPortalSockets(server: Server, { port, open, onConnected, onGone, allowance = PORTAL_ALLOWANCE }: PortalSocketsOptions): PortalSockets {
  const guests = createPortalGuests(allowance);
  const sockets = new WebSocketServer({ noServer: true, maxPayload: MOST_FRAME_BYTES, perMessageDeflate: false });

  server.on('upgrade', (request: IncomingMessage, socket: Socket, head: Buffer) => {
    // A name that was made to point here is not ours (DNS rebinding).
    if (!isOurHost(request.headers.host, port())) return void socket.end('HTTP/1.1 403 Forbidden\r\n\r\n');
    sockets.handleUpgrade(request, socket, head, (connection) => {
      // Named by `close`, which follows.
      connection.on('error', () => undefined);
      if (!isLoopback(socket.remoteAddress)) return void refuseStranger(connection);
      converse(connection, socket, request);
    });
  });

  function converse(connection: WebSocket, socket: Socket, request: IncomingMessage): void {
    /** Of the frame that is coming in. */
    let arrived = 0;
    let conversation: Conversation | null = null;
    const guest = guests.enter(originOf(request) ?? 'a program', () => arrived + (conversation?.waitingLength() ?? 0));
    if (guest === null) return turnAway(connection, socket, 'too many connections');
    const talk = open(callerOf(request, socket, port()), { send: (text) => connection.send(text), close: () => connection.close(TRY_AGAIN_LATER) });
    conversation = talk;
    // Before the frame it completes is read.
    socket.prependListener('data', (part: Buffer) => {
      arrived += part.length;
      if (guest.isWithin()) return;
      // What it held is let go at once: other tabs of the page are not to pay for it.
      guest.leave();
      turnAway(connection, socket, 'too much at once');
    });
    connection.on('message', (data: Buffer, isBinary: boolean) => {
      arrived = 0;
      // The part of it that was too much may have been its last.
      if (!isBinary && connection.readyState === connection.OPEN) talk.receive(data.toString('utf8'));
    });
    connection.on('close', () => {
      guest.leave();
      talk.end();
      onGone();
    });
    onConnected();
  }

  return {
    count: () => sockets.clients.size,
    close() {
      for (const connection of sockets.clients) connection.terminate();
      sockets.close();
    },
  };
}

function refuseStranger(connection: WebSocket): void {
  connection.send(NOT_LOOPBACK);
  connection.close();
}

/** Says why and reads past what is still on its way: a peer that is cut off in the middle of a frame would not get to see the reason. */
function turnAway(connection: WebSocket, socket: Socket, reason: string): void {
  connection.close(TRY_AGAIN_LATER, reason);
  socket.removeAllListeners('data').resume();
  setTimeout(() => connection.terminate(), REFUSED_MS).unref();
}

const isLoopback = (address: string | undefined): boolean => address !== undefined && /^(?:127\.|::1$|::ffff:127\.)/.test(address);

const isOurHost = (host: string | undefined, port: number): boolean =>
  host !== undefined && [`127.0.0.1:${port}`, `localhost:${port}`, `[::1]:${port}`].includes(host.toLowerCase());

/** A browser always says the origin of its page; whoever says none is a program. */
const originOf = ({ headers }: IncomingMessage): string | null => headers.origin?.toLowerCase().slice(0, 300) ?? null;

async function callerOf(request: IncomingMessage, socket: Socket, ourPort: number): Promise<SigningCaller> {
  const origin = originOf(request);
  if (origin !== null) return { kind: 'site', origin };
  const owner = socket.remotePort === undefined ? null : await ownerOfPeer(socket.remotePort, ourPort).catch(() => null);
  return { kind: 'program', name: owner?.program ?? null };
}
