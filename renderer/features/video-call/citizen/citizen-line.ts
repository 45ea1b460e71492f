/** The socket of the citizen's page: greeted with the token of its application, joined again for as long as the call may be resumed. */
import type { CitizenMessage, ServiceMessage } from '../../../../shared/domain/call/citizen-messages.ts';

type Hello = Extract<CitizenMessage, { type: 'hello' }>;

export interface CitizenLine {
  say(message: Exclude<CitizenMessage, Hello>): void;
  close(): void;
}

export interface CitizenLineOptions {
  portal: string;
  hello: Omit<Hello, 'type'>;
  onMessage(message: ServiceMessage): void;
  onAway(away: boolean): void;
}

const AGAIN_MS = 1000;

export function openCitizenLine({ portal, hello, onMessage, onAway }: CitizenLineOptions): CitizenLine {
  let socket: WebSocket;
  let over = false;
  let again: ReturnType<typeof setTimeout> | undefined;
  const send = (message: CitizenMessage): void => {
    if (socket.readyState === WebSocket.OPEN) socket.send(JSON.stringify(message));
  };

  function connect(): void {
    socket = new WebSocket(`${portal.replace(/^http/, 'ws')}/portal/v1/call`);
    socket.onopen = () => {
      send({ type: 'hello', ...hello });
      onAway(false);
    };
    socket.onmessage = ({ data }: MessageEvent<string>) => {
      const message = JSON.parse(data) as ServiceMessage;
      // Nothing more is to be had from it.
      if (message.type === 'ended' || message.type === 'refused') over = true;
      onMessage(message);
    };
    socket.onclose = () => {
      if (over) return;
      onAway(true);
      again = setTimeout(connect, AGAIN_MS);
    };
  }

  connect();
  return {
    say: send,
    close() {
      over = true;
      clearTimeout(again);
      socket.close();
    },
  };
}
