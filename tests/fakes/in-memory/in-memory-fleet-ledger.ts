/** A fleet's ledger that forgets at the end of the test; what a failed transaction wrote is gone, as in a database. */
import type { EarlyEntry, FleetLedger, FollowedLog, LedgerEntry, LedgerRoom, TreeEdge } from '../../../electron/ports/journal/fleet-ledger.ts';

interface Kept {
  logs: Map<string, FollowedLog>;
  entries: Map<string, LedgerEntry[]>;
  edges: Map<string, TreeEdge[]>;
  ahead: Map<string, EarlyEntry[]>;
  cosigned: { log: string; size: number; note: string }[];
  contradictions: { log: string; sequence: number; text: string }[];
}

export interface InMemoryFleetLedger extends FleetLedger {
  kept(): Kept;
}

export function inMemoryFleetLedger(): InMemoryFleetLedger {
  let kept: Kept = { logs: new Map(), entries: new Map(), edges: new Map(), ahead: new Map(), cosigned: [], contradictions: [] };
  return {
    kept: () => kept,
    async inTransaction(work) {
      const draft = structuredClone(kept);
      const value = await work(roomOn(draft));
      kept = draft;
      return value;
    },
  };
}

function roomOn(kept: Kept): LedgerRoom {
  const entriesOf = (log: string): LedgerEntry[] => kept.entries.get(log) ?? [];
  const aheadOf = (log: string): EarlyEntry[] => kept.ahead.get(log) ?? [];
  return {
    async log(name) {
      const log = kept.logs.get(name);
      return log === undefined ? null : { ...log, holdsAhead: aheadOf(name).length > 0 };
    },
    keepLog: async (log) => void kept.logs.set(log.name, log),
    async addEntries(log, entries) {
      const before = entriesOf(log);
      const taken = new Set(before.map(({ sequence }) => sequence));
      if (entries.some(({ sequence }) => taken.has(sequence))) throw new Error('a place taken twice');
      kept.entries.set(log, [...before, ...entries]);
    },
    hashAt: async (log, sequence) => entriesOf(log).find((entry) => entry.sequence === sequence)?.hash ?? null,
    keepEdges: async (log, edges) => void kept.edges.set(log, [...(kept.edges.get(log) ?? []), ...edges]),
    edgeBefore: async (log, size) => (kept.edges.get(log) ?? []).filter((edge) => edge.size <= size).toSorted((a, b) => b.size - a.size)[0] ?? null,
    texts: async (log, after, through) => entriesOf(log).filter(({ sequence }) => sequence > after && sequence <= through).map(({ text }) => text),
    async keepAhead(log, entries) {
      const held = aheadOf(log);
      const fresh = entries.filter(({ sequence, text }) => !held.some((one) => one.sequence === sequence && one.text === text));
      kept.ahead.set(log, [...held, ...fresh].toSorted((a, b) => a.sequence - b.sequence));
    },
    ahead: async (log, after, limit) => aheadOf(log).filter(({ sequence }) => sequence > after).slice(0, limit).map(({ text }) => text),
    dropAhead: async (log, through) => void kept.ahead.set(log, aheadOf(log).filter(({ sequence }) => sequence > through)),
    keepCosigned: async (log, size, note) => void kept.cosigned.push({ log, size, note }),
    keepContradiction: async (log, sequence, text) => void kept.contradictions.push({ log, sequence, text }),
  };
}
