/** A code on the operator's own screen: a picture over the page, and a browser that is told to show this page when a screen is asked for. */
import type { Page } from 'playwright-core';

/** Gone with the page. @param png of the code */
export async function showCodeOnScreen(page: Page, png: Uint8Array): Promise<void> {
  await page.evaluate(async (bytes) => {
    const picture = document.createElement('img');
    picture.src = URL.createObjectURL(new Blob([new Uint8Array(bytes)], { type: 'image/png' }));
    Object.assign(picture.style, { position: 'fixed', right: '0', top: '4rem', width: '640px', zIndex: '9', pointerEvents: 'none' });
    await picture.decode();
    document.body.append(picture);
    const devices = navigator.mediaDevices;
    const show = devices.getDisplayMedia.bind(devices);
    devices.getDisplayMedia = (wanted) => show({ ...wanted, preferCurrentTab: true } as DisplayMediaStreamOptions);
  }, [...png]);
}
