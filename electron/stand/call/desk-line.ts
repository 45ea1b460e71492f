/** The organisation's end: desks that take calls come with its key and say who sits there; supervisors hear alarms. */
import type { WebSocket } from 'ws';
import { DESK_LINE_PATH, type DeskHello, DeskMessage, type ServiceLineMessage } from '../../gateways/call/messages.ts';
import type { LineOrder } from '../../ports/call-line.ts';
import type { SocketRoute } from '../http/socket-server.ts';
import type { StandWorld } from '../world.ts';
import type { DeskSide } from './room.ts';
import { readMessages, REFUSED } from './socket-messages.ts';

const GREETING_MS = 10_000;

export function deskLine(world: StandWorld): SocketRoute {
  const supervisors = new Set<DeskSide>();
  return { path: DESK_LINE_PATH, service: 'issuance', opened: (socket) => serveDesk(world, supervisors, socket) };
}

function serveDesk({ apiKey, callRooms, now }: StandWorld, supervisors: Set<DeskSide>, socket: WebSocket): void {
  let hello: DeskHello | null = null;
  let stopQueue = (): void => {};
  const say = (message: ServiceLineMessage): void => socket.send(JSON.stringify(message));
  const side: DeskSide = { send: say, close: () => socket.close() };

  function greet(message: DeskHello): void {
    if (message.api_key !== apiKey) return socket.close(REFUSED);
    hello = message;
    say({ type: 'welcome' });
    if (message.role === 'supervisor') return void supervisors.add(side);
    const tellQueue = (): void => say(callRooms.queue(message.agent.operatorId));
    stopQueue = callRooms.onQueue(tellQueue);
    tellQueue();
  }

  function obey(order: LineOrder, { agent }: DeskHello): void {
    if (order.type === 'accept') {
      const call = callRooms.accept(agent, side);
      return say(call === null ? { type: 'nobody' } : { type: 'accepted', call });
    }
    const { callId } = order;
    if (order.type === 'resume') {
      const resumed = callRooms.resume(callId, agent, side);
      return say(resumed === null ? { type: 'gone', callId } : { type: 'resumed', callId, ...resumed });
    }
    const room = callRooms.ofDesk(callId, side);
    // A call that ended while the order was on its way.
    if (room === null) return;
    if (order.type === 'signal') room.citizen?.send({ type: 'signal', signal: order.signal });
    else if (order.type === 'say') room.citizen?.send({ type: 'said', line: order.line });
    else if (order.type === 'prompt') room.citizen?.send({ type: 'prompt', prompt: order.prompt });
    else if (order.type === 'end') callRooms.end(room, order.end);
    else if (order.type === 'put-back') callRooms.putBack(room, order.forAnother);
    else {
      const alarm = { callId, operatorId: agent.operatorId, branch: agent.branch, at: now().toISOString() };
      for (const supervisor of supervisors) supervisor.send({ type: 'alarm', alarm });
    }
  }

  readMessages(socket, DeskMessage, GREETING_MS, {
    message(message) {
      if (hello === null) return message.type === 'hello' ? greet(message) : socket.close(REFUSED);
      if (message.type === 'hello' || hello.role === 'supervisor') return socket.close(REFUSED);
      obey(message, hello);
    },
    gone() {
      stopQueue();
      supervisors.delete(side);
      callRooms.deskWent(side);
    },
  });
}
