/** A raw connection to the signing service, as a page has it: frames in the order they came. */
import WebSocket from 'ws';

export interface PortalSocket {
  send(text: string): void;
  /** The next frame that was not taken yet. */
  next(): Promise<string>;
  /** Frames that came and were not taken. */
  pending(): number;
  close(): void;
  closed: Promise<number>;
}

export function portalSocket({ url, authority }: { url: string; authority: { certificate: string } }, headers: Record<string, string> = { origin: 'https://portal.test' }): PortalSocket {
  const socket = new WebSocket(url, { ca: authority.certificate, headers, maxPayload: 1 << 28 });
  const frames: string[] = [];
  const waiting: ((frame: string) => void)[] = [];
  socket.on('message', (data: Buffer) => {
    const taker = waiting.shift();
    if (taker === undefined) frames.push(data.toString());
    else taker(data.toString());
  });
  const opened = new Promise<void>((resolve, reject) => {
    socket.once('open', resolve);
    socket.once('error', reject);
  });
  opened.catch(() => undefined);
  return {
    send: (text) => void opened.then(() => socket.send(text)),
    next: () => {
      const frame = frames.shift();
      return frame === undefined ? opened.then(() => new Promise((resolve) => void (frames.length > 0 ? resolve(frames.shift()!) : waiting.push(resolve)))) : Promise.resolve(frame);
    },
    pending: () => frames.length,
    close: () => socket.close(),
    closed: new Promise((resolve) => void socket.once('close', resolve)),
  };
}
