/** The pictures of the README, made by the run; they replace those in docs/ only when asked for. */
import { join } from 'node:path';
import { REPOSITORY } from '../../../electron/launch/repository.ts';
import { expect, test } from '../fixtures.ts';

const FOLDER = process.env['UPDATE_PICTURES'] === '1' ? 'docs' : 'test-results/pictures';
const picture = (name: string) => join(REPOSITORY, FOLDER, `${name}.png`);

test('the desk, ready and with an answer', async ({ work, citizens, desk: { page } }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  const desk = await work();
  await page.screenshot({ path: picture('desk-ready') });
  await desk.turnCameraOn();
  citizens.openAccess(citizens.case('plain-good'));
  await expect(desk.verdict('valid')).toBeVisible();
  await expect(desk.mark).toHaveClass(/mark-delivered/);
  await page.screenshot({ path: picture('desk') });
});
