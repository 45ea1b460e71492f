/** Measures several ways of doing one thing in turns, so that a busy moment of the machine falls on all of them alike. */

export type Work = () => unknown;

/** Median microseconds of one call of each; null where that way does not exist here. */
export type Figures<Peer extends string> = Record<Peer, number | null>;

const ROUNDS = 9;
/** A round of a quick thing is many calls: the clock is too coarse for one. */
const ROUND_MS = 25;

async function timeOf(work: Work, calls: number): Promise<number> {
  const from = performance.now();
  for (let call = 0; call < calls; call += 1) await work();
  return performance.now() - from;
}

/** Calls or milliseconds, whichever comes first, after which compilers know the way: the first calls take twenty times as long. */
const WARM = { calls: 40, ms: 250 };

async function warmUp(work: Work): Promise<void> {
  const until = performance.now() + WARM.ms;
  for (let call = 0; call < WARM.calls && performance.now() < until; call += 1) await work();
}

/** So many calls as fill a round. @param most one where each call needs something new, which is not spent on warming either */
async function callsPerRound(work: Work, most: number): Promise<number> {
  if (most > 1) await warmUp(work);
  let calls = 1;
  for (;;) {
    const ms = await timeOf(work, calls);
    if (ms >= ROUND_MS || calls >= most) return Math.max(1, Math.min(most, Math.round((calls * ROUND_MS) / Math.max(ms, 0.01))));
    calls *= 2;
  }
}

export async function measure<Peer extends string>(ways: Record<Peer, Work | null>, { rounds = ROUNDS, most = 1 << 16 } = {}): Promise<Figures<Peer>> {
  const peers = Object.entries(ways) as [Peer, Work | null][];
  const running: { peer: Peer; work: Work; calls: number; times: number[] }[] = [];
  for (const [peer, work] of peers) if (work !== null) running.push({ peer, work, calls: await callsPerRound(work, most), times: [] });
  for (let round = 0; round < rounds; round += 1)
    for (const each of running) each.times.push((1000 * (await timeOf(each.work, each.calls))) / each.calls);
  const median = (times: number[]): number => times.toSorted((a, b) => a - b)[times.length >> 1]!;
  return Object.fromEntries(peers.map(([peer]) => [peer, fine(running.find((each) => each.peer === peer)?.times ?? [])])) as Figures<Peer>;

  function fine(times: number[]): number | null {
    return times.length === 0 ? null : Number(median(times).toPrecision(3));
  }
}
