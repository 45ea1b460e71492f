/** The WebSockets of the portals: who stands at the other end of each, and the conversation held over it. */
import type { IncomingMessage } from 'node:http';
import type { Server } from 'node:https';
import type { Socket } from 'node:net';
import { type WebSocket, WebSocketServer } from 'ws';
import type { SigningCaller } from '../../../shared/domain/signing/signing-request.ts';
import { type Conversation, NOT_LOOPBACK } from '../../core/ncalayer/index.ts';
import { ownerOfPeer } from './sockets-of-linux.ts';

/** A document of 100 MB in base 64, with room for what stands around it. */
const MOST_FRAME_BYTES = 140 * 1024 * 1024;
const TRY_AGAIN_LATER = 1013;

export interface PortalSocketsOptions {
  /** The port portals have named to get here. */
  port(): number;
  open(caller: Promise<SigningCaller>, connection: { send(text: string): void; close(): void }): Conversation;
  onConnected(): void;
  onGone(): void;
}

export interface PortalSockets {
  count(): number;
  close(): void;
}

/** Takes the upgrades of this server. */
export function acceptPortalSockets(server: Server, { port, open, onConnected, onGone }: PortalSocketsOptions): PortalSockets {
  const sockets = new WebSocketServer({ noServer: true, maxPayload: MOST_FRAME_BYTES, perMessageDeflate: false });

  server.on('upgrade', (request: IncomingMessage, socket: Socket, head: Buffer) => {
    // A name that was made to point here is not ours (DNS rebinding).
    if (!isOurHost(request.headers.host, port())) return void socket.end('HTTP/1.1 403 Forbidden\r\n\r\n');
    sockets.handleUpgrade(request, socket, head, (connection) => {
      if (!isLoopback(socket.remoteAddress)) return void refuse(connection);
      converse(connection, callerOf(request, socket, port()));
      onConnected();
    });
  });

  function converse(connection: WebSocket, caller: Promise<SigningCaller>): void {
    const conversation = open(caller, { send: (text) => connection.send(text), close: () => connection.close(TRY_AGAIN_LATER) });
    connection.on('message', (data: Buffer, isBinary: boolean) => {
      if (!isBinary) conversation.receive(data.toString('utf8'));
    });
    connection.on('close', () => {
      conversation.end();
      onGone();
    });
    // Named by `close`, which follows.
    connection.on('error', () => undefined);
  }

  return {
    count: () => sockets.clients.size,
    close() {
      for (const connection of sockets.clients) connection.terminate();
      sockets.close();
    },
  };
}

function refuse(connection: WebSocket): void {
  connection.send(NOT_LOOPBACK);
  connection.close();
}

const isLoopback = (address: string | undefined): boolean => address !== undefined && /^(?:127\.|::1$|::ffff:127\.)/.test(address);

const isOurHost = (host: string | undefined, port: number): boolean =>
  host !== undefined && [`127.0.0.1:${port}`, `localhost:${port}`, `[::1]:${port}`].includes(host.toLowerCase());

/** A browser always says the origin of its page; whoever says none is a program. */
async function callerOf(request: IncomingMessage, socket: Socket, ourPort: number): Promise<SigningCaller> {
  const { origin } = request.headers;
  if (origin !== undefined) return { kind: 'site', origin: origin.toLowerCase().slice(0, 300) };
  const owner = socket.remotePort === undefined ? null : await ownerOfPeer(socket.remotePort, ourPort).catch(() => null);
  return { kind: 'program', name: owner?.program ?? null };
}
