/** Two workstations of one organisation over one portal: no case in two hands, a proposed override confirmed at the other one, a dead one's case given on. */
import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { policyAt, PolicyFile } from '../../../shared/domain/policy.ts';
import type { PortalCitizen } from '../../fakes/portal-citizen.ts';
import { FIRST, STRANGERS, UNSURE, useDeskOnPortal } from './desk-on-portal.ts';

const desk = useDeskOnPortal();
const OTHER = 'desk-8';
const { sets } = PolicyFile.parse(JSON.parse(await readFile('resources/policy/policy.json', 'utf8')));
const leaseMs = (): number => policyAt(sets, desk.time.clock.now()).numbers.caseLeaseMs;
const approve = (caseId: string) => desk.app.handlers.issuance.decide({ caseId, answer: { decision: 'approve' } });
const takeNext = () => desk.app.handlers.issuance.takeNext(null);

async function inModeration(): Promise<PortalCitizen> {
  const citizen = await desk.apply(desk.person());
  await citizen.identify((ms) => desk.time.advance(ms));
  await citizen.card();
  await desk.reached(citizen, 'moderation');
  return citizen;
}

/** The other workstation has heard of the same cases, in whatever hands they are. */
async function goTo(workstation: string, operatorId: string, cases: number): Promise<void> {
  await desk.goTo(workstation);
  await desk.signIn(operatorId);
  await expect.poll(() => desk.waiting()).toHaveLength(cases);
}

describe('two workstations', () => {
  it('never work on one case, and each finds the other’s in other hands', async () => {
    desk.faces = UNSURE;
    const citizens = [await inModeration(), await inModeration()];
    await desk.signIn('training-agent');
    const first = await desk.take();
    await goTo(OTHER, 'training-supervisor', 2);
    const second = await desk.take();
    expect([first.case.id, second.case.id].toSorted()).toEqual(citizens.map(({ id }) => id).toSorted());
    expect(await desk.waiting()).toEqual(expect.arrayContaining([expect.objectContaining({ caseId: first.case.id, held: 'by-another' })]));
    expect(await approve(second.case.id)).toMatchObject({ ok: true, stage: 'grant' });
    expect(await takeNext()).toEqual({ state: 'none-waiting' });
    await desk.goTo(FIRST);
    expect(await approve(first.case.id)).toMatchObject({ ok: true, stage: 'grant' });
  });

  it('are two pairs of eyes: what one would pass the other confirms, and the first not again', async () => {
    desk.faces = STRANGERS;
    const citizen = await inModeration();
    await desk.signIn('training-agent');
    const view = await desk.take();
    expect(await approve(citizen.id)).toEqual({ ok: true, stage: 'second-opinion' });
    await goTo(OTHER, 'training-agent', 1);
    expect(await takeNext()).toEqual({ state: 'none-waiting' });
    expect(await desk.waiting()).toMatchObject([{ kind: 'second-opinion', held: 'not-for-you' }]);
    await desk.signIn('training-supervisor');
    const second = await desk.take();
    expect(second).toMatchObject({ approval: 'final', case: { stage: { stage: 'second-opinion', firstOperator: 'training-agent' } }, faces: view.faces });
    expect(await approve(citizen.id)).toEqual({ ok: true, stage: 'grant' });
    expect(desk.entries('case-advanced').at(-1)).toMatchObject({ happened: 'moderated', from: 'second-opinion', to: 'grant' });
    await desk.reached(citizen, 'grant');
    await desk.goTo(FIRST);
    expect(await takeNext()).toEqual({ state: 'none-waiting' });
    expect(await desk.waiting()).toEqual([]);
  });

  it('are one when the other dies: its case is free when the lease is over, and not before', async () => {
    desk.faces = UNSURE;
    const citizen = await inModeration();
    await desk.signIn('training-agent');
    await desk.take();
    await desk.die();
    await goTo(OTHER, 'training-supervisor', 1);
    desk.time.advance(leaseMs() - 1000);
    await desk.signIn('training-supervisor');
    expect(await takeNext()).toEqual({ state: 'none-waiting' });
    desk.time.advance(2000);
    await desk.signIn('training-supervisor');
    expect((await desk.take()).case.id).toBe(citizen.id);
    // Started again, the first has it no more.
    await desk.goTo(FIRST);
    await desk.crash();
    await desk.signIn('training-agent');
    await expect.poll(() => desk.app.handlers.issuance.current(null)).toBeNull();
    expect(await approve(citizen.id)).toMatchObject({ ok: false });
    await desk.goTo(OTHER);
    expect(await approve(citizen.id)).toMatchObject({ ok: true, stage: 'grant' });
  });
});
