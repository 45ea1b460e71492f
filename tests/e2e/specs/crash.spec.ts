/** The workstation is killed while applications stand at every stage: started again, it knows each, and each goes on from where its owner brought it meanwhile. */
import { CITIZEN_BUNDLE } from '../../../electron/launch/repository.ts';
import { startStand } from '../../../electron/stand/index.ts';
import type { CaseView } from '../../../shared/domain/issuance/case-desk.ts';
import { ru } from '../../../renderer/citizen/texts/ru.ts';
import { getKeys, goOn, greyPicture, PIN, portalCitizen, type PortalCitizen } from '../../fakes/portal-citizen.ts';
import { OPERATOR_NAMES } from '../drivers/operators.ts';
import { expect, test } from '../fixtures.ts';
import { CitizenPage } from '../screens/citizen-page.ts';
import { SignInScreenObject } from '../screens/sign-in-screen.ts';
import { WORDS } from '../screens/words.ts';
import { openCitizenBrowser } from '../shells/citizen-browser.ts';
import { type MortalDesk, openMortalDesk } from '../shells/mortal-desk.ts';

const { cases: words } = WORDS.ru;
const NEW_NUMBER = '+77089991001';
/** Of somebody whose movements could not be measured. */
const NOTHING_MEASURED = { engine: 'test', rulesVersion: '2026.1', plan: [], framesPerSecond: 15, frames: [], stills: [], camera: { label: 'Camera', width: 640, height: 480, frameRate: 30, suspicions: [] } };

/** The head of a picture without its points: a human has to look, and the engine has nothing to do for as many cases as there are stages. */
const DAMAGED = Buffer.concat([greyPicture(120).subarray(0, 200), Buffer.of(0xff, 0xd9)]);

const reached = (citizen: PortalCitizen, stage: string): Promise<void> => expect.poll(() => citizen.stage(), { timeout: 60_000, intervals: [50] }).toBe(stage);

/** One call of the operator's page, past its buttons. */
const call = (desk: MortalDesk, name: string, input: unknown): Promise<unknown> =>
  desk.page.evaluate(
    async ([called, given]) => {
      const { host } = globalThis as unknown as { host: { call(name: unknown, input: unknown): Promise<{ ok: boolean; value: unknown }> } };
      const reply = await host.call(called, given);
      if (!reply.ok) throw new Error(JSON.stringify(reply));
      return reply.value;
    },
    [name, input] as const,
  );

async function signIn({ page }: MortalDesk): Promise<void> {
  const signInScreen = new SignInScreenObject(page, WORDS.ru);
  await signInScreen.speak('ru');
  await signInScreen.signInAs(OPERATOR_NAMES.agent);
  await expect(page.getByRole('navigation').getByText(/^Заявки/)).toBeVisible();
}

/** The next case, with its pictures on the screen. */
async function approveNext(desk: MortalDesk): Promise<void> {
  const { view } = (await call(desk, 'issuance.takeNext', null)) as { view: CaseView };
  const caseId = view.case.id;
  for (const { sha256 } of view.materials) await call(desk, 'issuance.material', { caseId, sha256 });
  expect(await call(desk, 'issuance.decide', { caseId, answer: { decision: 'approve' } })).toMatchObject({ ok: true });
}

