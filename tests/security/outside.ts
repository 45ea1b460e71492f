/** A server on this machine that stands for the whole outside world and writes down every visit. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Outside extends AsyncDisposable {
  address: string;
  /** Paths that were asked for. */
  visits: string[];
}

export async function startOutside(): Promise<Outside> {
  const visits: string[] = [];
  const server = createServer((request, response) => {
    visits.push(request.url ?? '');
    response.writeHead(200, { 'access-control-allow-origin': '*', 'content-type': 'text/html' });
    response.end('<h1>Outside</h1>');
  });
  server.on('upgrade', (request, socket) => {
    visits.push(request.url ?? '');
    socket.destroy();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${port}`,
    visits,
    [Symbol.asyncDispose]: () => {
      server.closeAllConnections();
      return new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}
