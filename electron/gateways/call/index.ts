/** CallLine over one WebSocket, joined again whenever it breaks, for as long as somebody at the desk takes calls. */
import type { Connection } from '../../../shared/domain/desk/connection.ts';
import type { CallLine } from '../../ports/calls/call-line.ts';
import { keepTlsVerified } from '../verified-tls.ts';
import { measureLine } from './measure-line.ts';
import { DESK_LINE_PATH, type DeskMessage, ServiceLineMessage } from './messages.ts';

/** A citizen waits half a minute for a dropped call: tries come often, and never faster than a person reloads a page. */
const AGAIN_MS = 1000;

type Listener = Parameters<CallLine['open']>[1];

export function createCallLine(connection: NonNullable<Connection['calls']>): CallLine {
  let socket: WebSocket | null = null;
  let welcome = false;
  let again: NodeJS.Timeout | undefined;
  /** Counts the openings: what an earlier connection still says is nobody's. */
  let generation = 0;

  function connect(who: Parameters<CallLine['open']>[0], listener: Listener, mine: number): void {
    const address = new URL(DESK_LINE_PATH, connection.url);
    address.protocol = address.protocol === 'https:' ? 'wss:' : 'ws:';
    keepTlsVerified(address.protocol);
    const opened = new WebSocket(address);
    socket = opened;
    const patience = setTimeout(() => opened.close(), connection.timeoutMs);
    opened.addEventListener('open', () => say(opened, { type: 'hello', api_key: connection.apiKey, ...who }));
    opened.addEventListener('message', ({ data }) => {
      if (mine !== generation) return;
      const message = parse(data);
      // A service that speaks another language is no service: the connection is made anew.
      if (message === null) return opened.close();
      if (message.type === 'welcome') {
        clearTimeout(patience);
        welcome = true;
        listener({ type: 'up' });
      } else if (welcome) listener(message);
    });
    // An error is followed by `close`.
    opened.addEventListener('error', () => undefined);
    opened.addEventListener('close', () => {
      clearTimeout(patience);
      if (mine !== generation) return;
      if (welcome) listener({ type: 'down' });
      welcome = false;
      again = setTimeout(() => connect(who, listener, mine), AGAIN_MS);
      again.unref();
    });
  }

  function close(): void {
    generation += 1;
    clearTimeout(again);
    socket?.close();
    socket = null;
    welcome = false;
  }

  return {
    open(who, listener) {
      close();
      connect(who, listener, generation);
    },
    close,
    send(order) {
      if (socket === null || !welcome || socket.readyState !== WebSocket.OPEN) return false;
      say(socket, order);
      return true;
    },
    measure: () => measureLine(connection),
  };
}

const say = (socket: WebSocket, message: DeskMessage): void => socket.send(JSON.stringify(message));

function parse(data: unknown): ServiceLineMessage | null {
  if (typeof data !== 'string') return null;
  try {
    return ServiceLineMessage.safeParse(JSON.parse(data)).data ?? null;
  } catch {
    return null;
  }
}
