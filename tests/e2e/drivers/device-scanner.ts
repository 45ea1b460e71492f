/** A scanner in HID POS mode for tests: stands where the browser's own device would, because no browser without hardware has one. */
import type { Page } from 'playwright-core';

interface ScannerInPage {
  scan(text: string): Promise<void>;
}

/** Before anybody signs in: a desk asks for its devices when somebody is at it. @returns what scans with it, and takes it out again */
export async function plugInHidScanner(page: Page, name: string): Promise<{ scan(text: string): Promise<void>; unplug(): Promise<void> }> {
  await page.evaluate((productName) => {
    const usages = (...ids: number[]) => ids.map((id) => 0x8c_0000 + id);
    const report = {
      reportId: 2,
      items: [
        { usages: [0x01_003b], reportSize: 8, reportCount: 1 },
        { usages: usages(0xfb, 0xfc, 0xfd), reportSize: 8, reportCount: 3 },
        { usages: usages(0xfe), reportSize: 8, reportCount: 56 },
        { usages: usages(0xff), reportSize: 1, reportCount: 8 },
      ],
    };
    const scanner = Object.assign(new EventTarget(), {
      opened: false,
      productName,
      collections: [{ usagePage: 0x8c, usage: 0x02, inputReports: [report], children: [] }],
      settled: Promise.resolve(),
      async open() {
        scanner.opened = true;
        // Nobody scans sooner after a desk has opened its device; the desk takes what comes earlier for the rest of a scan it did not hear begin.
        scanner.settled = new Promise((resolve) => setTimeout(resolve, 300));
      },
      close: async () => void (scanner.opened = false),
      async scan(text: string) {
        await scanner.settled;
        const bytes = new TextEncoder().encode(text);
        for (let at = 0; at < bytes.length; at += 56) {
          const data = new Uint8Array(61);
          const piece = bytes.subarray(at, at + 56);
          data[0] = piece.length;
          data.set(piece, 4);
          data[60] = at + 56 < bytes.length ? 1 : 0;
          scanner.dispatchEvent(Object.assign(new Event('inputreport'), { reportId: 2, data: new DataView(data.buffer) }));
        }
      },
    });
    const hid = Object.assign(new EventTarget(), { getDevices: async () => [scanner], requestDevice: async () => [scanner] });
    Object.defineProperty(navigator, 'hid', { configurable: true, value: hid });
    Object.assign(globalThis, { scannerInPage: scanner });
  }, name);
  return {
    scan: (text) => page.evaluate((scanned) => (globalThis as unknown as { scannerInPage: ScannerInPage }).scannerInPage.scan(scanned), text),
    unplug: () => page.evaluate(() => void Reflect.deleteProperty(navigator, 'hid')),
  };
}
