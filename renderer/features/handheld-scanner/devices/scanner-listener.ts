/** Who hears of scanners that are devices of their own and no keyboard. */

export interface ConnectedScanner {
  kind: 'hid' | 'serial';
  /** As the device calls itself; empty where it does not. */
  name: string;
}

export interface ScannerListener {
  scan(text: string): void;
  /** All of this kind that are listened to now. */
  connected(scanners: readonly ConnectedScanner[]): void;
  /** A device is there and cannot be opened: another program holds it. */
  refused(): void;
}
