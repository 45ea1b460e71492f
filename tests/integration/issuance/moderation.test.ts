/** Comparison and moderation at a desk on the running stand: what needs nobody, what needs one operator, and what needs two. */
import { describe, expect, it } from 'vitest';
import type { DisturbedSession, PortalCitizen } from '../../fakes/portal-citizen.ts';
import { STRANGERS, UNSURE, useDeskOnPortal } from './desk-on-portal.ts';

const desk = useDeskOnPortal();

async function toComparison(change: Parameters<PortalCitizen['card']>[0] = {}, person = desk.person()): Promise<PortalCitizen> {
  const citizen = await desk.apply(person);
  await citizen.identify((ms) => desk.time.advance(ms));
  await citizen.card(change);
  return citizen;
}
const decide = (caseId: string, answer: Parameters<typeof desk.app.handlers.issuance.decide>[0]['answer']) => desk.app.handlers.issuance.decide({ caseId, answer });

describe('a likeness', () => {
  it('with data that agree is granted without anybody', async () => {
    const citizen = await toComparison();
    await desk.reached(citizen, 'grant');
    await desk.signIn('training-agent');
    expect(await desk.waiting()).toEqual([]);
    expect(desk.entries('case-advanced').at(-1)).toMatchObject({ happened: 'compared', from: 'comparison', to: 'grant' });
  });

  it('that is doubted is looked at by one operator, who sees faces, fields and no name in the list', async () => {
    desk.faces = UNSURE;
    const person = desk.person();
    const citizen = await toComparison({}, person);
    await desk.reached(citizen, 'moderation');
    await desk.signIn('training-agent');
    const [row] = await desk.waiting();
    expect(row).toMatchObject({ caseId: citizen.id, kind: 'moderation', priority: 'normal', held: 'free' });
    expect(JSON.stringify(await desk.waiting())).not.toContain(person.surname);
    const view = await desk.take();
    expect(view).toMatchObject({ approval: 'final', phoneEnding: person.phone!.slice(-2), away: [] });
    expect(view.faces.map(({ pair, state }) => [pair, state])).toEqual([
      ['selfie-card', 'compared'],
      ['selfie-registry', 'compared'],
      ['card-registry', 'compared'],
      ['selfie-session', 'compared'],
    ]);
    expect(view.fields.find(({ field }) => field === 'surname')).toMatchObject({ onCard: person.surname, registered: person.surname, comparison: 'equal' });
    const selfie = view.materials.find(({ name }) => name === 'selfie')!;
    expect((await desk.app.handlers.issuance.material({ caseId: citizen.id, sha256: selfie.sha256 }))?.length).toBeGreaterThan(500);
    expect(await decide(citizen.id, { decision: 'approve' })).toEqual({ ok: true, stage: 'grant' });
    await desk.reached(citizen, 'grant');
    expect(await desk.app.handlers.issuance.current(null)).toBeNull();
  });
});

