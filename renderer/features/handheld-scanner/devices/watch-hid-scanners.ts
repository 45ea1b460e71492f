/** Listens to every scanner in HID POS mode that this desk was given, from the moment it is plugged in until it is pulled out. */
import type { Hid, HidDevice, HidInputReport } from './hid-device.ts';
import { isScanner, readScanReport, scanFieldsOf } from './hid-pos-report.ts';
import { assembleScans, SILENCE_MS } from './scan-assembler.ts';
import type { ScannerListener } from './scanner-listener.ts';

/** A scan whose last report never came is over after this. */
const LOST_MS = 500;

/** @returns stops listening and closes the devices */
export function watchHidScanners(hid: Hid, listener: ScannerListener): () => void {
  /** How to stop listening; null while a device is being opened. */
  const watched = new Map<HidDevice, (() => void) | null>();
  let over = false;
  const tell = () => {
    const open = [...watched].filter(([, stop]) => stop !== null);
    listener.connected(open.map(([{ productName }]) => ({ kind: 'hid', name: productName })));
  };

  async function watch(device: HidDevice): Promise<void> {
    if (watched.has(device) || !isScanner(device.collections)) return;
    watched.set(device, null);
    try {
      if (!device.opened) await device.open();
      // Whoever was to be listened to may be gone by the time its device is open.
      if (over) return await device.close();
    } catch {
      watched.delete(device);
      if (!over) listener.refused();
      return;
    }
    watched.set(device, listenTo(device, listener));
    tell();
  }

  function leave(device: HidDevice): void {
    watched.get(device)?.();
    watched.delete(device);
  }

  const deviceOf = (event: Event): HidDevice => (event as Event & { device: HidDevice }).device;
  const onConnect = (event: Event) => void watch(deviceOf(event));
  const onDisconnect = (event: Event) => {
    leave(deviceOf(event));
    tell();
  };
  hid.addEventListener('connect', onConnect);
  hid.addEventListener('disconnect', onDisconnect);
  void hid.getDevices().then((devices) => {
    if (!over) for (const device of devices) void watch(device);
  });
  return () => {
    over = true;
    hid.removeEventListener('connect', onConnect);
    hid.removeEventListener('disconnect', onDisconnect);
    for (const device of watched.keys()) {
      leave(device);
      if (device.opened) void device.close();
    }
  };
}

function listenTo(device: HidDevice, listener: ScannerListener): () => void {
  const fields = scanFieldsOf(device.collections);
  const assembler = assembleScans();
  const give = (text: string | null) => {
    if (text !== null) listener.scan(text);
  };
  let timer = setTimeout(() => give(assembler.silence()), SILENCE_MS);
  const onReport = (event: Event) => {
    const { reportId, data } = event as Event & HidInputReport;
    const place = fields.get(reportId);
    const read = place === undefined ? null : readScanReport(place, data);
    if (read === null) return;
    clearTimeout(timer);
    give(assembler.add(read.bytes, !read.continued));
    if (read.continued) timer = setTimeout(() => give(assembler.silence()), LOST_MS);
  };
  device.addEventListener('inputreport', onReport);
  return () => {
    clearTimeout(timer);
    device.removeEventListener('inputreport', onReport);
  };
}
