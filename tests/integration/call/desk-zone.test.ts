/** The zone of a card read in the desk's page, under its own policy: it may fetch nothing, and starts workers of the bundle only. */
import { readFile } from 'node:fs/promises';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findBrowser } from '../../../electron/launch/browser/find-browser.ts';
import { FACE_DATA, HAS_FACE_DATA } from '../identification/face-data.ts';
import { askEnd, type ServedPage, servePage } from './served-page.ts';

describe.skipIf(!HAS_FACE_DATA)('zone of a card in a call (needs ../shared/data/face)', () => {
  let browser: Browser;
  let served: ServedPage;
  let page: Page;
  beforeAll(async () => {
    served = await servePage();
    browser = await chromium.launch({ executablePath: findBrowser()!.executablePath });
    page = await browser.newPage();
    await page.goto(served.url);
  });
  afterAll(async () => {
    await browser.close();
    served.close();
  });
  const zoneOf = async (card: string) => askEnd(page, 'zone', await readFile(`${FACE_DATA}/cards/${card}.jpg`, 'base64'));

  test('is read from the picture of a back', async () => {
    expect(await zoneOf('level0-000-back')).toStrictEqual(['IDKAZ0549735355891110338071<<<', '8911104M3303012KAZ<<<<<<<<<<<4', 'TOLEUOV<<ALISHER<<<<<<<<<<<<<<']);
  });

  test('is none in the picture of a front, nor in what is no picture', async () => {
    expect(await zoneOf('level1-000-front')).toBeNull();
    expect(await askEnd(page, 'zone', 'AAAA')).toBeNull();
  });
});
