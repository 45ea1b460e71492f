/** A citizen before the portal: alone to the keys where all goes well, led to a person where it does not. */
import { join } from 'node:path';
import { REPOSITORY } from '../../../electron/launch/repository.ts';
import { ru } from '../../../renderer/citizen/texts/ru.ts';
import { EMAIL, GOOD_PASSWORD } from '../../fakes/citizen-keys.ts';
import { PIN } from '../../fakes/portal-citizen.ts';
import { actingPerson } from '../film/acting-person.ts';
import { HAS_FACE_CLIPS } from '../film/face-clip.ts';
import { expect, test } from '../fixtures.ts';
import { CitizenPage } from '../screens/citizen-page.ts';
import { SigningDialogObject } from '../screens/signing-dialog.ts';
import { openCitizenBrowser } from '../shells/citizen-browser.ts';
import type { TraineeOfDesk } from '../shells/data-of-desk.ts';
import { openDesk } from '../shells/running-desk.ts';
import { openServiceDesk } from '../shells/service-desk.ts';
import { trustOfStand } from '../shells/trust-of-stand.ts';

const FACES = join(REPOSITORY, '../shared/data/face');
/** Owner of the specimen cards with this name, which bear the portrait of person-a (truth.json beside them). */
const TRAINEE: TraineeOfDesk = {
  iin: '801212461181',
  surname: 'ИВАНОВА',
  name: 'ҚАРЛЫҒАШ',
  patronymic: 'НҰРЛАНОВИЧ',
  latin: { surname: 'IVANOVA', name: 'KARLYGASH' },
  sex: 'female',
  birthDate: '1980-12-12',
  card: { number: '007652217', begin: '2019-08-27', end: '2029-08-27' },
  portraitPath: join(FACES, 'faces/person-a.jpg'),
};
const card = (side: 'front' | 'back'): string => join(FACES, `cards/level0-001-${side}.jpg`);

test('alone, from the portal to keys that sign through the local service: nine things to do, and every decision a machine’s', async ({ shell }, testInfo) => {
  test.skip(!HAS_FACE_CLIPS, 'the clips of a moving head lie beside the repository of the project only');
  test.skip(shell === 'electron', 'the signing service stands beside the Chromium shell');
  test.slow();
  const person = await actingPerson('person-a-liveness-right-left-up-down-blink-blink');
  const { desk, service, close } = await openServiceDesk({ camera: 'none', trainee: TRAINEE });
  const answers: string[] = [];
  const browser = await openCitizenBrowser(desk.stand.url, { film: person.film, service: { ...service, overhear: (frame) => answers.push(frame) } });
  try {
    const citizen = new CitizenPage(browser.page, desk.stand, desk.stand.control.population.byIin(TRAINEE.iin)!);
    await citizen.begin();
    await citizen.typeCode();
    await citizen.at(ru.identification.title);
    const again = await citizen.moveAsAsked(person);
    await citizen.at(ru.account.title);
    await citizen.choosePin(PIN);
    await citizen.at(ru.card.title);
    await citizen.handInCard(card('front'), card('back'));
    await citizen.at(ru.confirmation.title);
    await citizen.press(ru.confirmation.confirm);
    // Nobody has looked: faces, card and register agree.
    await citizen.comparedTo(ru.grant.title);
    const file = join(testInfo.outputDir, await citizen.takeKeys(PIN, EMAIL, GOOD_PASSWORD, testInfo.outputDir));
    await citizen.at(ru.keys.issued.title);
    expect(citizen.actions - again).toBe(9);

    await citizen.press(ru.keys.trial.try);
    const dialog = new SigningDialogObject(desk.page, 'ru');
    await dialog.allowOnce();
    await dialog.openKeyFile(file, GOOD_PASSWORD);
    await dialog.agree('sign');
    await expect(citizen.page.getByText(ru.keys.trial.tried)).toBeVisible();
    const signed = answers.map((frame) => (JSON.parse(frame) as { body?: { result?: string[] } }).body?.result?.[0]).find((result) => result !== undefined)!;
    const signature = new Uint8Array(Buffer.from(signed.replaceAll(/-----[A-Z ]+-----|\s/g, ''), 'base64'));
    expect(await (await trustOfStand(desk)).verifySignature({ signature })).toMatchObject({ state: 'good', signers: [{ iin: TRAINEE.iin, identification: 'remote-digital-id' }] });
  } finally {
    await browser.close();
    await close();
    person.leave();
  }
});

