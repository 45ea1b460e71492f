/** Rooms of the service of calls: the queue in its order, a drop that is waited for half a minute, and nobody in another's call. */
import { expect, test } from 'vitest';
import { type CallRooms, createCallRooms } from '../../../../electron/stand/call/call-rooms.ts';
import type { Applicant, Side } from '../../../../electron/stand/call/room.ts';
import { createIdSource } from '../../../../electron/stand/id-source.ts';
import { manualTime } from '../../../fakes/manual-time.ts';
import { POLICY } from '../../../fakes/synthetic-citizen.ts';

/** `callResumeMs` of the policy: the service waits as the desks do. */
const HALF_A_MINUTE = POLICY.numbers.callResumeMs;
const AGENT = { organisation: 'TEST', branch: 'TEST', operatorId: 'training-tson' };

interface HeardSide<Message> extends Side<Message> {
  heard: Message[];
  closed: number;
}
function side<Message>(): HeardSide<Message> {
  const made: HeardSide<Message> = { heard: [], closed: 0, send: (message) => void made.heard.push(message), close: () => void (made.closed += 1) };
  return made;
}
const typesOf = ({ heard }: { heard: { type: string }[] }): string[] => heard.map(({ type }) => type);

function bench() {
  const time = manualTime();
  const rooms = createCallRooms(createIdSource(1, time.clock.now()), () => time.clock.now(), [], time.timers.after);
  return { time, rooms };
}
const applicant = (number: number): Applicant => ({
  applicationId: `00000000-0000-4000-8000-00000000000${number}`,
  iin: `00000000000${number}`,
  kind: 'operator-identification',
  language: 'kk',
  preflight: { camera: 'good', microphone: 'good', light: 'good', line: 'good' },
  camera: [],
});
function inCall(rooms: CallRooms) {
  const citizen = side<Parameters<Parameters<CallRooms['citizenCame']>[1]['send']>[0]>();
  const desk = side<Parameters<Parameters<CallRooms['accept']>[1]['send']>[0]>();
  const room = rooms.citizenCame(applicant(1), citizen);
  const call = rooms.accept(AGENT, desk)!;
  return { citizen, desk, room, call };
}

test('whoever waits longest is next, and the others hear that they moved up', () => {
  const { rooms } = bench();
  const second = side<{ type: string; ahead?: number }>();
  rooms.citizenCame(applicant(1), side());
  rooms.citizenCame(applicant(2), second);
  expect(second.heard.at(-1)).toStrictEqual({ type: 'waiting', ahead: 1 });
  expect(rooms.accept(AGENT, side())?.caseId).toBe(applicant(1).applicationId);
  expect(second.heard.at(-1)).toStrictEqual({ type: 'waiting', ahead: 0 });
  expect(rooms.queue(AGENT.operatorId).count).toBe(1);
  expect(rooms.accept(AGENT, side())?.caseId).toBe(applicant(2).applicationId);
  expect(rooms.accept(AGENT, side())).toBeNull();
});

test('a call given back waits in its former place for any operator but this one', () => {
  const { rooms } = bench();
  const { citizen, desk, room, call } = inCall(rooms);
  rooms.citizenCame(applicant(2), side());
  rooms.putBack(room, true);
  expect(citizen.heard.at(-1)).toStrictEqual({ type: 'waiting', ahead: 0 });
  expect(rooms.ofDesk(call.callId, desk)).toBeNull();
  expect(rooms.agentWith(applicant(1).iin)).toBeNull();
  expect(rooms.queue(AGENT.operatorId).count).toBe(1);
  expect(rooms.queue('somebody-else').count).toBe(2);
  expect(rooms.accept(AGENT, side())?.caseId).toBe(applicant(2).applicationId);
  expect(rooms.accept(AGENT, side())).toBeNull();
  const other = { ...AGENT, operatorId: 'somebody-else' };
  expect(rooms.accept(other, side())?.caseId).toBe(applicant(1).applicationId);
  rooms.putBack(room, false);
  expect(rooms.accept(other, side())?.caseId).toBe(applicant(1).applicationId);
});

test('the cabinet shows the code of the call while it lasts, to nobody else', () => {
  const { rooms } = bench();
  expect(rooms.agentWith(applicant(1).iin)).toBeNull();
  const { call, room } = inCall(rooms);
  expect(rooms.agentWith(applicant(1).iin)).toMatchObject({ agent: AGENT, code: call.code });
  expect(rooms.agentWith(applicant(2).iin)).toBeNull();
  rooms.end(room, { outcome: 'passed', advice: null });
  expect(rooms.agentWith(applicant(1).iin)).toBeNull();
});

