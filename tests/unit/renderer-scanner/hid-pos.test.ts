/** Scanners in HID POS mode: fields found by the descriptor, scans put together from reports, devices followed as they come and go. */
import * as fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { HidCollection, HidItem } from '../../../renderer/features/handheld-scanner/devices/hid-device.ts';
import { isScanner, readScanReport, scanFieldsOf } from '../../../renderer/features/handheld-scanner/devices/hid-pos-report.ts';
import { watchHidScanners } from '../../../renderer/features/handheld-scanner/devices/watch-hid-scanners.ts';

const usage = (page: number, id: number) => page * 0x1_0000 + id;
const COUNT: HidItem = { usages: [usage(0x01, 0x3b)], reportSize: 8, reportCount: 1 };
const SYMBOLOGY: HidItem = { usages: [0xfb, 0xfc, 0xfd].map((id) => usage(0x8c, id)), reportSize: 8, reportCount: 3 };
const DATA: HidItem = { usages: [usage(0x8c, 0xfe)], reportSize: 8, reportCount: 56 };
const VENDOR: HidItem = { usages: [usage(0xff66, 4), usage(0xff66, 0)], reportSize: 8, reportCount: 2 };
const CONTINUED: HidItem = { usages: [usage(0x8c, 0xff)], reportSize: 1, reportCount: 8 };

const scanner = (...items: HidItem[]): HidCollection[] => [
  { usagePage: 0x8c, usage: 0x02, inputReports: [], children: [{ usagePage: 0x8c, usage: 0x12, inputReports: [{ reportId: 2, items }], children: [] }] },
];
const COUNTED = scanner(COUNT, SYMBOLOGY, DATA, VENDOR, CONTINUED);
/** As of a maker that counts nothing and puts the data last. */
const PADDED = scanner(CONTINUED, DATA);

const bytesOf = (text: string) => new TextEncoder().encode(text);
function countedReport(text: string, continued = false, count = bytesOf(text).length): DataView {
  const report = new Uint8Array(1 + 3 + 56 + 2 + 1);
  report[0] = count;
  report.set(bytesOf(']Q1'), 1);
  report.set(bytesOf(text), 4);
  report[62] = continued ? 1 : 0;
  return new DataView(report.buffer);
}
function paddedReport(text: string, continued = false): DataView {
  const report = new Uint8Array(1 + 56);
  report[0] = continued ? 1 : 0;
  report.set(bytesOf(text), 1);
  return new DataView(report.buffer);
}
const readText = (collections: HidCollection[], report: DataView) => {
  const read = readScanReport(scanFieldsOf(collections).get(2)!, report);
  return read === null ? null : [new TextDecoder().decode(read.bytes), read.continued];
};

describe('a report of a scanner', () => {
  it('is read by the fields of its own descriptor', () => {
    expect(readText(COUNTED, countedReport('https://example.kz/1'))).toEqual(['https://example.kz/1', false]);
    expect(readText(COUNTED, countedReport('x'.repeat(56), true))).toEqual(['x'.repeat(56), true]);
    expect(readText(PADDED, paddedReport('123456'))).toEqual(['123456', false]);
    expect(readText(PADDED, paddedReport('123456', true))).toEqual(['123456', true]);
  });

  it('that counts more than it has, or is cut short, is none', () => {
    expect(readText(COUNTED, countedReport('abc', false, 57))).toBeNull();
    expect(readText(COUNTED, countedReport('abc', false, 56))).not.toBeNull();
    expect(readText(COUNTED, new DataView(new ArrayBuffer(30)))).toBeNull();
    expect(readText(PADDED, new DataView(new ArrayBuffer(0)))).toBeNull();
  });

  it('of any bytes is read or refused, never more than is there', () => {
    fc.assert(
      fc.property(fc.constantFrom(COUNTED, PADDED), fc.uint8Array({ maxLength: 80 }), (collections, bytes) => {
        const read = readScanReport(scanFieldsOf(collections).get(2)!, new DataView(bytes.buffer, bytes.byteOffset, bytes.length));
        return read === null || read.bytes.length <= 56;
      }),
    );
  });

  it('is looked for on scanners alone', () => {
    const keyboard: HidCollection[] = [{ usagePage: 0x01, usage: 0x06, inputReports: [{ reportId: 0, items: [COUNT] }], children: [] }];
    expect(isScanner(COUNTED)).toBe(true);
    expect(isScanner(keyboard)).toBe(false);
    expect(scanFieldsOf(keyboard).size).toBe(0);
  });
});

