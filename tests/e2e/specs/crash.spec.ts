/** The workstation is killed while applications stand at every stage: started again, it knows each, and each goes on from where its owner brought it meanwhile, or stays ended. */
import SqliteDatabase from 'better-sqlite3';
import { dataFiles } from '../../../electron/adapters/files/data-directory.ts';
import { CITIZEN_BUNDLE } from '../../../electron/launch/repository.ts';
import { startStand } from '../../../electron/stand/index.ts';
import { ru } from '../../../renderer/citizen/texts/ru.ts';
import { getKeys, goOn, greyPicture, type PortalCitizen } from '../../fakes/portal-citizen.ts';
import { OPERATOR_NAMES } from '../drivers/operators.ts';
import { reached, RoadsOfCases } from '../drivers/roads-of-cases.ts';
import { expect, test } from '../fixtures.ts';
import { CitizenPage } from '../screens/citizen-page.ts';
import { SignInScreenObject } from '../screens/sign-in-screen.ts';
import { WORDS } from '../screens/words.ts';
import { openCitizenBrowser } from '../shells/citizen-browser.ts';
import { type MortalDesk, openMortalDesk } from '../shells/mortal-desk.ts';

const { cases: words } = WORDS.ru;
const NEW_NUMBER = '+77089991001';
const ANOTHER_NUMBER = '+77089991002';
/** Longer than an application may take. */
const LONG_AGO_MS = 31 * 24 * 60 * 60 * 1000;

async function signIn({ page }: MortalDesk): Promise<void> {
  const signInScreen = new SignInScreenObject(page, WORDS.ru);
  await signInScreen.speak('ru');
  await signInScreen.signInAs(OPERATOR_NAMES.agent);
  await expect(page.getByRole('navigation').getByText(/^Заявки/)).toBeVisible();
}

/** What the journal of a dead desk says of an application: stages, evidence, calls of БМГ. */
function journalOf(dataDirectory: string, { id }: PortalCitizen): unknown[] {
  const database = new SqliteDatabase(dataFiles(dataDirectory).journal, { readonly: true });
  try {
    return database.prepare(`SELECT at, kind, rest FROM entries WHERE rest LIKE '%' || ? || '%' ORDER BY sequence`).all(id);
  } finally {
    database.close();
  }
}

