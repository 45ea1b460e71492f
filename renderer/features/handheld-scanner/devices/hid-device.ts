/** What of WebHID the desk uses (WICG “WebHID API”, sections 5–7); the DOM types know none of it. */

export interface HidItem {
  /** Page in the upper, id in the lower 16 bits. Absent from padding. */
  readonly usages?: readonly number[];
  /** Bits of one field, and how many fields. */
  readonly reportSize: number;
  readonly reportCount: number;
}

export interface HidReport {
  readonly reportId: number;
  readonly items: readonly HidItem[];
}

export interface HidCollection {
  readonly usagePage: number;
  readonly usage: number;
  readonly inputReports: readonly HidReport[];
  readonly children: readonly HidCollection[];
}

export interface HidInputReport {
  readonly reportId: number;
  /** Without the report id. */
  readonly data: DataView;
}

export interface HidDevice extends EventTarget {
  readonly opened: boolean;
  readonly productName: string;
  readonly collections: readonly HidCollection[];
  open(): Promise<void>;
  close(): Promise<void>;
  forget(): Promise<void>;
}

export interface Hid extends EventTarget {
  getDevices(): Promise<readonly HidDevice[]>;
  requestDevice(options: { filters: readonly { usagePage: number; usage: number }[] }): Promise<readonly HidDevice[]>;
}

/** Null in a browser without it. */
export const browserHid = (): Hid | null => (navigator as { hid?: Hid }).hid ?? null;
