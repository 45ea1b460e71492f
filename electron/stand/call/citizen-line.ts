/** The citizen's end of a call: their page comes with the token of its application, and only where an operator is called for. */
import type { WebSocket } from 'ws';
import { CitizenMessage, type ServiceMessage } from '../../../shared/domain/call/citizen-messages.ts';
import { CallKind } from '../../../shared/domain/call/call-script.ts';
import type { SocketRoute } from '../http/socket-server.ts';
import { stageOf } from '../issuance/application-book.ts';
import type { StandWorld } from '../world.ts';
import type { CitizenSide, Room } from './room.ts';
import { readMessages, REFUSED } from './socket-messages.ts';

const GREETING_MS = 10_000;

export function citizenLine(world: StandWorld): SocketRoute {
  return { path: '/portal/v1/call', service: 'issuance', opened: (socket) => serveCitizen(world, socket) };
}

function serveCitizen({ applications, callRooms }: StandWorld, socket: WebSocket): void {
  let room: Room | null = null;
  const say = (message: ServiceMessage): void => socket.send(JSON.stringify(message));
  const side: CitizenSide = { send: say, close: () => socket.close() };
  const refuse = (code: Extract<ServiceMessage, { type: 'refused' }>['code']): void => {
    say({ type: 'refused', code });
    socket.close(REFUSED);
  };

  function greet({ applicationId, token, language, preflight, camera }: Extract<CitizenMessage, { type: 'hello' }>): void {
    const application = applications.owned(applicationId, token);
    if (application === null) return refuse('unknown');
    // What the call is for is the stage the workstation told, never what a page says.
    const kind = CallKind.safeParse(stageOf(application));
    if (!kind.success) return refuse('not-here');
    say({ type: 'welcome', resumeMs: callRooms.resumeMs() });
    room = callRooms.citizenCame({ applicationId, iin: application.iin, kind: kind.data, language, preflight, camera }, side);
  }

  readMessages(socket, CitizenMessage, GREETING_MS, {
    message(message) {
      if (room === null) return message.type === 'hello' ? greet(message) : socket.close(REFUSED);
      const { callId, taken } = room;
      if (message.type === 'signal') taken?.desk?.send({ type: 'signal', callId, signal: message.signal });
      else if (message.type === 'say') taken?.desk?.send({ type: 'said', callId, line: message.line });
      else if (message.type === 'camera') callRooms.citizenFilms(room, message.camera);
      else if (message.type === 'leave') callRooms.citizenLeft(room);
      else socket.close(REFUSED);
    },
    gone: () => void (room !== null && callRooms.citizenWent(room, side)),
  });
}