class FakeScanner extends EventTarget {
  opened = false;
  collections = COUNTED;
  productName = 'Scanner 1';
  busy = false;
  async open() {
    if (this.busy) throw new DOMException('Failed to open the device.', 'NotAllowedError');
    this.opened = true;
  }
  async close() {
    this.opened = false;
  }
  async forget() {}
  report(data: DataView, reportId = 2) {
    this.dispatchEvent(Object.assign(new Event('inputreport'), { reportId, data }));
  }
}
class FakeHid extends EventTarget {
  devices: FakeScanner[] = [];
  getDevices = async () => this.devices;
  requestDevice = async () => this.devices;
  plug(kind: 'connect' | 'disconnect', device: FakeScanner) {
    this.dispatchEvent(Object.assign(new Event(kind), { device }));
  }
}

function watching(device: FakeScanner) {
  const hid = new FakeHid();
  hid.devices = [device];
  const heard = { scans: [] as string[], connected: [] as string[][], refused: 0 };
  const stop = watchHidScanners(hid, {
    scan: (text) => heard.scans.push(text),
    connected: (scanners) => heard.connected.push(scanners.map(({ name }) => name)),
    refused: () => (heard.refused += 1),
  });
  return { hid, heard, stop };
}

/** Longer than the silence after which a scan may begin. */
const SETTLED_MS = 150;
const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);

describe('watched scanners', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('give a scan of one report, of several, and after silence', async () => {
    const device = new FakeScanner();
    const { heard, stop } = watching(device);
    await pass(SETTLED_MS);
    expect(heard.connected).toEqual([['Scanner 1']]);
    device.report(countedReport('https://example.kz/қ\r'));
    device.report(countedReport('A'.repeat(56), true));
    device.report(countedReport('B'));
    device.report(countedReport('123456'), 3);
    device.report(countedReport('654321', true));
    expect(heard.scans).toEqual(['https://example.kz/қ', `${'A'.repeat(56)}B`]);
    await pass(500);
    expect(heard.scans.at(-1)).toBe('654321');
    stop();
    device.report(countedReport('https://example.kz/2'));
    expect(heard.scans).toHaveLength(3);
    expect(device.opened).toBe(false);
  });

  it('are found when they are plugged in, and missed when they are pulled out', async () => {
    const device = new FakeScanner();
    const { hid, heard } = watching(device);
    await pass(SETTLED_MS);
    expect(heard.connected).toHaveLength(1);
    hid.plug('disconnect', device);
    expect(heard.connected.at(-1)).toEqual([]);
    device.opened = false;
    hid.plug('connect', device);
    await pass(SETTLED_MS);
    expect(heard.connected.at(-1)).toEqual(['Scanner 1']);
    device.report(countedReport('https://example.kz/3'));
    expect(heard.scans).toEqual(['https://example.kz/3']);
  });

  it('that another program holds are told, and no scan is taken from them', async () => {
    const device = new FakeScanner();
    device.busy = true;
    const { heard } = watching(device);
    await pass(SETTLED_MS);
    expect(heard.refused).toBe(1);
    device.report(countedReport('https://example.kz/4'));
    expect(heard.scans).toEqual([]);
  });

  it('lose a scan that a lock cuts in two: half a code is no code', async () => {
    const device = new FakeScanner();
    const { heard, stop } = watching(device);
    await pass(SETTLED_MS);
    device.report(countedReport('A'.repeat(56), true));
    stop();
    device.report(countedReport('https://example.kz/5'));
    await pass(1000);
    expect(heard.scans).toEqual([]);
  });

  it('lose a scan that an unlock cuts in two to its end, and give the next', async () => {
    const device = new FakeScanner();
    const { heard } = watching(device);
    await pass(10);
    device.report(countedReport('https://example.kz/the-middle', true));
    await pass(10);
    device.report(countedReport('123456'));
    expect(heard.scans).toEqual([]);
    device.report(countedReport('https://example.kz/6'));
    expect(heard.scans).toEqual(['https://example.kz/6']);
  });

  it('lose no more of a scan an unlock cuts in two whose end never comes', async () => {
    const device = new FakeScanner();
    const { heard } = watching(device);
    await pass(10);
    device.report(countedReport('https://example.kz/the-middle', true));
    await pass(500);
    device.report(countedReport('https://example.kz/7'));
    expect(heard.scans).toEqual(['https://example.kz/7']);
  });
});
