/** The desk in its three languages, with no letter lost and no key shown in place of a text. */
import { REASON_TEXTS } from '../../../shared/domain/reason-texts/index.ts';
import { scanWithHandheld } from '../drivers/scanner-keyboard.ts';
import { expect, test } from '../fixtures.ts';

for (const language of ['kk', 'ru', 'en'] as const) {
  test(`checked and journalled in ${language}`, async ({ work, citizens, desk: { page } }) => {
    const desk = await work({ language });
    await expect(page.locator('html')).toHaveAttribute('lang', language);
    await scanWithHandheld(page, citizens.openAccess(citizens.case('plain-good')).qr);
    await expect(desk.verdict('valid')).toBeVisible();
    await scanWithHandheld(page, citizens.openAccess(citizens.case('card-expired')).qr);
    await expect(desk.verdict('not-valid')).toBeVisible();
    await expect(page.getByText(REASON_TEXTS[language]['document-expired'].next).first()).toBeVisible();
    await expect(desk.answer).toBeVisible();
    // A key that found no text is shown as itself: words joined by dots.
    expect(await page.getByRole('main').innerText()).not.toMatch(/\b(?:desk|verdict|scanner|picture|handheld|journal)\.[a-z]+/);
  });
}
