/** One thing the doctor looked at. */

export interface Finding {
  part: 'node' | 'sqlite' | 'data' | 'disk' | 'window' | 'resources' | 'journal' | 'quarantine' | 'connection' | 'clock' | 'authorities' | 'trust' | 'portals' | 'browsers';
  state: 'good' | 'warn' | 'bad' | 'skipped';
  /** A version, a path, a number; empty where there is nothing to add. */
  fact: string;
}
