/** A signed file at the desk: good with its signer, not good when changed, judged beside the window where it is large, and stopped where nobody waits. */
import type { Page } from 'playwright-core';
import { connectGateways } from '../../../electron/gateways/index.ts';
import { systemClock } from '../../../electron/adapters/system-clock.ts';
import type { Stand } from '../../../electron/stand/index.ts';
import { POLICY } from '../../fakes/synthetic-citizen.ts';
import { context, valueOf } from '../../integration/stand/running-stand.ts';
import { expectNoSeriousFinding } from '../drivers/serious-findings.ts';
import { expect, test } from '../fixtures.ts';
import { WORDS } from '../screens/words.ts';

const { files: words } = WORDS.ru;

/** A document of the stand as its owner body signed it. */
async function signedDocument(stand: Stand): Promise<Buffer> {
  const { iin } = stand.control.population.people.find(({ trainingCase }) => trainingCase?.code === 'plain-good')!;
  const { token } = valueOf(stand.control.citizen.open(iin, { documentType: 'identity_card' }));
  const { documents } = connectGateways(await stand.connection(), systemClock, () => POLICY);
  return Buffer.from(valueOf(await documents.open({ channel: 'qr', token }, context())).signedDocument);
}

async function choose(page: Page, name: string, buffer: Buffer): Promise<void> {
  await page.locator('input[type=file]').first().setInputFiles({ name, mimeType: 'application/octet-stream', buffer });
}

test('a file is judged: good with its signer, not good when one octet was changed', async ({ work, stand, desk: { page } }) => {
  await work();
  await page.keyboard.press('Control+o');
  await expect(page.getByRole('heading', { name: words.title, level: 1 })).toBeVisible();
  await expectNoSeriousFinding(page, 'files');

  const file = await signedDocument(stand);
  await choose(page, 'spravka.p7s', file);
  const answer = page.getByRole('article', { name: words.answer });
  await expect(answer.getByRole('heading', { level: 2 })).toHaveText(words.verdict.valid);
  await expect(answer).toContainText('spravka.p7s');
  await expect(answer.getByRole('region', { name: words.signer.place.replace('{{place}}', '1').replace('{{of}}', '1') })).toContainText(WORDS.ru.keys.role.organisation);
  await expectNoSeriousFinding(page, 'a good file');

  const changed = Buffer.from(file);
  const place = changed.indexOf('edocument/1');
  changed[place]! ^= 1;
  await choose(page, 'spravka.p7s', changed);
  await expect(answer.getByRole('heading', { level: 2 })).toHaveText(words.verdict['not-valid']);
  await expectNoSeriousFinding(page, 'a changed file');
});

test('a file that is no signature, an empty one and one too large are told apart', async ({ work, desk: { page } }) => {
  await work();
  await page.keyboard.press('Control+o');
  await choose(page, 'photo.jpg', Buffer.from('no signature at all'));
  await expect(page.getByRole('article', { name: words.answer }).getByRole('heading', { level: 2 })).toHaveText(words.verdict['not-valid']);
  await choose(page, 'empty.p7s', Buffer.alloc(0));
  await expect(page.getByRole('alert')).toHaveText(words.emptyFile);
  await choose(page, 'film.p7s', Buffer.alloc(33 * 1024 * 1024));
  await expect(page.getByRole('alert')).toHaveText(words.tooLarge);
});

test('a large file is judged while the window goes on, and may be stopped', async ({ work, desk: { page } }) => {
  await work();
  await page.keyboard.press('Control+o');
  const large = Buffer.from(`<order>${'<line amount="100">Қазақстан</line>'.repeat(200_000)}</order>`);
  await choose(page, 'order.xml', large);
  await page.getByRole('button', { name: words.stop }).click();
  await expect(page.getByText(words.empty)).toBeVisible();
  await choose(page, 'order.xml', large);
  await expect(page.getByRole('article', { name: words.answer }).getByRole('heading', { level: 2 })).toHaveText(words.verdict['not-valid']);
});