describe('a mismatch', () => {
  it('is passed by two operators only, and the second is another person', async () => {
    desk.faces = STRANGERS;
    const citizen = await toComparison();
    await desk.reached(citizen, 'moderation');
    await desk.signIn('training-agent');
    expect((await desk.take()).approval).toBe('needs-second');
    expect(await decide(citizen.id, { decision: 'approve' })).toEqual({ ok: true, stage: 'second-opinion' });
    expect(await desk.waiting()).toMatchObject([{ kind: 'second-opinion', held: 'not-for-you', priority: 'high' }]);
    expect(await desk.app.handlers.issuance.takeNext(null)).toEqual({ state: 'none-waiting' });
    await desk.signIn('training-supervisor');
    expect((await desk.take()).approval).toBe('final');
    expect(await decide(citizen.id, { decision: 'approve' })).toEqual({ ok: true, stage: 'grant' });
    const operators = desk.journal.stored.filter(({ event }) => event.kind === 'case-advanced' && event.happened === 'moderated').map(({ operatorId }) => operatorId);
    expect(operators).toEqual(['training-agent', 'training-supervisor']);
  });

  it('of the data is marked in its field, and the refusal says why', async () => {
    const citizen = await toComparison({ surname: 'ӨЗГЕРГЕНОВА' });
    await desk.reached(citizen, 'moderation');
    await desk.signIn('training-tson');
    const view = await desk.take();
    expect(view.fields.filter(({ comparison }) => comparison === 'different').map(({ field }) => field)).toEqual(['surname']);
    expect(view.case.stage).toMatchObject({ priority: 'high', reasons: ['data-differ'] });
    expect(await decide(citizen.id, { decision: 'refuse', reason: 'data-differ' })).toEqual({ ok: true, stage: 'refused' });
    await desk.reached(citizen, 'refused');
  });

  it('may be photographed again', async () => {
    const citizen = await toComparison({ number: '000000001' });
    await desk.reached(citizen, 'moderation');
    await desk.signIn('training-tson');
    await desk.take();
    expect(await decide(citizen.id, { decision: 'retake', reason: 'card-unreadable' })).toEqual({ ok: true, stage: 'card' });
    await desk.reached(citizen, 'card');
    await citizen.card();
    await desk.reached(citizen, 'grant');
  });
});

describe('who may not', () => {
  it('a teller of a bank is told nothing of cases', async () => {
    await desk.signIn('training-bank');
    await expect(Promise.resolve(desk.app.handlers.issuance.queue(null))).rejects.toMatchObject({ reason: 'role' });
  });

  it('a case somebody holds is not decided by another', async () => {
    desk.faces = UNSURE;
    const citizen = await toComparison();
    await desk.reached(citizen, 'moderation');
    await desk.signIn('training-agent');
    await desk.take();
    await desk.signIn('training-supervisor');
    expect(await desk.waiting()).toMatchObject([{ held: 'by-another' }]);
    expect(await decide(citizen.id, { decision: 'approve' })).toEqual({ ok: false, code: 'not-held' });
    await desk.signIn('training-agent');
  });

  it('an operator does not get the own application', async () => {
    const operator = (await desk.stand.connection()).organisation.operators.find(({ id }) => id === 'training-agent')!;
    desk.faces = UNSURE;
    const person = desk.stand.control.population.byIin(operator.iin)!;
    const citizen = await toComparison({}, person);
    await desk.reached(citizen, 'moderation');
    await desk.signIn('training-agent');
    expect(await desk.app.handlers.issuance.takeNext(null)).toEqual({ state: 'none-waiting' });
    await desk.signIn('training-tson');
    expect((await desk.take()).case.id).toBe(citizen.id);
  });
});

describe('what is sealed', () => {
  it('is what lay before the operator, and nothing is approved that did not', async () => {
    desk.faces = UNSURE;
    const person = desk.person();
    const citizen = await toComparison({}, person);
    await desk.reached(citizen, 'moderation');
    await desk.signIn('training-agent');
    const { takeNext, current, material } = desk.app.handlers.issuance;
    const taken = await takeNext(null);
    if (taken.state !== 'taken') throw new Error(taken.state);
    expect(await decide(citizen.id, { decision: 'approve' })).toEqual({ ok: false, code: 'not-seen' });
    const faces = taken.view.materials.filter(({ name }) => ['selfie', 'card-front', 'registry-photo'].includes(name));
    for (const { sha256 } of faces.slice(1)) await material({ caseId: citizen.id, sha256 });
    expect(await decide(citizen.id, { decision: 'approve' })).toEqual({ ok: false, code: 'not-seen' });
    await material({ caseId: citizen.id, sha256: faces[0]!.sha256 });
    // What is heard of the person meanwhile was not on the screen, so it is not what was decided upon.
    desk.stand.control.setWanted(person.iin, true);
    expect(await current(null)).toEqual(taken.view);
    expect(await decide(citizen.id, { decision: 'approve' })).toEqual({ ok: true, stage: 'grant' });
    expect(desk.entries('evidence-sealed')).toHaveLength(1);
  });
});

