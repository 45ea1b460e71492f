/** A citizen before the portal, from the ИИН to the comparison at the desk: alone where all goes well, led to a person where it does not. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { REPOSITORY } from '../../../electron/launch/repository.ts';
import { ru } from '../../../renderer/citizen/texts/ru.ts';
import { greyPicture } from '../../fakes/portal-citizen.ts';
import { HAS_FACE_CLIPS, provideFaceFilm } from '../film/face-film.ts';
import { expect, test } from '../fixtures.ts';
import { CitizenPage } from '../screens/citizen-page.ts';
import { openCitizenBrowser } from '../shells/citizen-browser.ts';
import { openDesk } from '../shells/running-desk.ts';

const CARDS = join(REPOSITORY, '../shared/data/face/cards');
const drawn = { name: 'card.jpg', mimeType: 'image/jpeg', buffer: greyPicture(120, 960) };
/** A specimen where there is one; its owner is made up, so every line is corrected. */
const cardSide = (side: 'front' | 'back') => {
  const specimen = join(CARDS, `level0-000-${side}.jpg`);
  return existsSync(specimen) ? specimen : drawn;
};

test('alone, from the ИИН to the comparison, in six things to do', async ({ stand, citizens }) => {
  test.skip(!HAS_FACE_CLIPS, 'the clips of a moving head lie beside the repository of the project only');
  const person = citizens.case('plain-good');
  const film = await provideFaceFilm('person-b-liveness-right-left-up-down-blink-blink', 4);
  const browser = await openCitizenBrowser(stand.url, { film });
  try {
    const citizen = new CitizenPage(browser.page, stand, person);
    await citizen.begin();
    await citizen.typeCode();
    await citizen.at(ru.identification.title);
    const again = await citizen.moveAsFilmed(['turn-left', 'turn-right', 'chin-up', 'chin-down']);
    await citizen.at(ru.account.title);
    await citizen.choosePin('804217');
    await citizen.at(ru.card.title);
    await citizen.handInCard(cardSide('front'), cardSide('back'));
    await citizen.at(ru.confirmation.title);
    await citizen.confirmCard();
    await citizen.at(ru.waiting.moderation);
    // Three are left for the way to the keys: access with the PIN, the application, the password of the keys.
    expect(citizen.actions - again).toBe(6);
    expect(stand.control.messages(person.iin)[0]!.text.ru).toContain('проверяет сотрудник');
  } finally {
    await browser.close();
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
    const citizen = new CitizenPage(browser.page, stand, person);
    // The twin that finds one: a token's program, in keys-road.spec.ts.
    await expect(citizen.page.getByText(ru.welcome.signerMissing)).toBeVisible();
    await citizen.page.getByLabel(ru.welcome.iin).fill('880412401235');
    await citizen.page.keyboard.press('Enter');
    await expect(citizen.page.getByText(ru.welcome.iinWrong)).toBeVisible();
    await citizen.begin();
    await citizen.at(ru.phone.title);
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