test('five failed attempts lead to an operator; every block ends by itself', async ({ shell }) => {
  test.skip(shell === 'electron', 'the time of the desk can be moved only where the core runs in this process');
  let ahead = 0;
  const desk = await openDesk(shell, { camera: 'none', clock: { now: () => new Date(Date.now() + ahead), monotonicMs: () => performance.now() + ahead } });
  const browser = await openCitizenBrowser(desk.stand.url);
  try {
    const { people } = desk.stand.control.population;
    const [person, another] = people.filter(({ phone, deathDate }) => phone !== null && deathDate === null);
    const citizen = new CitizenPage(browser.page, desk.stand, person!);
    await citizen.begin();
    await citizen.typeCode();
    for (let failed = 0; failed < 5; failed += 1) {
      await citizen.at(ru.identification.title);
      await expect(citizen.page.getByText(`Попытка ${failed + 1} из 5`)).toBeVisible();
      await citizen.failIdentification();
      if (failed === 4) break;
      await citizen.at(ru.blocked.title);
      await expect(citizen.page.getByText(`Осталось попыток: ${4 - failed}`)).toBeVisible();
      ahead += 15 * 60_000;
      // Whatever happens at the portal makes the desk look at its clock.
      await citizen.applyAs(another!.iin);
    }
    await citizen.at(ru.operator.identification);
  } finally {
    await browser.close();
    await desk.close();
  }
});

test('a lost SMS, and a number nobody registered, lead to an operator', async ({ desk, stand, citizens }) => {
  const browser = await openCitizenBrowser(stand.url);
  try {
    await stand.control.change({ smsLost: true });
    const phone = await desk.openPhone();
    await phone.goto(`${stand.url}/phone/ru/${citizens.case('card-expired').iin}`);
    // Beside the phone, not in its place: the message is read here while it is typed there.
    const [page] = await Promise.all([phone.context().waitForEvent('page'), phone.getByRole('link', { name: ru.frame.title }).click()]);
    const citizen = new CitizenPage(page, stand, citizens.case('card-expired'));
    await citizen.begin();
    await citizen.at(ru.phone.title);
    await expect(citizen.page.getByText('Ещё раз можно через')).toBeVisible();
    expect(stand.control.messages(citizens.case('card-expired').iin)).toEqual([]);
    await citizen.page.getByText(ru.phone.noSms).click();
    await citizen.press(ru.phone.call);
    await citizen.at(ru.operator.registration);

    const other = new CitizenPage(await browser.freshPage(), stand, citizens.case('no-phone'));
    await other.begin();
    await other.at(ru.phone.notRegistered);
    await other.press(ru.phone.call);
    await other.at(ru.operator.registration);
  } finally {
    await browser.close();
  }
});

test('an application goes on after a reload, in another browser by SMS, and through an outage of the portal', async ({ stand, citizens }) => {
  const person = citizens.case('letters-damaged');
  const browser = await openCitizenBrowser(stand.url);
  try {
    const models: string[] = [];
    browser.page.on('request', (request) => void (new URL(request.url()).pathname.includes('/identification/') && models.push(request.url())));
    await browser.page.reload();
    const citizen = new CitizenPage(browser.page, stand, person);
    // The twin that finds one: a token's program, in keys-road.spec.ts.
    await expect(citizen.page.getByText(ru.welcome.signerMissing)).toBeVisible();
    await citizen.page.getByLabel(ru.welcome.iin).fill('880412401235');
    await citizen.page.keyboard.press('Enter');
    await expect(citizen.page.getByText(ru.welcome.iinWrong)).toBeVisible();
    // Megabytes of models: not for a visitor, and there before the camera is asked for.
    expect(models).toStrictEqual([]);
    await citizen.begin();
    await citizen.at(ru.phone.title);
    await expect.poll(() => models.length).toBeGreaterThan(0);
    await citizen.typeCode(citizen.wrongCode());
    await expect(citizen.page.getByText(ru.phone.wrong)).toBeVisible();
    await citizen.typeCode();
    await citizen.at(ru.identification.title);
    await citizen.page.reload();
    await citizen.at(ru.identification.title);
    await citizen.press(ru.identification.start);
    await expect(citizen.page.getByText(ru.welcome.cameraNone)).toBeVisible();

    const elsewhere = new CitizenPage(await browser.freshPage(), stand, person);
    await elsewhere.press(ru.welcome.returning);
    await elsewhere.page.getByLabel(ru.welcome.iin).fill(person.iin);
    await elsewhere.press(ru.comeBack.send);
    await elsewhere.typeCode();
    await elsewhere.at(ru.identification.title);
    await citizen.page.reload();
    await citizen.at(ru.ended.lost);

    await stand.control.change({ outage: ['issuance'] });
    await elsewhere.page.reload();
    await expect(elsewhere.page.getByText(ru.frame.loading)).toBeVisible();
    await stand.control.change({ outage: [] });
    await elsewhere.at(ru.identification.title);
  } finally {
    await browser.close();
  }
});
