/** Rooms of the service of calls, one an application: who waits, who is together, and how long a dropped side is waited for. */
import type { CallKind } from '../../../shared/domain/call/call-script.ts';
import type { CallAgent, IceServer, Preflight } from '../../../shared/domain/call/call-talk.ts';
import type { CallEnd, ServiceMessage } from '../../../shared/domain/call/citizen-messages.ts';
import type { CameraSuspicion } from '../../../shared/domain/liveness-record.ts';
import type { Language } from '../../../shared/domain/localized.ts';
import type { AcceptedCall, LineEvent } from '../../ports/call-line.ts';
import type { IdSource } from '../id-source.ts';

/** As the policy of the workstations has it. */
const RESUME_MS = 30_000;

/** One side of a room; closing twice does nothing. */
export interface Side<Message> {
  send(message: Message): void;
  close(): void;
}
export type CitizenSide = Side<ServiceMessage>;
export type DeskSide = Side<LineEvent>;

export interface Room {
  readonly callId: string;
  readonly applicationId: string;
  readonly kind: CallKind;
  readonly iin: string;
  language: Language;
  preflight: Preflight;
  camera: readonly CameraSuspicion[];
  readonly since: Date;
  /** Operators who gave the call back: it is not offered to them again. */
  readonly declinedBy: Set<string>;
  citizen: CitizenSide | null;
  /** Null while the citizen waits in the queue. */
  taken: { agent: CallAgent; code: string; at: Date; desk: DeskSide | null } | null;
}

export interface Applicant {
  applicationId: string;
  iin: string;
  kind: CallKind;
  language: Language;
  preflight: Preflight;
  camera: readonly CameraSuspicion[];
}

export interface CallRooms {
  /** Into the queue, or back into the call that dropped. */
  citizenCame(applicant: Applicant, side: CitizenSide): Room;
  citizenWent(room: Room, side: CitizenSide): void;
  citizenLeft(room: Room): void;
  /** Whoever waits longest for this agent; null where nobody does. */
  accept(agent: CallAgent, desk: DeskSide): AcceptedCall | null;
  /** The room of a call this agent was in; null where it is over. */
  resume(callId: string, agent: CallAgent, desk: DeskSide): Room | null;
  deskWent(desk: DeskSide): void;
  /** The room of this desk's call. */
  ofDesk(callId: string, desk: DeskSide): Room | null;
  /** Taken by nobody again, in its former place. */
  putBack(room: Room, forAnother: boolean): void;
  end(room: Room, end: CallEnd): void;
  /** Of those this operator may be given. */
  queue(operatorId: string): Extract<LineEvent, { type: 'queue' }>;
  /** For the cabinet: who is in a call with this person now, and by which code they are known. */
  agentWith(iin: string): { agent: CallAgent; code: string; at: Date } | null;
  /** Hears of every change of the queue. */
  onQueue(listener: () => void): () => void;
}

/** Runs once after so many milliseconds, unless cancelled by what it answers. */
type After = (ms: number, run: () => void) => () => void;

const inTime: After = (ms, run) => {
  const timer = setTimeout(run, ms);
  timer.unref();
  return () => clearTimeout(timer);
};

