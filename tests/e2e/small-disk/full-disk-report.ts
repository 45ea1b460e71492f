/** What the desk on a small disk tells the spec. */

export interface FullDiskDay {
  /** Whether a photograph was on the screen although its entry could not be written; null before the disk was full. */
  shownWhileFull: boolean | null;
  stopSays: string;
  /** Views the citizen was told of for the check that could not be written down. */
  viewsWhileFull: number;
  verdictAfterwards: boolean;
  journal: 'open' | 'kept' | 'set-aside';
}
