/** A case an operator gives back: who knows the person never gets it again, whatever is started anew and wherever they sit; anybody else may. */
import { describe, expect, it } from 'vitest';
import type { PortalCitizen } from '../../fakes/portal-citizen.ts';
import { POLICY } from '../../fakes/synthetic-citizen.ts';
import { UNSURE, useDeskOnPortal } from './desk-on-portal.ts';

const desk = useDeskOnPortal();
const takeNext = () => desk.app.handlers.issuance.takeNext(null);
const putBack = (caseId: string, cause: 'acquaintance' | 'shift-over' | 'other') => desk.app.handlers.issuance.putBack({ caseId, cause });

async function takenBy(operatorId: string): Promise<PortalCitizen> {
  desk.faces = UNSURE;
  const citizen = await desk.apply(desk.person());
  await citizen.identify((ms) => desk.time.advance(ms));
  await citizen.card();
  await desk.reached(citizen, 'moderation');
  await desk.signIn(operatorId);
  await desk.take();
  return citizen;
}

describe('a case given back', () => {
  it('because the person is known is not for this operator: after a restart, at another workstation, and the journal says so', async () => {
    const citizen = await takenBy('training-agent');
    expect(await putBack(citizen.id, 'acquaintance')).toMatchObject({ ok: true });
    expect(desk.entries('case-held')).toMatchObject([{ act: 'taken' }, { act: 'put-back', cause: 'acquaintance' }]);
    const barring = desk.journal.stored.filter(({ event }) => event.kind === 'case-advanced' && event.happened === 'operator-barred');
    expect(barring).toMatchObject([{ operatorId: 'training-agent', event: { caseId: citizen.id, from: 'moderation', to: 'moderation' } }]);
    const refused = async () => {
      expect(await desk.waiting()).toMatchObject([{ held: 'not-for-you' }]);
      expect(await takeNext()).toEqual({ state: 'none-waiting' });
    };
    await refused();
    await desk.crash();
    await desk.signIn('training-agent');
    await refused();
    await desk.goTo('desk-8');
    await desk.signIn('training-agent');
    await expect.poll(async () => (await desk.waiting()).map(({ held }) => held)).toEqual(['not-for-you']);
    await refused();
    await desk.signIn('training-supervisor');
    expect((await desk.take()).case.id).toBe(citizen.id);
  });

  it('at the end of a shift is anybody’s, also the same operator’s', async () => {
    const citizen = await takenBy('training-agent');
    await putBack(citizen.id, 'shift-over');
    await desk.crash();
    await desk.signIn('training-agent');
    expect((await desk.take()).case.id).toBe(citizen.id);
  });

  it('too often in a shift pauses the queue for this operator, also after a restart; calls, people at the counter and other operators go on', async () => {
    const { casePutBacksMax, casePutBackWindowMs } = POLICY.numbers;
    const citizen = await takenBy('training-agent');
    for (let time = 1; time < casePutBacksMax; time += 1) {
      await putBack(citizen.id, 'other');
      expect((await takeNext()).state).toBe('taken');
    }
    const until = new Date(desk.time.clock.now().getTime() + casePutBackWindowMs).toISOString();
    await putBack(citizen.id, 'shift-over');
    expect(await takeNext()).toEqual({ state: 'draws-paused', until });
    expect(desk.entries('draws-paused')).toMatchObject([{ until, policyVersion: POLICY.version }]);
    await desk.crash();
    await desk.signIn('training-agent');
    expect(await takeNext()).toEqual({ state: 'draws-paused', until });
    const person = desk.person();
    const another = await desk.apply(person);
    await another.act('phone-unreachable');
    await desk.reached(another, 'phone-registration');
    expect(await desk.app.handlers.issuance.openAtCounter({ iin: person.iin })).toMatchObject({ state: 'taken', view: { case: { id: another.id } } });
    await putBack(another.id, 'shift-over');
    await desk.signIn('training-tson');
    expect((await takeNext()).state).toBe('taken');
    await putBack(citizen.id, 'shift-over');
    desk.time.advance(casePutBackWindowMs + 1);
    await desk.signIn('training-agent');
    expect((await takeNext()).state).toBe('taken');
  });

  it('by an operator who dies before it was let go of is not theirs when the workstation is back', async () => {
    const citizen = await takenBy('training-agent');
    const { append } = desk.journal;
    desk.journal.append = async (entry, mark) => {
      if (entry.event.kind === 'case-held') throw new Error('killed');
      return append.call(desk.journal, entry, mark);
    };
    await expect(putBack(citizen.id, 'acquaintance')).rejects.toThrow('killed');
    desk.journal.append = append;
    await desk.crash();
    await desk.signIn('training-agent');
    expect(await desk.app.handlers.issuance.current(null)).toBeNull();
    expect(await takeNext()).toEqual({ state: 'none-waiting' });
    await desk.signIn('training-supervisor');
    expect((await desk.take()).case.id).toBe(citizen.id);
  });
});
