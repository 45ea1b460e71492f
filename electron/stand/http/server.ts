/** The HTTP server of the stand: loopback only, own names only, bad days applied at the edge. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import type { AnswerFault, BadDaySwitches, ServiceName } from '../bad-days/switches.ts';
import { deliver } from './deliver.ts';
import { jsonError, type Reply } from './reply.ts';
import { RequestMalformed, StandRequest } from './request.ts';
import { createRouteTable, type Route } from './routes.ts';
import { serveSockets, type SocketRoute } from './socket-server.ts';

export interface RunningServer {
  port: number;
  close(): Promise<void>;
}

export async function serve(
  port: number,
  routes: readonly Route[],
  badDays: BadDaySwitches,
  sockets: readonly SocketRoute[],
): Promise<RunningServer> {
  const find = createRouteTable(routes);
  const stopping = new AbortController();
  const server = createServer((message, response) => {
    answer(message, response).catch((error: unknown) => {
      if (stopping.signal.aborted) return;
      process.emitWarning(error instanceof Error ? error : new Error('stand failed to answer', { cause: error }));
      response.destroy();
    });
  });

  async function answer(message: IncomingMessage, response: ServerResponse): Promise<void> {
    const actualPort = (server.address() as AddressInfo).port;
    const refused = refusalOf(message, actualPort);
    if (refused !== null) return deliver(response, refused, 'none');
    const url = new URL(message.url ?? '/', `http://127.0.0.1:${actualPort}`);
    const match = find(message.method ?? 'GET', url.pathname);
    if (match.found !== 'route') {
      const status = match.found === 'nothing' ? 404 : 405;
      return deliver(response, jsonError(status, 'NO_SUCH_ADDRESS', 'nothing is served here'), 'none');
    }
    const { service } = match.route;
    const day = badDays.current();
    if (service !== null && day.latencyMs > 0) await delay(day.latencyMs, undefined, { signal: stopping.signal, ref: false });
    if (service !== null && day.outage.includes(service)) {
      return deliver(response, jsonError(503, 'OUTAGE', 'служба исполняющего органа недоступна'), 'none');
    }
    const reply = await handle(match.route, new StandRequest(message, url, match.params));
    deliver(response, reply, faultOf(service, badDays));
  }

  const closeSockets = serveSockets(server, sockets, badDays, (message) => refusalOf(message, (server.address() as AddressInfo).port) === null);
  await listen(server, port);
  return {
    port: (server.address() as AddressInfo).port,
    close: () => {
      stopping.abort();
      closeSockets();
      return new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      });
    },
  };
}

async function handle(route: Route, request: StandRequest): Promise<Reply> {
  try {
    return await route.handle(request);
  } catch (error) {
    if (error instanceof RequestMalformed) return jsonError(400, 'REQUEST_MALFORMED', error.message);
    throw error;
  }
}

function faultOf(service: ServiceName | null, badDays: BadDaySwitches): AnswerFault {
  const { answers } = badDays.current();
  return service !== null && service in answers ? answers[service as keyof typeof answers] : 'none';
}

/**
 * A page of another site must not reach the stand: neither under a name of its own that resolves to
 * 127.0.0.1 (Host), nor by a form or script that posts here (Origin).
 */
function refusalOf(message: IncomingMessage, port: number): Reply | null {
  const hosts = [`127.0.0.1:${port}`, `localhost:${port}`];
  if (!hosts.includes(message.headers.host ?? '')) return jsonError(421, 'WRONG_HOST', 'the stand answers on loopback only');
  const { origin } = message.headers;
  if (origin !== undefined && !hosts.some((host) => origin === `http://${host}`)) {
    return jsonError(403, 'FOREIGN_ORIGIN', 'requests of other sites are refused');
  }
  return null;
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject);
      resolve();
    });
  });
}
