/** The citizen's way to keys in a browser: agreement, keys made in the page or on a token, the НУЦ away and back, a password by the rules, files on the disk. */
import { openKeyFile } from '../../../electron/core/keystore/index.ts';
import { CITIZEN_BUNDLE } from '../../../electron/launch/repository.ts';
import { type Stand, startStand } from '../../../electron/stand/index.ts';
import { ru } from '../../../renderer/citizen/texts/ru.ts';
import { dateText } from '../../../renderer/i18n/format.ts';
import { citizenAtPortal, EMAIL, GOOD_PASSWORD, sha256 } from '../../fakes/citizen-keys.ts';
import { keyCustody } from '../../fakes/benches/key-custody.ts';
import { LABEL, PIN, whyNoToken } from '../../integration/keystore/soft-token.ts';
import { expectNoSeriousFinding } from '../drivers/serious-findings.ts';
import { openCitizenToken } from '../drivers/token-program.ts';
import { expect, test } from '../fixtures.ts';
import { CitizenPage } from '../screens/citizen-page.ts';
import { type CitizenBrowser, openCitizenBrowser } from '../shells/citizen-browser.ts';

const words = ru.keys;
let stand: Stand;
/** How far the clock of the stand is ahead. */
let aheadMs = 0;
let browser: CitizenBrowser;
/** Nothing where every test is skipped. */
const opened: { close(): Promise<void> }[] = [];
test.beforeAll(async () => {
  stand = await startStand({ seed: 7, citizenBundle: CITIZEN_BUNDLE, now: () => new Date(Date.now() + aheadMs) });
  opened.push(stand);
  browser = await openCitizenBrowser(stand.url);
  opened.push(browser);
});
test.afterAll(async () => {
  for (const part of opened.splice(0).toReversed()) await part.close();
});
test.skip(({ shell }) => shell === 'electron', 'the page of the citizen needs no desk');

/** Somebody with an earlier key. */
const person = (nth: number) => stand.control.population.people.filter(({ iin, deathDate, trainingCase }) => Number(iin.at(-1)) % 2 === 0 && deathDate === null && trainingCase === null)[nth]!;
const citizenWithKeys = (nth: number) => citizenAtPortal(stand, person(nth).iin);

test('from the PIN to a file in the chosen folder, which opens under the chosen password, in three things to do', async () => {
  const citizen = await citizenWithKeys(0);
  const { page } = browser;
  // The chooser of the system is no page: it answers with a folder of the browser's own.
  await page.addInitScript(() => {
    Object.assign(window, { showDirectoryPicker: async () => (await navigator.storage.getDirectory()).getDirectoryHandle('Флешка', { create: true }) });
  });
  await citizen.shows({ stage: 'account' });
  expect(await citizen.choosesPin('804217')).toBe(200);
  await citizen.shows({ stage: 'grant' });
  const side = new CitizenPage(page, stand, person(0));
  await side.continueWith(citizen);
  await page.getByLabel(ru.grant.pin).fill('804218');
  await page.keyboard.press('Enter');
  await expect(page.getByText(ru.grant.wrong.replace('{{left}}', '4'))).toBeVisible();
  await page.getByLabel(ru.grant.pin).fill('804217');
  await side.press(ru.grant.allow);
  await expect.poll(() => citizen.told()).toContain('access-granted');
  await citizen.shows({ stage: 'application' });

  await side.at(words.agreement.title);
  const apply = page.getByRole('button', { name: words.agreement.apply });
  await expect(apply).toBeDisabled();
  await page.getByText(words.agreement.accept).click();
  await page.getByLabel(words.agreement.email).fill(EMAIL);
  await page.getByText(words.agreement.token, { exact: true }).click();
  await expect(page.getByText(`tekser token-keys --portal ${stand.url}`)).toBeVisible();
  await expectNoSeriousFinding(page, 'agreement');
  await expect(apply).toBeDisabled();
  await page.getByText(words.agreement.computer, { exact: true }).click();
  await page.getByRole('button', { name: words.agreement.chooseFolder }).click();
  await expect(page.getByText('Флешка')).toBeVisible();
  // Both reminders are offered; this person wants no SMS.
  for (const offered of [words.agreement.remindEmail, words.agreement.remindSms]) await expect(page.getByRole('switch', { name: offered })).toBeChecked();
  await page.getByText(words.agreement.remindSms).click();
  const applied = page.waitForRequest(/\/keys\/apply$/);
  await side.press(words.agreement.apply);
  expect((await applied).postDataJSON()).toMatchObject({ email: EMAIL, remindBy: ['email'] });

  await expect.poll(() => citizen.told()).toContain('applied');
  const requestsSent = () => page.waitForRequest(/\/keys\/requests$/);
  const sent = requestsSent();
  await citizen.shows({ stage: 'requests' });
  await expect.poll(() => citizen.told()).toContain('requests-received');
  // The keys are made and lie nowhere but in this browser: loaded anew, the page sends requests of the same ones.
  const sentAgain = requestsSent();
  await page.reload();
  expect((await sentAgain).postDataJSON()).toStrictEqual((await sent).postDataJSON());
  await stand.control.change({ outage: ['nca'] });
  await citizen.shows({ stage: 'decision', requests: await citizen.requested(), channel: 'digital-id' });
  await expect(page.getByText(words.decision.away)).toBeVisible();
  await expect(page.getByText(words.decision.paper)).toBeHidden();
  aheadMs = 10 * 60_000;
  await expect(page.getByText(words.decision.paper)).toBeVisible();
  aheadMs = 0;
  await stand.control.reset();
  await expect.poll(() => citizen.told()).toContain('authority-issued');
  await citizen.shows({ stage: 'installation', certificates: ['ab'.repeat(32)] });

  await side.at(words.install.title);
  await page.getByLabel(words.install.password, { exact: true }).fill(GOOD_PASSWORD);
  await page.reload();
  await side.at(words.install.title);
  // Keys and folder are kept in the browser, a password nowhere.
  await expect(page.getByLabel(words.install.password, { exact: true })).toHaveValue('');
  await expect(page.getByText(/Прежние ключи будут отозваны: 1/)).toBeVisible();
  const [old] = (await citizen.view()).oldKeys;
  await expect(page.getByRole('listitem').filter({ hasText: old!.fileName })).toContainText(words.install.oldUntil.replace('{{date}}', dateText(old!.notAfter)));
  const [first, again] = [page.getByLabel(words.install.password, { exact: true }), page.getByLabel(words.install.repeat)];
  const save = page.getByRole('button', { name: words.install.save });
  const common = page.getByRole('listitem').filter({ hasText: words.install.rule.common });
  await first.fill('Qwerty12');
  await again.fill('Qwerty12');
  await expect(common).toContainText(words.install.unmet);
  await expect(save).toBeDisabled();
  await first.fill(GOOD_PASSWORD);
  await again.fill(GOOD_PASSWORD);
  await expect(common).toContainText(words.install.met);
  await expectNoSeriousFinding(page, 'password');
  await side.press(words.install.save);

  await expect.poll(() => citizen.told()).toContain('keys-installed');
  const [saved] = await page.evaluate(async () => {
    const folder = await (await navigator.storage.getDirectory()).getDirectoryHandle('Флешка');
    const files: { name: string; octets: number[] }[] = [];
    for await (const handle of (folder as unknown as { values(): AsyncIterable<FileSystemFileHandle> }).values()) {
      files.push({ name: handle.name, octets: [...new Uint8Array(await (await handle.getFile()).arrayBuffer())] });
    }
    return files;
  });
  expect(saved!.name).toMatch(/^GOST512_[0-9a-f]{40}\.p12$/);
  const file = Uint8Array.from(saved!.octets);
  expect(await openKeyFile(file, GOOD_PASSWORD, keyCustody())).toMatchObject({ ok: true });
  await citizen.shows({ stage: 'issued', certificates: [sha256(file)], revokedOld: 1 });
  await expect(page.getByText(words.issued.title)).toBeVisible();
  await expect(page.getByText('В папке «Флешка»')).toBeVisible();
  await expect(page.getByText(saved!.name)).toBeVisible();
  await expect(page.getByText(words.issued.keepTips[0])).toBeVisible();
  await expect(page.getByText(words.trial.absent)).toBeVisible();
  // The whole way, with its six before them: self-service.spec.ts.
  expect(side.actions).toBe(3);
});

