/** A still through the data channel: the desk takes the picture that was announced, whole and by its hash, and nothing else. */
import { afterEach, expect, test, vi } from 'vitest';
import { answerStills, requestStills, sha256Of } from '../../../../renderer/features/video-call/stills/still-protocol.ts';

/** One end of a channel: what is sent at one end is heard at the other, in order; without a network. */
class ChannelEnd extends EventTarget {
  readyState: RTCDataChannelState = 'open';
  binaryType = 'blob';
  bufferedAmount = 0;
  bufferedAmountLowThreshold = 0;
  readonly sent: unknown[] = [];
  other: ChannelEnd | null = null;
  send(data: string | Uint8Array<ArrayBuffer>): void {
    const copy = typeof data === 'string' ? data : data.slice().buffer;
    this.sent.push(copy);
    queueMicrotask(() => this.other?.dispatchEvent(new MessageEvent('message', { data: copy })));
  }
  close(): void {
    this.readyState = 'closed';
    this.dispatchEvent(new Event('close'));
  }
}
const asChannel = (end: ChannelEnd): RTCDataChannel => end as unknown as RTCDataChannel;

function pair(): { desk: ChannelEnd; citizen: ChannelEnd } {
  const [desk, citizen] = [new ChannelEnd(), new ChannelEnd()];
  [desk.other, citizen.other] = [citizen, desk];
  return { desk, citizen };
}

afterEach(() => void vi.useRealTimers());

/** Forty kilobytes: three pieces. */
const PICTURE = Uint8Array.from({ length: 40_000 }, (_, index) => (index * 31) % 251);
const STEP = 'card-front';

/** The desk asks, and the other end sends by hand. */
async function answeredByHand(say: (send: (data: object | Uint8Array<ArrayBuffer>) => void, sha256: string) => void) {
  const { desk, citizen } = pair();
  const asked = requestStills(asChannel(desk)).ask(STEP, () => undefined);
  say((data) => citizen.send(data instanceof Uint8Array ? data : JSON.stringify(data)), await sha256Of(PICTURE));
  return { still: await asked, confirmed: desk.sent.some((message) => typeof message === 'string' && message.includes('received')) };
}

test('a picture that is taken comes whole, its hash verified, its progress told, and is acknowledged', async () => {
  const { desk, citizen } = pair();
  const taken: string[] = [];
  const parts: number[] = [];
  answerStills(asChannel(citizen), async () => PICTURE, (step) => taken.push(step));
  const still = await requestStills(asChannel(desk)).ask(STEP, (part) => parts.push(part));
  expect(still).toEqual({ step: STEP, sha256: await sha256Of(PICTURE), jpeg: PICTURE });
  expect([taken, parts.length, parts.at(-1)]).toEqual([[STEP], 3, 1]);
  expect(JSON.parse(String(desk.sent.at(-1)))).toEqual({ type: 'received', step: STEP, sha256: still!.sha256 });
});

test('pieces that make another picture than was announced are none; the announced ones are one', async () => {
  const other = PICTURE.with(20_000, PICTURE[20_000]! ^ 1);
  const send = (picture: Uint8Array<ArrayBuffer>) =>
    answeredByHand((say, sha256) => {
      say({ type: 'picture', step: STEP, bytes: picture.length, sha256 });
      say(picture);
    });
  expect(await send(other)).toEqual({ still: null, confirmed: false });
  expect(await send(PICTURE)).toMatchObject({ still: { jpeg: PICTURE }, confirmed: true });
});

test('more bytes than were announced are no picture', async () => {
  const answered = await answeredByHand((say, sha256) => {
    say({ type: 'picture', step: STEP, bytes: PICTURE.length - 1, sha256 });
    say(PICTURE);
  });
  expect(answered).toEqual({ still: null, confirmed: false });
});

test.each([
  ['gives none', async () => null],
  ['fails', () => Promise.reject(new Error('camera gone'))],
  ['gives an empty one', async () => new Uint8Array()],
  ['gives one larger than any', async () => new Uint8Array(4 * 1024 * 1024 + 1)],
])('a camera that %s is told at once, and nothing counts as taken', async (_, take) => {
  const { desk, citizen } = pair();
  const taken: string[] = [];
  answerStills(asChannel(citizen), take, (step) => taken.push(step));
  expect(await requestStills(asChannel(desk)).ask(STEP, () => undefined)).toBeNull();
  expect([taken, citizen.sent.map((message) => JSON.parse(String(message)) as object)]).toEqual([[], [{ type: 'no-picture', step: STEP }]]);
});

test('a channel that closes ends the waiting, and a closed one is not asked', async () => {
  vi.useFakeTimers();
  const { desk } = pair();
  const stills = requestStills(asChannel(desk));
  const asked = stills.ask(STEP, () => undefined);
  // The patience with a silent camera, which would end the waiting too.
  expect(vi.getTimerCount()).toBe(1);
  desk.close();
  expect(vi.getTimerCount()).toBe(0);
  expect(await asked).toBeNull();
  const before = desk.sent.length;
  expect([await stills.ask(STEP, () => undefined), desk.sent.length]).toEqual([null, before]);
});

test('what answers another step is not heard', async () => {
  const answered = await answeredByHand((say, sha256) => {
    say({ type: 'no-picture', step: 'card-back' });
    say({ type: 'picture', step: STEP, bytes: PICTURE.length, sha256 });
    say(PICTURE);
  });
  expect(answered).toMatchObject({ still: { step: STEP }, confirmed: true });
});
