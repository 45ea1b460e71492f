/** The organisation's end: desks that take calls come with its key and say who sits there; supervisors hear alarms. */
import type { WebSocket } from 'ws';
import { DESK_LINE_PATH, type DeskHello, DeskMessage, type ServiceLineMessage } from '../../gateways/call/messages.ts';
import type { LineEvent, LineOrder } from '../../ports/calls/call-line.ts';
import type { SocketRoute } from '../http/socket-server.ts';
import type { StandWorld } from '../world.ts';
import type { DeskSide } from './room.ts';
import { readMessages, REFUSED } from './socket-messages.ts';

const GREETING_MS = 10_000;
/** A shift: an alarm of before is told to a supervisor who comes after it. */
const ALARM_KEPT_MS = 12 * 60 * 60 * 1000;

type Alarm = Extract<LineEvent, { type: 'alarm' }>['alarm'];
/** Who hears of alarms, and what they were of this shift, oldest first. */
interface Alarms {
  supervisors: Set<DeskSide>;
  raised: Alarm[];
}

const ofShift = (alarms: readonly Alarm[], now: Date): Alarm[] => alarms.filter(({ at }) => now.getTime() - Date.parse(at) < ALARM_KEPT_MS);

export function deskLine(world: StandWorld): SocketRoute {
  const alarms: Alarms = { supervisors: new Set(), raised: [] };
  return { path: DESK_LINE_PATH, service: 'issuance', opened: (socket) => serveDesk(world, alarms, socket) };
}

function serveDesk({ apiKey, callRooms, now }: StandWorld, alarms: Alarms, socket: WebSocket): void {
  let hello: DeskHello | null = null;
  let stopQueue = (): void => {};
  const say = (message: ServiceLineMessage): void => socket.send(JSON.stringify(message));
  const side: DeskSide = { send: say, close: () => socket.close() };

  function greet(message: DeskHello): void {
    if (message.api_key !== apiKey) return socket.close(REFUSED);
    hello = message;
    say({ type: 'welcome' });
    if (message.role === 'supervisor') {
      alarms.supervisors.add(side);
      for (const alarm of ofShift(alarms.raised, now())) say({ type: 'alarm', alarm });
      return;
    }
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
      alarms.raised = [...ofShift(alarms.raised, now()), alarm];
      for (const supervisor of alarms.supervisors) supervisor.send({ type: 'alarm', alarm });
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
      alarms.supervisors.delete(side);
      callRooms.deskWent(side);
    },
  });
}
