/** WebSockets of the stand beside its HTTP: the same names, the same refusals, the same bad days. */
import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import type { BadDaySwitches, ServiceName } from '../bad-days/switches.ts';

export interface SocketRoute {
  path: string;
  service: ServiceName;
  opened(socket: WebSocket): void;
}

const LARGEST_MESSAGE = 128 * 1024;

/** @param mayCome false for a page of another site or a name that is not ours @returns ends every connection */
export function serveSockets(server: Server, routes: readonly SocketRoute[], badDays: BadDaySwitches, mayCome: (request: IncomingMessage) => boolean): () => void {
  const sockets = new WebSocketServer({ noServer: true, maxPayload: LARGEST_MESSAGE, perMessageDeflate: false });
  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    const path = URL.parse(request.url ?? '', 'http://127.0.0.1')?.pathname;
    const route = routes.find((candidate) => candidate.path === path);
    const refuse = (status: string): void => void socket.end(`HTTP/1.1 ${status}\r\nconnection: close\r\n\r\n`);
    if (!mayCome(request)) return refuse('403 Forbidden');
    if (route === undefined) return refuse('404 Not Found');
    if (badDays.current().outage.includes(route.service)) return refuse('503 Service Unavailable');
    sockets.handleUpgrade(request, socket, head, (connection) => {
      // Named by `close`, which follows.
      connection.on('error', () => undefined);
      route.opened(connection);
    });
  });
  return () => {
    for (const connection of sockets.clients) connection.terminate();
    sockets.close();
  };
}