test('keys made in another browser are said to be there, and none are made up', async () => {
  const citizen = await citizenWithKeys(1);
  await citizen.straight('counter');
  const page = await browser.freshPage({ language: 'kk' });
  await new CitizenPage(page, stand, person(1)).continueWith(citizen);
  await expect(page.getByText('Бұл өтінімнің кілттері басқа браузерде жасалған')).toBeVisible();
});

test('a token gets keys and certificates through the local service', async () => {
  const absent = whyNoToken();
  test.skip(absent !== null, absent ?? '');
  const token = await openCitizenToken(stand.url);
  try {
    const citizen = await citizenWithKeys(2);
    const page = await browser.freshPage({ service: { url: `wss://127.0.0.1:${token.program.port()}/`, authority: token.program.authority } });
    await expect(page.getByText(ru.welcome.signerThere)).toBeVisible();
    await citizen.shows({ stage: 'application' });
    await new CitizenPage(page, stand, person(2)).continueWith(citizen);
    await page.getByText(words.agreement.accept).click();
    await page.getByLabel(words.agreement.email).fill(EMAIL);
    await page.getByText(words.agreement.token, { exact: true }).click();
    await expect(page.getByText(LABEL)).toBeVisible();
    await page.getByRole('button', { name: words.agreement.apply }).click();

    await expect.poll(() => citizen.told()).toContain('applied');
    token.pins.push('Wrong-4821', PIN, PIN);
    await citizen.shows({ stage: 'requests' });
    await expect(page.getByText(words.token.trouble['pin-wrong'])).toBeVisible();
    await page.getByRole('button', { name: words.again }).click();
    // Two keys of RSA, made by a token in software, take a busy machine its time.
    await expect.poll(() => citizen.told(), { timeout: 60_000 }).toContain('requests-received');
    await citizen.decided(await citizen.requested(), 'digital-id');
    await expect(page.getByText(/Прежние ключи будут отозваны: 1/)).toBeVisible();
    await expectNoSeriousFinding(page, 'token');
    await page.getByRole('button', { name: words.token.install }).click();
    await expect.poll(() => citizen.told()).toContain('keys-installed');
    await citizen.shows({ stage: 'issued', certificates: ['ab'.repeat(32)], revokedOld: 1 });
    await expect(page.getByText(words.token.keepTips[0])).toBeVisible();
    await expect(page.getByText(words.trial['key-program'])).toBeVisible();
    await expect(page.getByText(LABEL)).toBeVisible();
  } finally {
    await token.close();
  }
});
