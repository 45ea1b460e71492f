/** Makes a sheet of paper that is handed over or filed: in both languages of the state, as the state prints. */
import type { Pair } from '../../shared/domain/localized.ts';

export interface Paper {
  title: Pair;
  /** Printed as “label: value”; a value that is a pair stands in both languages. */
  facts: readonly { label: Pair; value: string | Pair }[];
  paragraphs: readonly Pair[];
  /** Lines to be signed by hand, by who signs. */
  signatures: readonly Pair[];
  at: Date;
}

export interface PaperPress {
  /** PDF. */
  print(paper: Paper): Promise<Uint8Array>;
}
