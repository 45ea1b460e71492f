/** What of Web Serial the desk uses (WICG “Web Serial API”, sections 3–4); the DOM types know none of it. */

export interface SerialPort extends EventTarget {
  readonly readable: ReadableStream<Uint8Array> | null;
  getInfo(): { usbVendorId?: number; usbProductId?: number };
  open(options: { baudRate: number }): Promise<void>;
  close(): Promise<void>;
  forget(): Promise<void>;
}

export interface Serial extends EventTarget {
  getPorts(): Promise<readonly SerialPort[]>;
  requestPort(): Promise<SerialPort>;
}

/** Null in a browser without it. */
export const browserSerial = (): Serial | null => (navigator as { serial?: Serial }).serial ?? null;
