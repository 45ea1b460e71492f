/** Failed identifications belong to the person, not to one application: who withdraws and applies anew escapes neither the block nor the count. */
import { describe, expect, it } from 'vitest';
import { greyPicture, type PortalCitizen } from '../../fakes/portal-citizen.ts';
import type { StandPerson } from '../../../electron/stand/population/index.ts';
import { useDeskOnPortal } from './desk-on-portal.ts';

const desk = useDeskOnPortal();
const BLOCK_MS = 15 * 60_000;

/** A new application, its number confirmed. */
async function begun(person: StandPerson): Promise<PortalCitizen> {
  const citizen = await desk.apply(person);
  await confirmed(citizen, person);
  return citizen;
}

async function confirmed(citizen: PortalCitizen, person: StandPerson): Promise<void> {
  await desk.reached(citizen, 'phone');
  await citizen.act('phone-code/send');
  await citizen.act('phone-code', { code: /\d{6}/.exec(desk.stand.control.messages(person.iin)[0]!.text.ru)![0] });
}

let pictures = 0;
async function fail(citizen: PortalCitizen): Promise<void> {
  await desk.reached(citizen, 'identification');
  await citizen.picture('selfie', greyPicture(60 + (pictures += 1)));
  const { body } = await citizen.act('liveness');
  await citizen.act(`liveness/${String(body['session'])}`, {
    engine: 'test', rulesVersion: '2026.1', plan: [], framesPerSecond: 15, frames: [], stills: [],
    camera: { label: 'Camera', width: 640, height: 480, frameRate: 30, suspicions: [] },
  });
}

/** The feed is looked at again at the latest when its wait is over; a new start does it at once. */
async function blockEnds(): Promise<void> {
  desk.time.advance(BLOCK_MS);
  await desk.crash();
}

const attemptsOf = async (citizen: PortalCitizen) => (await citizen.read('stage'))['attempts'];

describe('a person who failed, withdrew and applies anew', () => {
  it('is still blocked, another person is not, and after its time the person may try again', async () => {
    const person = desk.person();
    const first = await begun(person);
    await fail(first);
    await desk.reached(first, 'blocked');
    await first.act('withdraw');
    await desk.reached(first, 'withdrawn');
    const second = await begun(person);
    await desk.reached(second, 'blocked');
    expect(await attemptsOf(second)).toEqual({ failed: 1, of: 5 });
    await desk.reached(await begun(desk.person()), 'identification');
    await blockEnds();
    await desk.reached(second, 'identification');
    const told = JSON.stringify(desk.journal.stored);
    expect(told).toContain('account-failed');
    expect(told).not.toContain(person.iin);
  });

  it('meets an operator after five failures altogether, and counts anew once the comparison knew them', async () => {
    const person = desk.person();
    for (let failures = 1; failures < 5; failures += 1) {
      const citizen = await begun(person);
      await fail(citizen);
      await desk.reached(citizen, 'blocked');
      await blockEnds();
      await citizen.act('withdraw');
      await desk.reached(citizen, 'withdrawn');
    }
    const last = await begun(person);
    await fail(last);
    await desk.reached(last, 'operator-identification');
    await last.act('withdraw');
    const again = await begun(person);
    await desk.reached(again, 'operator-identification');
    await desk.signIn('training-tson');
    await desk.app.handlers.issuance.openAtCounter({ iin: person.iin });
    const checked = { originalCard: true, faceLikeCard: true, ofOwnWill: true } as const;
    expect(await desk.app.handlers.issuance.identifyAtCounter({ caseId: again.id, checked })).toEqual({ ok: true, stage: 'account' });
    await desk.reached(again, 'account');
    await again.act('account', { pin: '804217' });
    await desk.reached(again, 'card');
    await again.card();
    // Six applications in a week: a human looks.
    await desk.reached(again, 'moderation');
    await desk.signIn('training-agent');
    await desk.take();
    expect(await desk.app.handlers.issuance.decide({ caseId: again.id, answer: { decision: 'approve' } })).toEqual({ ok: true, stage: 'grant' });
    await desk.reached(again, 'grant');
    const known = await begun(person);
    await desk.reached(known, 'identification');
    expect(await attemptsOf(known)).toEqual({ failed: 0, of: 5 });
  });
});

describe('two applications of one person side by side', () => {
  it('are blocked together', async () => {
    const person = desk.person();
    const [one, other] = [await begun(person), await begun(person)];
    await desk.reached(other, 'identification');
    await fail(one);
    await desk.reached(one, 'blocked');
    await desk.reached(other, 'blocked');
    expect((await other.act('liveness')).status).toBe(409);
    await blockEnds();
    await desk.reached(other, 'identification');
  });
});
