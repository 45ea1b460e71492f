/** The citizen's way to keys in a browser: agreement, keys made in the page, the НУЦ away and back, a password by the rules, files on the disk. */
import { readFile } from 'node:fs/promises';
import { openKeyFile } from '../../../electron/core/keystore/index.ts';
import { CITIZEN_BUNDLE } from '../../../electron/launch/repository.ts';
import { startStand } from '../../../electron/stand/index.ts';
import { ru } from '../../../renderer/citizen/texts/ru.ts';
import { citizenAtPortal, EMAIL, GOOD_PASSWORD, sha256 } from '../../fakes/citizen-keys.ts';
import { keyCustody } from '../../fakes/key-custody.ts';
import { expectNoSeriousFinding } from '../drivers/serious-findings.ts';
import { expect, test } from '../fixtures.ts';
import { openCitizenBrowser } from '../shells/citizen-browser.ts';

const words = ru.keys;

test('from the agreement to a file that opens under the chosen password', async ({ shell }) => {
  test.skip(shell === 'electron', 'the page of the citizen needs no desk');
  const stand = await startStand({ seed: 7, citizenBundle: CITIZEN_BUNDLE });
  const browser = await openCitizenBrowser(stand.url);
  try {
    const { iin } = stand.control.population.people.find(({ iin: number, deathDate, trainingCase }) => Number(number.at(-1)) % 2 === 0 && deathDate === null && trainingCase === null)!;
    const citizen = await citizenAtPortal(stand, iin);
    const { page } = browser;
    await page.evaluate((session) => sessionStorage.setItem('application', session), JSON.stringify({ id: citizen.id, token: citizen.token }));
    await citizen.shows({ stage: 'application' });
    await page.reload();
    const heading = (text: string) => page.getByRole('heading', { name: text });

    await expect(heading(words.agreement.title)).toBeVisible();
    const apply = page.getByRole('button', { name: words.agreement.apply });
    await expect(apply).toBeDisabled();
    await page.getByText(words.agreement.accept).click();
    await page.getByLabel(words.agreement.email).fill(EMAIL);
    await expectNoSeriousFinding(page, 'agreement');
    await page.getByText(words.agreement.token, { exact: true }).click();
    await expect(page.getByText(words.agreement.tokenText)).toBeVisible();
    await expect(apply).toBeDisabled();
    await page.getByText(words.agreement.computer, { exact: true }).click();
    await apply.click();

    await expect.poll(() => citizen.told()).toContain('applied');
    await citizen.shows({ stage: 'requests' });
    await expect.poll(() => citizen.told()).toContain('requests-received');
    const requests = await citizen.requested();
    await stand.control.change({ outage: ['nca'] });
    await citizen.shows({ stage: 'decision', requests, channel: 'digital-id' });
    await expect(page.getByText(words.decision.away)).toBeVisible();
    await stand.control.reset();
    await expect.poll(() => citizen.told()).toContain('authority-issued');
    await citizen.shows({ stage: 'installation', certificates: ['ab'.repeat(32)] });

    await expect(heading(words.install.title)).toBeVisible();
    await expect(page.getByText(/Прежние ключи будут отозваны: 1/)).toBeVisible();
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
    const downloading = page.waitForEvent('download');
    await save.click();
    const download = await downloading;
    expect(download.suggestedFilename()).toMatch(/^GOST512_[0-9a-f]{40}\.p12$/);
    const file = new Uint8Array(await readFile(await download.path()));
    expect(await openKeyFile(file, GOOD_PASSWORD, keyCustody())).toMatchObject({ ok: true });

    await expect.poll(() => citizen.told()).toContain('keys-installed');
    await citizen.shows({ stage: 'issued', certificates: [sha256(file)], revokedOld: 1 });
    await expect(page.getByText(words.issued.title)).toBeVisible();
    await expect(page.getByText(download.suggestedFilename())).toBeVisible();
    await expect(page.getByText(words.issued.keepTips[0])).toBeVisible();
  } finally {
    await browser.close();
    await stand.close();
  }
});

test('keys made in another browser are said to be there, and none are made up', async ({ shell }) => {
  test.skip(shell === 'electron', 'the page of the citizen needs no desk');
  const stand = await startStand({ seed: 7, citizenBundle: CITIZEN_BUNDLE });
  const browser = await openCitizenBrowser(stand.url, { language: 'kk' });
  try {
    const citizen = await citizenAtPortal(stand, stand.control.population.people.find(({ deathDate }) => deathDate === null)!.iin);
    await citizen.straight('counter');
    await browser.page.evaluate((session) => sessionStorage.setItem('application', session), JSON.stringify({ id: citizen.id, token: citizen.token }));
    await browser.page.reload();
    await expect(browser.page.getByText('Бұл өтінімнің кілттері басқа браузерде жасалған')).toBeVisible();
  } finally {
    await browser.close();
    await stand.close();
  }
});