describe('what speaks of a risk', () => {
  it('brings even a likeness before a human, with the figure it saw', async () => {
    const device = 'd'.repeat(64);
    for (let strangers = 0; strangers < 2; strangers += 1) await desk.apply(desk.person(), device);
    const person = desk.person();
    desk.stand.control.setWanted(person.iin, true);
    const citizen = await desk.apply(person, device);
    await citizen.identify((ms) => desk.time.advance(ms));
    await citizen.card();
    await desk.reached(citizen, 'moderation');
    await desk.signIn('training-agent');
    const view = await desk.take();
    expect(view.risks).toEqual([
      { risk: 'shared-device', at: null, count: 2 },
      { risk: 'person-wanted', at: null, count: null },
    ]);
    expect(view.case.stage).toMatchObject({ stage: 'moderation', reasons: [] });
    expect(view.case.risks).toEqual(['shared-device', 'person-wanted']);
  });
});

describe('a person who applies again and again', () => {
  it('comes before a human with the third application of a week, not with the second', async () => {
    const person = desk.person();
    const again = async (): Promise<PortalCitizen> => {
      const citizen = await toComparison({}, person);
      await desk.reached(citizen, 'grant');
      await citizen.act('withdraw');
      await desk.reached(citizen, 'withdrawn');
      return citizen;
    };
    await again();
    await again();
    const third = await toComparison({}, person);
    await desk.reached(third, 'moderation');
    await desk.signIn('training-agent');
    const view = await desk.take();
    expect(view.risks).toEqual([{ risk: 'many-applications', at: null, count: 3 }]);
    expect(view.case).toMatchObject({ id: third.id, risks: ['many-applications'] });
  });
});

describe('what the camera saw before the session that passed', () => {
  it.each([
    ['somebody beside the person', { faces: 2, suspicions: [] }, ['second-person-seen'], ['second-person']],
    ['a camera that is a program', { faces: 2, suspicions: ['virtual-camera-name'] }, ['virtual-camera', 'second-person-seen'], ['camera-suspect', 'second-person']],
  ] as [string, DisturbedSession, string[], string[]][])('%s comes before a human', async (_, disturbed, risks, reasons) => {
    const citizen = await desk.apply(desk.person(), undefined, undefined, disturbed);
    await citizen.identify((ms) => desk.time.advance(ms));
    await citizen.card();
    await desk.reached(citizen, 'moderation');
    await desk.signIn('training-agent');
    const view = await desk.take();
    expect(view.risks.map(({ risk }) => risk)).toEqual(risks);
    expect(view.case.stage).toMatchObject({ stage: 'moderation', reasons });
  });
});

describe('a system that is away', () => {
  it('leaves the case where it is, and the comparison is made when it is back', async () => {
    const person = desk.person();
    const citizen = await desk.apply(person);
    await citizen.identify((ms) => desk.time.advance(ms));
    await desk.stand.control.change({ outage: ['shep'] });
    await citizen.card();
    await desk.reached(citizen, 'comparison');
    await desk.stand.control.change({ outage: [] });
    await desk.crash();
    await desk.reached(citizen, 'grant');
  });

  it('is told beside the queue, and no longer when it is back', async () => {
    const awaySince = async () => {
      const queue = await desk.app.handlers.issuance.queue(null);
      return queue.state === 'on' ? queue.portalAwaySince : 'off';
    };
    await desk.stand.control.change({ outage: ['issuance'] });
    await desk.crash();
    await desk.signIn('training-agent');
    await expect.poll(awaySince).toBe(desk.time.clock.now().toISOString());
    await desk.stand.control.change({ outage: [] });
    // The next look at the portal is set only when the last has ended, which may be after this moment.
    const later = () => {
      desk.time.advance(5000);
      return awaySince();
    };
    await expect.poll(later).toBeNull();
  });
});
