/** Which devices the page of a desk may open: scanners, while an operator is there. */
import { type AppOrigin, isOwnAddress } from './app-origin.ts';

/** Barcode Scanner Page and its Barcode Scanner usage (HID Usage Tables 1.5, section 21). */
const SCANNER_PAGE = 0x8c;
const SCANNER_USAGE = 0x02;

export interface HidUsage {
  usagePage: number;
  usage: number;
}

export type AskedDevice =
  | { kind: 'hid'; collections: readonly HidUsage[] }
  /** A line does not say what is at its other end: the operator has chosen it for a scanner, or not. */
  | { kind: 'serial'; chosen: boolean }
  | { kind: 'usb' };

export function mayOpen(device: AskedDevice, address: string, origin: AppOrigin, operatorPresent: boolean): boolean {
  if (!operatorPresent || !isOwnAddress(address, origin)) return false;
  if (device.kind === 'hid') return device.collections.some(({ usagePage, usage }) => usagePage === SCANNER_PAGE && usage === SCANNER_USAGE);
  return device.kind === 'serial' && device.chosen;
}

/** Whether the page may look for such devices at all. */
export const mayLookFor = (permission: string, address: string, origin: AppOrigin, operatorPresent: boolean): boolean =>
  (permission === 'hid' || permission === 'serial') && operatorPresent && isOwnAddress(address, origin);
