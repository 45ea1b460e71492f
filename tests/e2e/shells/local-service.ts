/** Stands where pages look for NCALayer and passes their frames on to a real service on a free port: no test needs the one port of the machine. */
import type { BrowserContext } from 'playwright-core';
import WebSocket from 'ws';

export interface LocalService {
  /** `wss://127.0.0.1:<port>/` */
  url: string;
  /** PEM of its authority. */
  authority: string;
  /** Hears what the service answers. */
  overhear?: (frame: string) => void;
}

export async function bringLocalService(context: BrowserContext, { url, authority, overhear }: LocalService, origin: string): Promise<void> {
  await context.routeWebSocket('wss://127.0.0.1:13579/', (page) => {
    const service = new WebSocket(url, { ca: authority, origin });
    const opened = new Promise<void>((resolve) => void service.once('open', () => resolve()));
    service.on('message', (data: Buffer) => {
      overhear?.(data.toString());
      page.send(data.toString());
    });
    service.on('close', () => void page.close());
    service.on('error', () => void page.close());
    page.onMessage((text) => void opened.then(() => service.send(text)));
    page.onClose(() => service.close());
  });
}
