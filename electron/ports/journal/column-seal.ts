/** Hides what an entry says about people from a thief of the disk, and finds entries again by an equal value and by nothing else. */

/** The sensitive columns of an entry: who acted, about whom, and under which permission or request of the service. */
export interface SensitiveColumns {
  operatorId: string | null;
  /** Keyed hash of the ИИН, lower-case hex. */
  subjectHash: string | null;
  /** Id of the access or of the consent request. */
  ticket: string | null;
}

/** Which entry the columns belong to: no two entries share both. */
export interface EntryPlace {
  id: string;
  sequence: number;
}

export interface ColumnSeal {
  /** Base 64; the same for the same place and columns, so that an entry's hash can be worked out again from its content. */
  seal(place: EntryPlace, columns: SensitiveColumns): string;
  /** Null for what was altered, or sealed under another key. */
  open(place: EntryPlace, sealed: string): SensitiveColumns | null;
  /** The 32 bytes that open the columns of this one entry, for a receipt; they open no other. */
  keyOf(place: EntryPlace): Uint8Array;
  /** A text that belongs to no hash, such as a mark that waits; another result each time. */
  hide(text: string): string;
  /** Null for what was altered, or hidden under another key. */
  reveal(hidden: string): string | null;
  /** 32 lower-case hex digits over a text, which nobody makes without the key. */
  prove(text: string): string;
  /** Blind index: 16 lower-case hex digits, equal for equal values under one key. */
  tag(column: 'who' | 'about', value: string): string;
}
