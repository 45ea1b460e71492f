/** The workstation dies in every state of a case and is started again: the case goes on where it was, each step is in the journal once, and what an operator held is theirs. */
import { describe, expect, it } from 'vitest';
import { getKeys } from '../../fakes/portal-citizen.ts';
import { STRANGERS, UNSURE, useDeskOnPortal } from './desk-on-portal.ts';

const desk = useDeskOnPortal();

/** Steps of the cases in the journal; a lost or repeated one would break the count. */
function stepsOf(caseId: string): number[] {
  return desk.entries('case-advanced').flatMap((event) => (event.kind === 'case-advanced' && event.caseId === caseId ? [event.step] : []));
}

describe('a crash', () => {
  it('at every stage of the straight way loses nothing', async () => {
    const { reached } = desk;
    const seen: string[] = [];
    desk.reached = async (citizen, stage) => {
      await reached(citizen, stage);
      if (!seen.includes(stage)) {
        seen.push(stage);
        await desk.crash();
      }
    };
    try {
      const citizen = await desk.apply(desk.person());
      await citizen.identify((ms) => desk.time.advance(ms));
      await citizen.card();
      await desk.reached(citizen, 'grant');
      await getKeys(citizen, desk.reached);
      expect(seen).toEqual(['phone', 'identification', 'account', 'card', 'confirmation', 'grant', 'application', 'requests', 'installation', 'issued']);
      const steps = stepsOf(citizen.id);
      expect(steps).toEqual(steps.map((_, index) => index + 1));
    } finally {
      desk.reached = reached;
    }
  });

  it('where an operator is waited for leaves the case waiting, and a second opinion is still another one’s to give', async () => {
    const [unreachable, unable] = [await desk.apply(desk.person()), await desk.apply(desk.person())];
    await desk.reached(unreachable, 'phone');
    await unreachable.act('phone-unreachable');
    await desk.reached(unreachable, 'phone-registration');
    await unable.act('phone-code/send');
    await unable.act('phone-code', { code: /\d{6}/.exec(desk.stand.control.messagesTo(desk.phoneOf(unable))[0]!.text.ru)![0] });
    await desk.reached(unable, 'identification');
    await unable.act('liveness-unable', { cause: 'cannot-run' });
    await desk.reached(unable, 'operator-identification');
    desk.faces = STRANGERS;
    const doubted = await desk.apply(desk.person());
    await doubted.identify((ms) => desk.time.advance(ms));
    await doubted.card();
    await desk.reached(doubted, 'moderation');
    await desk.signIn('training-agent');
    await desk.take();
    await desk.app.handlers.issuance.decide({ caseId: doubted.id, answer: { decision: 'approve' } });
    await desk.crash();
    await desk.signIn('training-agent');
    const kinds = (await desk.waiting()).map(({ kind, held }) => `${kind} ${held}`);
    expect(kinds.toSorted()).toEqual(['operator-identification free', 'phone-registration free', 'second-opinion not-for-you']);
  });

  it('with a case in hand gives it back to the same operator, whole', async () => {
    desk.faces = UNSURE;
    const citizen = await desk.apply(desk.person());
    await citizen.identify((ms) => desk.time.advance(ms));
    await citizen.card();
    await desk.reached(citizen, 'moderation');
    await desk.signIn('training-agent');
    const before = await desk.take();
    await desk.crash();
    await desk.signIn('training-tson');
    expect(await desk.app.handlers.issuance.current(null)).toBeNull();
    await desk.signIn('training-agent');
    const after = await desk.app.handlers.issuance.current(null);
    expect(after).toEqual(before);
    await desk.look(after!);
    expect(await desk.app.handlers.issuance.decide({ caseId: citizen.id, answer: { decision: 'approve' } })).toMatchObject({ ok: true, stage: 'grant' });
  });

  it('between the seal and the step asks the operator again, and both packages are in the journal', async () => {
    desk.faces = UNSURE;
    const citizen = await desk.apply(desk.person());
    await citizen.identify((ms) => desk.time.advance(ms));
    await citizen.card();
    await desk.reached(citizen, 'moderation');
    await desk.signIn('training-agent');
    await desk.take();
    const { append } = desk.journal;
    desk.journal.append = async (entry, mark) => {
      const written = await append.call(desk.journal, entry, mark);
      if (entry.event.kind === 'evidence-sealed') throw new Error('killed');
      return written;
    };
    await expect(Promise.resolve(desk.app.handlers.issuance.decide({ caseId: citizen.id, answer: { decision: 'approve' } }))).rejects.toThrow('killed');
    desk.journal.append = append;
    await desk.crash();
    await desk.signIn('training-agent');
    const again = await desk.app.handlers.issuance.current(null);
    expect(again?.case.stage.stage).toBe('moderation');
    await desk.look(again!);
    expect(await desk.app.handlers.issuance.decide({ caseId: citizen.id, answer: { decision: 'approve' } })).toMatchObject({ ok: true });
    expect(desk.entries('evidence-sealed')).toHaveLength(2);
  });
});
