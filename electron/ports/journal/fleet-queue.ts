/** What workstations of a fleet say to their collector, and what it answers. */

export type FleetSaying =
  /** A journal is introduced, with what was let go before it could be copied. */
  | { kind: 'log'; verifierKey: string; start: { size: number; peaks: readonly string[] } }
  /** An entry, as it is hashed. */
  | { kind: 'entry'; text: string }
  /** A signed tree head. */
  | { kind: 'checkpoint'; note: string };

export interface FleetMessage {
  /** Origin of the journal; proved by the right to write to its subject. */
  log: string;
  said: FleetSaying;
}

/** `useless`: nothing can be done with it, ever. */
export type MessageFate = 'taken' | 'useless';

export type CollectorWord =
  | { state: 'cosigned'; size: number; line: string }
  | { state: 'other-size'; size: number }
  | { state: 'missing'; from: number }
  | { state: 'contradicted'; sequence: number }
  | { state: 'unknown-log' | 'unknown-key' };

export interface TakenBatch {
  /** One for each message, in their order. */
  fates: readonly MessageFate[];
  /** The last word about each log that has one. */
  words: ReadonlyMap<string, CollectorWord>;
}
