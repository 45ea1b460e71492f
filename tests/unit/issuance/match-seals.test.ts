/** A match that nobody looks at: one package however often its signature is tried, and none begun upon a picture that cannot be had. */
import { describe, expect, it } from 'vitest';
import { createMatchSeals } from '../../../electron/core/issuance/index.ts';
import { EvidenceUnsigned, type EvidenceOrder } from '../../../electron/core/identification/index.ts';
import { PolicyFile, policyAt } from '../../../shared/domain/policy.ts';
import { failure, success } from '../../../shared/util/result.ts';
import { readFile } from 'node:fs/promises';

const NOW = new Date('2026-11-22T06:00:00Z');
const CASE = '7d4b0a52-6a52-4a3e-9d0c-0f6f3d6d7c10';
const HASH = 'ab'.repeat(32);
const policy = policyAt(PolicyFile.parse(JSON.parse(await readFile('resources/policy/policy.json', 'utf8'))).sets, NOW);
const MATCH: Parameters<ReturnType<typeof createMatchSeals>['seal']>[3] = { kind: 'compared', outcome: 'match', reasons: [] };
const material = (name: string, at: string) => ({ name, sha256: HASH, mediaType: 'image/jpeg', at });
const GATHERED = {
  facts: {
    iin: '990118399005', phoneEnding: '01', phoneChangedAt: null, applicationsThisWeek: 1, othersOnDevice: 0, wanted: false, signals: [], card: null,
    materials: [material('selfie', '2026-11-22T05:59:00Z'), material('selfie', '2026-11-22T05:50:00Z'), material('liveness-1', '2026-11-22T05:50:00Z')],
  },
  person: null,
  fields: [],
  dataReasons: [],
  risks: [],
};

function bench() {
  const world = { signs: true, diskFull: false, hasPictures: true, opened: [] as EvidenceOrder[], items: [] as string[], left: 0 };
  const seals = createMatchSeals({
    portal: { facts: async () => failure({ code: 'service-unreachable', detail: null }), material: async () => (world.hasPictures ? success(new Uint8Array([1])) : failure({ code: 'unknown', detail: null })) },
    clock: { now: () => NOW, monotonicMs: () => 0 },
    policy: () => policy,
    async openEvidence(order) {
      world.opened.push(order);
      return {
        packageId: CASE,
        add: async ({ name }) => void world.items.push(name),
        async seal() {
          if (!world.signs) throw new EvidenceUnsigned();
          if (world.diskFull) throw new Error('ENOSPC');
          return HASH;
        },
        leave: async () => void (world.left += 1),
      };
    },
  });
  return { world, seals, seal: () => seals.seal(CASE, GATHERED, [], MATCH) };
}

describe('the package of a match', () => {
  it('holds the newest pictures, what was found and the decision, and names no operator', async () => {
    const { world, seal, seals } = bench();
    expect(await seal()).toEqual({ ...MATCH, evidence: HASH });
    expect(world.opened).toMatchObject([{ caseId: CASE, operatorId: null }]);
    expect(world.items).toEqual(['selfie', 'comparison', 'decision']);
    expect(seals.waits(CASE)).toBe(false);
  });

  it('is one, however often the signature is tried', async () => {
    const { world, seal, seals } = bench();
    world.signs = false;
    expect([await seal(), await seals.sealWaiting(CASE), await seals.sealWaiting(CASE)]).toEqual([null, null, null]);
    await seals.keepOnly([CASE]);
    expect([world.opened.length, world.left, seals.waits(CASE)]).toEqual([1, 0, true]);
    world.signs = true;
    expect(await seals.sealWaiting(CASE)).toEqual({ ...MATCH, evidence: HASH });
    expect([world.opened.length, seals.waits(CASE)]).toEqual([1, false]);
  });

  it('is begun anew where the disk tore it at its end', async () => {
    const { world, seal, seals } = bench();
    world.diskFull = true;
    await expect(seal()).rejects.toThrow('ENOSPC');
    expect(seals.waits(CASE)).toBe(false);
    world.diskFull = false;
    expect(await seal()).toEqual({ ...MATCH, evidence: HASH });
    expect(world.opened).toHaveLength(2);
  });

  it('is left where the case went on without it', async () => {
    const { world, seal, seals } = bench();
    world.signs = false;
    await seal();
    await seals.keepOnly([]);
    expect([world.left, seals.waits(CASE)]).toEqual([1, false]);
  });

  it('is not begun where a picture cannot be had', async () => {
    const { world, seal, seals } = bench();
    world.hasPictures = false;
    expect([await seal(), world.opened.length, seals.waits(CASE)]).toEqual([null, 0, false]);
  });
});
