/** Where a collector keeps the journals of a fleet: one transaction at a time, each log in one hand. */

export interface FollowedLog {
  name: string;
  /** Of its checkpoints (c2sp.org/signed-note). */
  verifierKey: string;
  /** Entries let go before they could be copied. */
  start: number;
  /** Entries up to here are kept. */
  size: number;
  /** Hash and instant of the last of them; null before the first. */
  headHash: string | null;
  headAt: string | null;
  /** Roots of the perfect subtrees over all of them in hex, largest first. */
  peaks: readonly string[];
  /** Leaves of the largest tree signed for; 0 for none. */
  cosigned: number;
  /** A checkpoint beyond the entries that have come so far. */
  pending: string | null;
  /** The first place in which the workstation said two things; null while it said one. */
  contradicted: number | null;
  /** Whether anything may be held that came before what it follows. */
  holdsAhead: boolean;
}

/** An entry that came before what it follows. */
export interface EarlyEntry {
  sequence: number;
  text: string;
}

export interface LedgerEntry {
  sequence: number;
  hash: string;
  at: string;
  kind: string;
  /** What it is hashed from; sensitive columns are sealed in it. */
  text: string;
}

/** The tree at a size from which others can be worked out. */
export interface TreeEdge {
  size: number;
  peaks: readonly string[];
}

export interface LedgerRoom {
  /** Nobody else has this log until the transaction ends. */
  log(name: string): Promise<FollowedLog | null>;
  keepLog(log: FollowedLog): Promise<void>;
  addEntries(log: string, entries: readonly LedgerEntry[]): Promise<void>;
  /** Null for a place that is empty. */
  hashAt(log: string, sequence: number): Promise<string | null>;
  keepEdges(log: string, edges: readonly TreeEdge[]): Promise<void>;
  /** The largest kept edge that is not larger than this; null where there is none. */
  edgeBefore(log: string, size: number): Promise<TreeEdge | null>;
  /** Texts of the entries behind `after` up to `through`, in order. */
  texts(log: string, after: number, through: number): Promise<string[]>;
  /** The same once more changes nothing. */
  keepAhead(log: string, entries: readonly EarlyEntry[]): Promise<void>;
  /** Texts of what is held behind `after`, in the order of their places. */
  ahead(log: string, after: number, limit: number): Promise<string[]>;
  /** Lets go what is held up to `through`: it was put in its place. */
  dropAhead(log: string, through: number): Promise<void>;
  keepCosigned(log: string, size: number, note: string): Promise<void>;
  /** Evidence against a workstation, word for word. */
  keepContradiction(log: string, sequence: number, text: string): Promise<void>;
}

export interface FleetLedger {
  /** Durable when it resolves; nothing of it is when it rejects. */
  inTransaction<Value>(work: (room: LedgerRoom) => Promise<Value>): Promise<Value>;
}