test('killed with an application at every stage, the desk goes on with each, and what has ended stays ended', async ({ shell }) => {
  test.skip(shell === 'electron', 'the desk of this test is a process of its own in the Chromium shell');
  test.slow();
  let behindMs = 0;
  const stand = await startStand({ seed: 7, citizenBundle: CITIZEN_BUNDLE, now: () => new Date(Date.now() - behindMs) });
  let desk: MortalDesk | null = null;
  const { organisation } = await stand.connection();
  const roads = new RoadsOfCases(stand, () => desk!.page, new Set(organisation.operators.map(({ iin }) => iin)));
  behindMs = LONG_AGO_MS;
  const expired = await roads.begin();
  behindMs = 0;
  const [mortal, browser] = await Promise.all([openMortalDesk(stand.url), openCitizenBrowser(stand.url)]);
  desk = mortal;
  const begin = (picture?: Buffer): Promise<PortalCitizen> => roads.begin(picture && { picture });

  try {
    await signIn(desk);
    const [phone, registration, cooling, identification, blocked, operator] = [await begin(), await begin(), await begin(), await begin(), await begin(), await begin()];
    const [account, card, confirmation, comparison, held, second] = [await begin(), await begin(), await begin(), await begin(), await begin(greyPicture(120)), await begin()];
    const onRoad = { grant: await begin(), application: await begin(), requests: await begin(), decision: await begin(), installation: await begin() };
    const ended = { issued: await begin(), registered: await roads.begin({ aim: 'phone' }), refused: await begin(), withdrawn: await begin(), expired };
    const keys = [...Object.values(onRoad), ended.issued];
    await Promise.all([
      roads.toRegistration(registration), roads.toCoolingOff(cooling, NEW_NUMBER), roads.toIdentification(identification), roads.toBlocked(blocked), roads.toOperator(operator),
      roads.toAccount(account), roads.toRegistered(ended.registered, ANOTHER_NUMBER), roads.toRefused(ended.refused), roads.toWithdrawn(ended.withdrawn), reached(expired, 'expired'),
    ]);
    // While one is compared, the next comes to the counter.
    await Promise.all([
      ...[second, ...keys].map((each) => roads.toModeration(each, each === second ? { surname: 'БӨТЕН' } : {})),
      ...[card, confirmation, comparison, held].map((each) => roads.toCard(each)),
    ]);
    for (const _ of [second, ...keys]) await roads.approveNext();
    await Promise.all([
      getKeys(ended.issued, reached),
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
    /** What the own page of somebody whose application has ended says, once everything is there. */
    async function pageOf(citizen: PortalCitizen, heading: string): Promise<string> {
      const side = new CitizenPage(browser.page, stand, roads.personOf(citizen));
      await side.continueWith(citizen);
      await side.at(heading);
      if (citizen === ended.issued) for (const last of [ru.keys.issued.receipt, ru.keys.trial.absent]) await side.page.getByText(last).waitFor();
      return side.page.locator('main').innerText();
    }
    const ENDS: readonly [PortalCitizen, string][] = [
      [ended.issued, ru.keys.issued.title], [ended.registered, ru.phoneOnly.done], [ended.refused, ru.ended.refused], [ended.withdrawn, ru.ended.withdrawn], [ended.expired, ru.ended.expired],
    ];
    const endsOnPages = async (): Promise<string[]> => {
      const said = [];
      for (const end of ENDS) said.push(await pageOf(...end));
      return said;
    };
    /** Everything that was done about the ended, wherever it left a trace. */
    const traces = () =>
      ENDS.map(([citizen]) => {
        const { iin, phone: number } = roads.personOf(citizen);
        return { journal: journalOf(mortal.dataDirectory, citizen), sms: stand.control.messagesTo(number!), views: stand.control.viewsOf(iin) };
      });
    const saidBefore = await endsOnPages();
    const side = new CitizenPage(browser.page, stand, roads.personOf(held));
    await side.continueWith(held);
    await side.at(ru.waiting.moderation);
    await desk.page.keyboard.press('Control+i');
    await expect(desk.page.getByRole('button', { name: words.take })).toBeEnabled();
    await desk.page.keyboard.press('F9');
    await expect(desk.page.getByRole('button', { name: words.answer.approve })).toBeEnabled();

    await desk.kill();
    const before = traces();
    expect(before.map(({ journal }) => journal.length > 0)).toEqual(ENDS.map(() => true));
    // Citizens know nothing of it: each does what is next.
    await Promise.all([roads.typeCode(phone), roads.cannotMeasure(identification), roads.choosePin(account), card.photographCard(), confirmation.confirm()]);
    await stand.control.change({ outage: [] });
    await Promise.all((['grant', 'application', 'requests', 'installation'] as const).map((stage) => goOn(onRoad[stage], stage)));
    const atEnds = Object.keys(ended);
    expect(await Promise.all([phone, card, ...Object.values(onRoad), ...Object.values(ended)].map((each) => each.stage()))).toEqual(['phone', 'card', 'grant', 'application', 'requests', 'decision', 'installation', ...atEnds]);
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
      ...Object.entries(ended).map(([stage, citizen]) => [citizen, stage] as [PortalCitizen, string]),
    ];
    for (const [citizen, stage] of expected) await reached(citizen, stage);
    const rows = desk.page.getByRole('row');
    await expect(rows.filter({ hasText: words.kind['second-opinion'] })).toContainText(words.held['not-for-you']);
    await expect(rows.filter({ hasText: words.held.free })).toHaveCount(5);
    await expect(rows).toHaveCount(7);
    expect(await endsOnPages()).toEqual(saidBefore);
    await desk.kill();
    expect(traces()).toEqual(before);
  } finally {
    await browser.close();
    await mortal.close();
    await stand.close();
  }
});
