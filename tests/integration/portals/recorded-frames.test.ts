/** Requests recorded from the real application, answered here with the same members, codes and messages. */
import { existsSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type PortalBench, portalBench } from '../../fakes/benches/portal-bench.ts';
import { portalSocket } from './portal-socket.ts';

const FILE = new URL('../../../../shared/data/ncalayer/frames.jsonl', import.meta.url);

interface Frame {
  n: number;
  evidence: string;
  kind?: string;
  method: string;
  note?: string;
  request: string;
  response: string | null;
}

const frames: Frame[] = existsSync(FILE)
  ? readFileSync(FILE, 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Frame)
  : [];
const absent = frames.length > 0 ? null : 'the recorded frames are not beside the checkout';
/** Line 2 was answered by another program, KAZTOKEN desktop. */
const recorded = frames.filter((frame) => frame.evidence === 'recorded' && frame.response !== null && frame.method !== 'greeting' && !/KAZTOKEN/.test(frame.note ?? ''));
/** Read in the source of NCALayer, or written by its owner. */
const stated = frames.filter(({ n }) => [52, 98, 99, 100, 101, 104, 105, 112, 114, 115, 116, 118, 138].includes(n));

/** What a client can see of an answer; the order of members is nobody's promise. */
function shapeOf(text: string): unknown {
  if (!text.startsWith('{')) return text;
  const answer = JSON.parse(text) as Record<string, unknown> & { body?: object };
  const { code, status, success, errorCode, message } = answer;
  return {
    members: Object.keys(answer).toSorted(),
    code,
    status,
    success,
    errorCode,
    message,
    object: typeof answer['responseObject'],
    body: answer.body === undefined ? undefined : 'result' in answer.body ? 'result' : 'cancelled',
  };
}

describe.skipIf(absent !== null)(absent === null ? 'recorded frames' : `skipped: ${absent}`, () => {
  let bench: PortalBench;
  beforeAll(async () => {
    // One certificate for signing and signing in, as the NCA gives them out since 2022.
    bench = await portalBench('GOST-2015-512');
  });
  afterAll(() => bench.close());

  const ask = async ({ request }: Frame): Promise<string> => {
    const socket = portalSocket(bench);
    expect(await socket.next()).toBe('{"result":{"version":"1.4"}}');
    socket.send(request);
    const answer = await socket.next();
    socket.close();
    return answer;
  };

  it.each(recorded)('answers line $n ($method) as the real application did', async (frame) => {
    const wanted = shapeOf(frame.response!);
    bench.person = /"body":"cancelled"|action\.canceled/.test(JSON.stringify(wanted)) ? 'cancel' : 'approve';
    bench.tokens = frame.method === 'getActiveTokens' ? (JSON.parse(frame.response!) as { responseObject: string[] }).responseObject : ['AKKaztokenStore'];
    expect(shapeOf(await ask(frame))).toStrictEqual(wanted);
  });

  it.each(stated)('answers line $n ($method) as the source says', async (frame) => {
    bench.person = 'approve';
    bench.tokens = [];
    expect(shapeOf(await ask(frame))).toStrictEqual(shapeOf(frame.response!));
  });

  it('gives basics always a list, as NCALayer does since 1.4', async () => {
    bench.person = 'approve';
    const single = frames.find(({ n }) => n === 61)!;
    const { body } = JSON.parse(await ask(single)) as { body: { result: string[] } };
    expect(body.result).toHaveLength(1);
    expect(body.result[0]).toMatch(/^-----BEGIN CMS-----\n[\s\S]+\n-----END CMS-----\n$/);
  });
});
