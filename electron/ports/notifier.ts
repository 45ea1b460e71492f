/** Tells the person outside the window of the program, by the means of the operating system. Nothing personal passes: others may see the screen. */
export interface Notifier {
  /** @param notice daysLeft whole days until the key ends */
  keyEnding(notice: { keyId: string; daysLeft: number }): Promise<void>;
}
