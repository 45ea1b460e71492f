/** What the wedge detector says of a key: what becomes of it, and what else is to be done. */

/** A held key is given back by `release` or is part of the scan. */
export type KeyFate = 'pass' | 'hold' | 'swallow';

export type WedgeEffect =
  /** Remember the focused control before this key changes it. */
  | { kind: 'remember' }
  /** It was a person: give the held keys back, in their order, before anything else. */
  | { kind: 'release' }
  /** It is a scanner: undo what its first key typed, drop the held keys. */
  | { kind: 'undo' }
  | { kind: 'scan'; text: string }
  /** A scan that no Enter or Tab ended: the scanner is not set up for this. */
  | { kind: 'unfinished' };

export interface WedgeAnswer {
  key: KeyFate;
  effects: WedgeEffect[];
}