test('killed with an application at every stage, the desk goes on with each', async ({ shell }) => {
  test.skip(shell === 'electron', 'the desk of this test is a process of its own in the Chromium shell');
  test.slow();
  const stand = await startStand({ seed: 7, citizenBundle: CITIZEN_BUNDLE });
  const [desk, browser] = await Promise.all([openMortalDesk(stand.url), openCitizenBrowser(stand.url)]);
  const people = stand.control.population.people
    .filter(({ trainingCase, phone, documents, iin, deathDate }) =>
      trainingCase === null && phone !== null && deathDate === null && documents.some(({ type, ownerIin }) => type === 'identity_card' && ownerIin === iin))
    // Some share a number: the newest code on it would be another one's.
    .filter(({ phone }, index, all) => all.findIndex((other) => other.phone === phone) === index);
  const personOf = new Map<PortalCitizen, (typeof people)[number]>();
  const codeTo = (phone: string): string => /\d{6}/.exec(stand.control.messagesTo(phone)[0]!.text.ru)![0];

  async function begin(picture: Buffer = DAMAGED): Promise<PortalCitizen> {
    const person = people[personOf.size]!;
    person.portrait = new Uint8Array(picture);
    const citizen = await portalCitizen(stand, person, reached, { front: picture });
    personOf.set(citizen, person);
    await reached(citizen, 'phone');
    return citizen;
  }
  async function typeCode(citizen: PortalCitizen): Promise<void> {
    await citizen.act('phone-code/send');
    await citizen.act('phone-code', { code: codeTo(personOf.get(citizen)!.phone!) });
  }
  async function toIdentification(citizen: PortalCitizen): Promise<void> {
    await typeCode(citizen);
    await reached(citizen, 'identification');
  }
  const cannotMeasure = (citizen: PortalCitizen) => citizen.act('liveness-unable', { cause: 'cannot-run' });
  async function toOperator(citizen: PortalCitizen): Promise<void> {
    await toIdentification(citizen);
    await cannotMeasure(citizen);
    await reached(citizen, 'operator-identification');
  }
  async function toAccount(citizen: PortalCitizen): Promise<void> {
    await toOperator(citizen);
    await call(desk, 'issuance.openAtCounter', { iin: personOf.get(citizen)!.iin });
    await call(desk, 'issuance.identifyAtCounter', { caseId: citizen.id, checked: { originalCard: true, faceLikeCard: true, ofOwnWill: true } });
    await reached(citizen, 'account');
  }
  const choosePin = (citizen: PortalCitizen) => citizen.act('account', { pin: PIN });
  async function toCard(citizen: PortalCitizen): Promise<void> {
    await toAccount(citizen);
    await choosePin(citizen);
    await reached(citizen, 'card');
  }
  async function toModeration(citizen: PortalCitizen, onCard: { surname?: string } = {}): Promise<void> {
    await toCard(citizen);
    await citizen.card(onCard);
    await reached(citizen, 'moderation');
  }
  async function toRegistration(citizen: PortalCitizen): Promise<void> {
    await citizen.act('phone-unreachable');
    await reached(citizen, 'phone-registration');
  }
  async function toCoolingOff(citizen: PortalCitizen): Promise<void> {
    await toRegistration(citizen);
    await call(desk, 'issuance.openAtCounter', { iin: personOf.get(citizen)!.iin });
    const { registrationId } = (await call(desk, 'issuance.registerPhone', { whom: { caseId: citizen.id }, phone: NEW_NUMBER, how: 'counter' })) as { registrationId: string };
    await citizen.act('phone-registration/code', { code: codeTo(NEW_NUMBER) });
    await call(desk, 'issuance.pollPhone', { registrationId });
    await reached(citizen, 'cooling-off');
  }
  async function toBlocked(citizen: PortalCitizen): Promise<void> {
    await toIdentification(citizen);
    await citizen.picture('selfie', greyPicture(60));
    const { body } = await citizen.act('liveness');
    await citizen.act(`liveness/${String(body['session'])}`, NOTHING_MEASURED);
    await reached(citizen, 'blocked');
  }

  try {
    await signIn(desk);
    const [phone, registration, cooling, identification, blocked, operator] = [await begin(), await begin(), await begin(), await begin(), await begin(), await begin()];
    const [account, card, confirmation, comparison, held, second] = [await begin(), await begin(), await begin(), await begin(), await begin(greyPicture(120)), await begin()];
    const onRoad = { grant: await begin(), application: await begin(), requests: await begin(), decision: await begin(), installation: await begin() };
    const keys = Object.values(onRoad);
    await Promise.all([toRegistration(registration), toCoolingOff(cooling), toIdentification(identification), toBlocked(blocked), toOperator(operator), toAccount(account)]);
    // While one is compared, the next comes to the counter.
    await Promise.all([
      ...[second, ...keys].map((each) => toModeration(each, each === second ? { surname: 'БӨТЕН' } : {})),
      ...[card, confirmation, comparison, held].map(toCard),
    ]);
    for (const _ of [second, ...keys]) await approveNext(desk);
    await Promise.all([
      getKeys(onRoad.application, reached, 'application'),
      getKeys(onRoad.requests, reached, 'requests'),
      getKeys(onRoad.installation, reached, 'installation'),
      getKeys(onRoad.decision, reached, 'requests'),
      confirmation.photographCard(),
      held.card(),
    ]);
    await reached(held, 'moderation');
    await stand.control.change({ outage: ['shep', 'nca'] });
    await Promise.all([comparison.card(), goOn(onRoad.decision, 'requests')]);
    await Promise.all([reached(comparison, 'comparison'), reached(onRoad.decision, 'decision'), reached(confirmation, 'confirmation'), reached(second, 'second-opinion')]);
    const side = new CitizenPage(browser.page, stand, personOf.get(held)!);
    await side.continueWith(held);
    await side.at(ru.waiting.moderation);
    await desk.page.keyboard.press('Control+i');
    await expect(desk.page.getByRole('button', { name: words.take })).toBeEnabled();
    await desk.page.keyboard.press('F9');
    await expect(desk.page.getByRole('button', { name: words.answer.approve })).toBeEnabled();

    await desk.kill();
    // Citizens know nothing of it: each does what is next.
    await Promise.all([typeCode(phone), cannotMeasure(identification), choosePin(account), card.photographCard(), confirmation.confirm()]);
    await stand.control.change({ outage: [] });
    await Promise.all((['grant', 'application', 'requests', 'installation'] as const).map((stage) => goOn(onRoad[stage], stage)));
    expect(await Promise.all([phone, card, ...keys].map((each) => each.stage()))).toEqual(['phone', 'card', 'grant', 'application', 'requests', 'decision', 'installation']);
    await desk.start();

    await signIn(desk);
    await desk.page.keyboard.press('Control+i');
    // What this operator had in hand lies before them again.
    await expect(desk.page.getByRole('button', { name: words.answer.approve })).toBeEnabled();
    await desk.page.keyboard.press('F9');
    await side.at(ru.grant.title);
    const expected: readonly [PortalCitizen, string][] = [
      [phone, 'identification'], [registration, 'phone-registration'], [cooling, 'cooling-off'], [identification, 'operator-identification'], [blocked, 'blocked'],
      [operator, 'operator-identification'], [account, 'card'], [card, 'confirmation'], [confirmation, 'moderation'], [comparison, 'moderation'], [second, 'second-opinion'],
      [onRoad.grant, 'application'], [onRoad.application, 'requests'], [onRoad.requests, 'installation'], [onRoad.decision, 'installation'], [onRoad.installation, 'issued'],
    ];
    for (const [citizen, stage] of expected) await reached(citizen, stage);
    const rows = desk.page.getByRole('row');
    await expect(rows.filter({ hasText: words.kind['second-opinion'] })).toContainText(words.held['not-for-you']);
    await expect(rows.filter({ hasText: words.held.free })).toHaveCount(5);
  } finally {
    await browser.close();
    await desk.close();
    await stand.close();
  }
});
