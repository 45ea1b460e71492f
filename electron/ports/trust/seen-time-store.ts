/** Remembers over restarts the latest time that verified evidence has shown, so that setting the clock back while the program is closed is noticed too. */
export interface SeenTimeStore {
  /** Null where nothing was kept, or what was kept cannot be read. */
  read(): Promise<Date | null>;
  /** Never replaces a later time by an earlier one, whoever else writes. @throws what the disk throws */
  keep(seen: Date): Promise<void>;
}
