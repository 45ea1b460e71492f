/** Carries Playwright's messages over the pipe of a browser that is already running. */
import type { ConnectOverCDPTransport } from 'playwright-core';
import type { BrowserPipe } from './browser-process.ts';

const END = 0;

/** @param close what Playwright's wish to close comes to */
export function pipeTransport({ toBrowser, fromBrowser }: BrowserPipe, close: () => void): ConnectOverCDPTransport {
  const transport: ConnectOverCDPTransport = {
    send: (message) => void toBrowser.write(`${JSON.stringify(message)}\0`),
    close,
  };
  const parts: Buffer[] = [];
  fromBrowser.on('data', (chunk: Buffer) => {
    let from = 0;
    for (let end = chunk.indexOf(END); end >= 0; end = chunk.indexOf(END, from)) {
      parts.push(chunk.subarray(from, end));
      const message = Buffer.concat(parts.splice(0)).toString();
      // Each in a turn of its own, as Playwright's own pipe does: what waits for one goes on before the next.
      setImmediate(() => transport.onmessage?.(JSON.parse(message) as object));
      from = end + 1;
    }
    if (from < chunk.length) parts.push(chunk.subarray(from));
  });
  fromBrowser.once('close', () => transport.onclose?.());
  return transport;
}