export function createCallRooms(ids: IdSource, now: () => Date, iceServers: readonly IceServer[], after: After = inTime): CallRooms {
  const rooms = new Map<string, Room>();
  const windows = new Map<Room, () => void>();
  const listeners = new Set<() => void>();
  const waiting = (): Room[] => [...rooms.values()].filter(({ taken }) => taken === null);

  const waitingFor = (operatorId: string): Room[] => waiting().filter(({ declinedBy }) => !declinedBy.has(operatorId));

  function queueChanged(): void {
    waiting().forEach(({ citizen }, ahead) => citizen?.send({ type: 'waiting', ahead }));
    for (const listener of listeners) listener();
  }

  function stopWaiting(room: Room): void {
    windows.get(room)?.();
    windows.delete(room);
  }

  function remove(room: Room): void {
    stopWaiting(room);
    rooms.delete(room.applicationId);
  }

  /** Both sides have the same half minute, from the first that went. */
  function waitFor(room: Room, tell: (until: string) => void): void {
    const lose = (): void => {
      room.taken?.desk?.send({ type: 'ended', callId: room.callId, outcome: 'lost' });
      room.citizen?.send({ type: 'ended', outcome: 'lost', advice: null });
      remove(room);
    };
    if (!windows.has(room)) windows.set(room, after(RESUME_MS, lose));
    tell(new Date(now().getTime() + RESUME_MS).toISOString());
  }

  /** Both are here again. */
  function complete(room: Room): void {
    if (room.citizen !== null && room.taken?.desk !== null) stopWaiting(room);
  }

  return {
    citizenCame({ applicationId, iin, kind, language, preflight, camera }, side) {
      const known = rooms.get(applicationId);
      if (known !== undefined && known.kind === kind) {
        const before = known.citizen;
        known.citizen = side;
        Object.assign(known, { language, preflight, camera });
        before?.close();
        if (known.taken === null) queueChanged();
        else {
          const { agent, code, desk } = known.taken;
          side.send({ type: 'accepted', callId: known.callId, agent, code, iceServers: [...iceServers], resumed: true });
          desk?.send({ type: 'citizen-back', callId: known.callId });
          if (desk === null) side.send({ type: 'operator-away', until: new Date(now().getTime() + RESUME_MS).toISOString() });
          complete(known);
        }
        return known;
      }
      if (known !== undefined) remove(known);
      const room: Room = { callId: ids.uuid(), applicationId, iin, kind, language, preflight, camera, since: now(), declinedBy: new Set(), citizen: side, taken: null };
      rooms.set(applicationId, room);
      queueChanged();
      return room;
    },
    citizenWent(room, side) {
      if (rooms.get(room.applicationId) !== room || room.citizen !== side) return;
      room.citizen = null;
      if (room.taken === null) {
        remove(room);
        return queueChanged();
      }
      waitFor(room, (until) => room.taken?.desk?.send({ type: 'citizen-away', callId: room.callId, until }));
    },
    citizenLeft(room) {
      if (rooms.get(room.applicationId) !== room) return;
      room.taken?.desk?.send({ type: 'ended', callId: room.callId, outcome: 'left' });
      remove(room);
      queueChanged();
    },
    accept(agent, desk) {
      const room = waitingFor(agent.operatorId)[0];
      if (room === undefined) return null;
      const code = ids.digits(4);
      room.taken = { agent, code, at: now(), desk };
      room.citizen?.send({ type: 'accepted', callId: room.callId, agent, code, iceServers: [...iceServers], resumed: false });
      queueChanged();
      const { callId, applicationId, kind, language, preflight, camera } = room;
      return { callId, caseId: applicationId, kind, language, code, preflight, camera: [...camera] };
    },
    putBack(room, forAnother) {
      if (room.taken === null) return;
      if (forAnother) room.declinedBy.add(room.taken.agent.operatorId);
      room.taken = null;
      stopWaiting(room);
      if (room.citizen === null) remove(room);
      queueChanged();
    },
    resume(callId, agent, desk) {
      const room = [...rooms.values()].find((candidate) => candidate.callId === callId && candidate.taken?.agent.operatorId === agent.operatorId);
      if (room === undefined || room.taken === null) return null;
      room.taken.desk = desk;
      room.citizen?.send({ type: 'operator-back' });
      complete(room);
      return room;
    },
    deskWent(desk) {
      for (const room of rooms.values()) {
        if (room.taken === null || room.taken.desk !== desk) continue;
        room.taken.desk = null;
        waitFor(room, (until) => room.citizen?.send({ type: 'operator-away', until }));
      }
    },
    ofDesk: (callId, desk) => [...rooms.values()].find((room) => room.callId === callId && room.taken?.desk === desk) ?? null,
    end(room, end) {
      room.citizen?.send({ type: 'ended', ...end });
      remove(room);
    },
    queue(operatorId) {
      const offered = waitingFor(operatorId);
      return { type: 'queue', count: offered.length, oldestSince: offered[0]?.since.toISOString() ?? null };
    },
    agentWith(iin) {
      const taken = [...rooms.values()].find((room) => room.iin === iin && room.taken !== null)?.taken ?? null;
      return taken === null ? null : { agent: taken.agent, code: taken.code, at: taken.at };
    },
    onQueue(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}
