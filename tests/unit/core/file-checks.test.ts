/** The check of a signed file at the desk: one at a time, ended by who asked, and written down either way. */
import { describe, expect, it } from 'vitest';
import { createFileChecks } from '../../../electron/core/file-checks.ts';
import { createTrust } from '../../../electron/core/trust/index.ts';
import { failure } from '../../../shared/util/result.ts';
import { POLICY } from '../../fakes/synthetic-citizen.ts';

const NOW = new Date('2026-11-22T09:00:00Z');
const clock = { now: () => NOW, monotonicMs: () => 0 };
const away = failure({ code: 'service-unreachable', detail: null } as const);
/** Judges nothing large until it is stopped, as a thread with a file that takes too long. */
const trust = createTrust(
  { anchors: [], intermediates: [], evidence: { ocsp: async () => away, crl: async () => away }, clock },
  { judge: (_, signal) => new Promise((resolve) => signal!.addEventListener('abort', () => resolve(null))) },
);
const LARGE = new Uint8Array(70_000);
const SMALL = new Uint8Array(10);

function checks() {
  const recorded: unknown[] = [];
  const record = async (event: unknown) => void recorded.push(event);
  return { recorded, ...createFileChecks(trust.verifyFile, { record } as never, clock, () => POLICY) };
}

const NOT_FINISHED = { state: 'undetermined', signers: [], checks: expect.arrayContaining([{ layer: 'integrity', outcome: 'undetermined', code: 'judging-not-finished' }]) };

describe('a check of a file', () => {
  it('that is stopped ends undetermined, and is written down so', async () => {
    const { check, stop, recorded } = checks();
    const report = check(LARGE, null, 'op-1');
    stop();
    expect(await report).toMatchObject(NOT_FINISHED);
    expect(recorded).toEqual([expect.objectContaining({ kind: 'file-checked', state: 'undetermined' })]);
  });

  it('ends where the next file is brought, which is judged', async () => {
    const { check, recorded } = checks();
    const [first, second] = [check(LARGE, null, 'op-1'), check(SMALL, null, 'op-1')];
    expect(await first).toMatchObject(NOT_FINISHED);
    expect(await second).toMatchObject({ state: 'bad' });
    expect(recorded).toHaveLength(2);
  });

  it('is not disturbed by a stop that comes before or after it', async () => {
    const { check, stop } = checks();
    stop();
    expect(await check(SMALL, null, 'op-1')).toMatchObject({ state: 'bad' });
    stop();
    expect(await check(SMALL, null, 'op-1')).toMatchObject({ state: 'bad' });
  });
});
