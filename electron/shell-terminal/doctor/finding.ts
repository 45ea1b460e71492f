/** One thing the doctor looked at. */

export interface Finding {
  part: 'node' | 'sqlite' | 'data' | 'disk' | 'window' | 'resources' | 'journal' | 'quarantine' | 'connection' | 'clock' | 'authorities' | 'trust' | 'portals' | 'browsers';
  /** `skipped` could be looked at another time; `unused` has nothing to look at, and that is no fault. */
  state: 'good' | 'warn' | 'bad' | 'skipped' | 'unused';
  /** A version, a path, a number; empty where there is nothing to add. */
  fact: string;
}
