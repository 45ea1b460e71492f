/** Rooms of the service of calls, one an application: who waits, who is together, and how long a dropped side is waited for. */
import type { CallAgent, IceServer } from '../../../shared/domain/call/call-talk.ts';
import type { CallEnd } from '../../../shared/domain/call/citizen-messages.ts';
import type { AcceptedCall, LineEvent } from '../../ports/calls/call-line.ts';
import type { IdSource } from '../id-source.ts';
import { type After, createResumeWindows, resumeMsAt } from './resume-windows.ts';
import type { Applicant, CitizenSide, DeskSide, Room } from './room.ts';

export interface CallRooms {
  /** Into the queue, or back into the call that dropped. */
  citizenCame(applicant: Applicant, side: CitizenSide): Room;
  /** With another camera than before. */
  citizenFilms(room: Room, camera: Room['camera']): void;
  citizenWent(room: Room, side: CitizenSide): void;
  citizenLeft(room: Room): void;
  /** Whoever waits longest for this agent; null where nobody does. */
  accept(agent: CallAgent, desk: DeskSide): AcceptedCall | null;
  /** Back into a call this agent was in; null where it is over. */
  resume(callId: string, agent: CallAgent, desk: DeskSide): { citizenAwayUntil: string | null } | null;
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
  /** Whether an operator has taken the call of this application, and it is not over. */
  isInCall(applicationId: string): boolean;
  /** How long a dropped side is waited for. */
  resumeMs(): number;
  /** Hears of every change of the queue. */
  onQueue(listener: () => void): () => void;
}

const inTime: After = (ms, run) => {
  const timer = setTimeout(run, ms);
  timer.unref();
  return () => clearTimeout(timer);
};

export function createCallRooms(ids: IdSource, now: () => Date, iceServers: readonly IceServer[], after: After = inTime): CallRooms {
  const rooms = new Map<string, Room>();
  const listeners = new Set<() => void>();
  const waiting = (): Room[] => [...rooms.values()].filter(({ taken }) => taken === null);
  const waitingFor = (operatorId: string): Room[] => waiting().filter(({ declinedBy }) => !declinedBy.has(operatorId));

  function queueChanged(): void {
    waiting().forEach(({ citizen }, ahead) => citizen?.send({ type: 'waiting', ahead }));
    for (const listener of listeners) listener();
  }

  const windows = createResumeWindows(now, after, (room) => {
    room.taken?.desk?.send({ type: 'ended', callId: room.callId, outcome: 'lost' });
    room.citizen?.send({ type: 'ended', outcome: 'lost', advice: null });
    remove(room);
  });

  function remove(room: Room): void {
    windows.close(room);
    rooms.delete(room.applicationId);
  }

  /** Both are here again. */
  function complete(room: Room): void {
    if (room.citizen !== null && room.taken?.desk !== null) windows.close(room);
  }

  /** A page that was reloaded, or opened a second time: the newer one has the place. */
  function comeBack(room: Room, { language, preflight, camera }: Applicant, side: CitizenSide): void {
    const before = room.citizen;
    Object.assign(room, { language, preflight, camera, citizen: side });
    before?.close();
    if (room.taken === null) return queueChanged();
    const { callId } = room;
    const { agent, code, desk } = room.taken;
    side.send({ type: 'accepted', callId, agent, code, iceServers: [...iceServers], resumed: true });
    desk?.send({ type: 'citizen-back', callId });
    desk?.send({ type: 'citizen-camera', callId, camera: [...camera] });
    const until = windows.until(room);
    if (desk === null && until !== null) side.send({ type: 'operator-away', until });
    complete(room);
  }

  return {
    citizenCame(applicant, side) {
      const { applicationId, kind } = applicant;
      const known = rooms.get(applicationId);
      if (known?.kind === kind) {
        comeBack(known, applicant, side);
        return known;
      }
      if (known !== undefined) remove(known);
      const room: Room = { ...applicant, callId: ids.uuid(), since: now(), declinedBy: new Set(), citizen: side, taken: null };
      rooms.set(applicationId, room);
      queueChanged();
      return room;
    },
    citizenFilms(room, camera) {
      room.camera = camera;
      room.taken?.desk?.send({ type: 'citizen-camera', callId: room.callId, camera: [...camera] });
    },
    citizenWent(room, side) {
      if (rooms.get(room.applicationId) !== room || room.citizen !== side) return;
      room.citizen = null;
      if (room.taken === null) {
        remove(room);
        return queueChanged();
      }
      const until = windows.open(room);
      room.taken.desk?.send({ type: 'citizen-away', callId: room.callId, until });
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
      windows.close(room);
      if (room.citizen === null) remove(room);
      queueChanged();
    },
    resume(callId, agent, desk) {
      const room = [...rooms.values()].find((candidate) => candidate.callId === callId && candidate.taken?.agent.operatorId === agent.operatorId);
      if (room === undefined || room.taken === null) return null;
      room.taken.desk = desk;
      room.citizen?.send({ type: 'operator-back' });
      complete(room);
      return { citizenAwayUntil: room.citizen === null ? windows.until(room) : null };
    },
    deskWent(desk) {
      for (const room of rooms.values()) {
        if (room.taken === null || room.taken.desk !== desk) continue;
        room.taken.desk = null;
        const until = windows.open(room);
        room.citizen?.send({ type: 'operator-away', until });
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
    isInCall: (applicationId) => (rooms.get(applicationId)?.taken ?? null) !== null,
    resumeMs: () => resumeMsAt(now()),
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