test('a citizen who drops is waited for, and is back in the same call', () => {
  const { rooms, time } = bench();
  const { citizen, desk, room } = inCall(rooms);
  rooms.citizenWent(room, citizen);
  expect(desk.heard.at(-1)).toMatchObject({ type: 'citizen-away' });
  time.advance(HALF_A_MINUTE - 1);
  const again = side<{ type: string }>();
  expect(rooms.citizenCame(applicant(1), again)).toBe(room);
  expect(again.heard).toMatchObject([{ type: 'accepted', resumed: true }]);
  expect(typesOf(desk)).toStrictEqual(['citizen-away', 'citizen-back', 'citizen-camera']);
  time.advance(HALF_A_MINUTE);
  expect(typesOf(desk)).not.toContain('ended');
});

test('the desk hears of another camera, chosen in the call or come with a reload; before a call nobody does', () => {
  const { rooms } = bench();
  const waiting = rooms.citizenCame(applicant(2), side());
  rooms.citizenFilms(waiting, ['no-name']);
  expect(rooms.accept(AGENT, side())).toMatchObject({ camera: ['no-name'] });
  const { desk, room, call } = inCall(rooms);
  rooms.citizenFilms(room, ['virtual-camera-name']);
  rooms.citizenCame({ ...applicant(1), camera: ['no-capabilities'] }, side());
  expect(desk.heard.filter(({ type }) => type === 'citizen-camera')).toStrictEqual([
    { type: 'citizen-camera', callId: call.callId, camera: ['virtual-camera-name'] },
    { type: 'citizen-camera', callId: call.callId, camera: ['no-capabilities'] },
  ]);
});

test('whoever is back first is told the end of the one window, not of a new one', () => {
  const { rooms, time } = bench();
  const { citizen, desk, room } = inCall(rooms);
  rooms.deskWent(desk);
  const end = new Date(time.clock.now().getTime() + HALF_A_MINUTE).toISOString();
  time.advance(HALF_A_MINUTE / 2);
  rooms.citizenWent(room, citizen);
  const again = side<{ type: string; until?: string }>();
  rooms.citizenCame(applicant(1), again);
  expect(again.heard.at(-1)).toStrictEqual({ type: 'operator-away', until: end });
});

test('a desk that drops is waited for by its own operator alone', () => {
  const { rooms, time } = bench();
  const { citizen, desk, call } = inCall(rooms);
  rooms.deskWent(desk);
  expect(citizen.heard.at(-1)).toMatchObject({ type: 'operator-away' });
  expect(rooms.resume(call.callId, { ...AGENT, operatorId: 'somebody-else' }, side())).toBeNull();
  const again = side<{ type: string }>();
  expect(rooms.resume(call.callId, AGENT, again)).not.toBeNull();
  expect(citizen.heard.at(-1)).toStrictEqual({ type: 'operator-back' });
  // What the former connection of the desk still says is about no call of its own.
  expect(rooms.ofDesk(call.callId, desk)).toBeNull();
  time.advance(HALF_A_MINUTE);
  expect(typesOf(citizen)).not.toContain('ended');
});

test('whoever does not come back in half a minute has lost the call, also where both dropped one after the other', () => {
  const { rooms, time } = bench();
  const { citizen, desk, room, call } = inCall(rooms);
  rooms.citizenWent(room, citizen);
  time.advance(HALF_A_MINUTE / 2);
  rooms.deskWent(desk);
  const again = side<{ type: string }>();
  const end = new Date(time.clock.now().getTime() + HALF_A_MINUTE / 2).toISOString();
  expect(rooms.resume(call.callId, AGENT, again)).toStrictEqual({ citizenAwayUntil: end });
  time.advance(HALF_A_MINUTE / 2);
  expect(again.heard.at(-1)).toMatchObject({ type: 'ended', outcome: 'lost' });
  expect(rooms.resume(call.callId, AGENT, side())).toBeNull();
});

test('a page opened twice has one place: the newer one, and the older one’s going is not a drop', () => {
  const { rooms } = bench();
  const { citizen, desk, room } = inCall(rooms);
  rooms.citizenCame(applicant(1), side());
  expect(citizen.closed).toBe(1);
  rooms.citizenWent(room, citizen);
  expect(typesOf(desk)).not.toContain('citizen-away');
});

test('leaving ends the call at once; leaving the queue gives the place free', () => {
  const { rooms } = bench();
  const { desk, room } = inCall(rooms);
  rooms.citizenLeft(room);
  expect(desk.heard.at(-1)).toMatchObject({ type: 'ended', outcome: 'left' });
  const waiting = side<{ type: string }>();
  const next = rooms.citizenCame(applicant(2), waiting);
  rooms.citizenWent(next, waiting);
  expect(rooms.queue(AGENT.operatorId).count).toBe(0);
});
