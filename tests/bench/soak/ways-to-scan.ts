/** The ways in which the soak presents a document, one after the other. */
import { encode as encodePng } from 'fast-png';
import type { Citizens } from '../../e2e/drivers/citizen.ts';
import { KAZAKH_LAYOUT, RUSSIAN_LAYOUT, scanWithHandheld, US_LAYOUT } from '../../e2e/drivers/scanner-keyboard.ts';
import { filmScene } from '../../e2e/film/grey-scene.ts';
import type { DeskScreenObject } from '../../e2e/screens/desk-screen.ts';
import type { RunningDesk } from '../../e2e/shells/running-desk.ts';

export interface SoakDesk {
  desk: RunningDesk;
  screen: DeskScreenObject;
  citizens: Citizens;
}

export type Way = (soak: SoakDesk) => Promise<void>;

const handheld =
  (layout: Parameters<typeof scanWithHandheld>[2], focus: 'iin' | 'anywhere'): Way =>
  async ({ desk: { page }, screen, citizens }) => {
    if (focus === 'iin') await screen.iinField.focus();
    await scanWithHandheld(page, citizens.openAccess(citizens.case('plain-good')).qr, layout);
  };

const picture: Way = async ({ desk: { page }, citizens }) => {
  const { width, height, luma } = filmScene([citizens.openAccess(citizens.case('plain-good')).qr]);
  const buffer = Buffer.from(encodePng({ width, height, data: luma, channels: 1 }));
  await page.locator('input[type=file]').setInputFiles({ name: 'phone.png', mimeType: 'image/png', buffer });
};

const camera: Way = async ({ desk: { film }, citizens }) => film.show(filmScene([citizens.openAccess(citizens.case('plain-good')).qr]));

const digits: Way = async ({ screen, citizens }) => {
  const person = citizens.case('plain-good');
  await screen.typeCode(citizens.openAccess(person).code, person.iin);
};

export const WAYS: Readonly<Record<string, Way>> = {
  'handheld, US': handheld(US_LAYOUT, 'anywhere'),
  'handheld, Russian, in a field': handheld(RUSSIAN_LAYOUT, 'iin'),
  'handheld, Kazakh': handheld(KAZAKH_LAYOUT, 'anywhere'),
  picture,
  digits,
  camera,
};
