/** Takes what one workstation said in a batch: its introduction, its entries, and its checkpoints once the entries are there. */
import type { EarlyEntry, FollowedLog, LedgerRoom } from '../../ports/journal/fleet-ledger.ts';
import type { CollectorWord, FleetSaying, MessageFate } from '../../ports/journal/fleet-queue.ts';
import { parseVerifierKey } from '../journal/index.ts';
import { type Cosigning, judgeCheckpoint } from './judge-checkpoint.ts';
import { readCopy } from './read-copy.ts';
import { takeEntries } from './take-entries.ts';

export interface FollowedBatch {
  fates: MessageFate[];
  /** The last word about this log; null where there is nothing to say. */
  word: CollectorWord | null;
}

export async function followLog(name: string, sayings: readonly FleetSaying[], room: LedgerRoom, cosigning: Cosigning): Promise<FollowedBatch> {
  const fates: MessageFate[] = [];
  let word: CollectorWord | null = null;
  let log = await room.log(name);
  if (log === null) {
    log = introducedLog(name, sayings);
    if (log === null) return { fates: await holdForIntroduction(name, sayings, room), word: { state: 'unknown-log' } };
    await room.keepEdges(name, [{ size: log.start, peaks: log.peaks }]);
  }
  const taking = takeEntries(log, room, cosigning.hasher);
  const notes = log.pending === null ? [] : [log.pending];
  for (const said of sayings) {
    if (said.kind === 'entry') fates.push(await taking.take(said.text));
    else if (said.kind === 'checkpoint') {
      notes.push(said.note);
      fates.push('taken');
    } else {
      if (said.verifierKey !== log.verifierKey) word = { state: 'unknown-key' };
      fates.push('taken');
    }
  }
  const grown = await taking.finish();
  const { log: signed, word: signedWord } = await signCheckpoints(grown, notes, room, cosigning);
  await room.keepLog(signed);
  return { fates, word: wordOf(signed, signedWord ?? word) };
}

/** Entries wait for the introduction, which says by whose key the log is signed; a checkpoint that gets no signature comes again. */
async function holdForIntroduction(name: string, sayings: readonly FleetSaying[], room: LedgerRoom): Promise<MessageFate[]> {
  const early: EarlyEntry[] = [];
  const fates = sayings.map((said): MessageFate => {
    if (said.kind !== 'entry') return said.kind === 'log' ? 'useless' : 'taken';
    const copy = readCopy(said.text);
    if (copy === null) return 'useless';
    early.push({ sequence: copy.sequence, text: said.text });
    return 'taken';
  });
  await room.keepAhead(name, early);
  return fates;
}

function introducedLog(name: string, sayings: readonly FleetSaying[]): FollowedLog | null {
  for (const said of sayings) {
    if (said.kind !== 'log' || parseVerifierKey(said.verifierKey)?.name !== name) continue;
    const { size, peaks } = said.start;
    return { name, verifierKey: said.verifierKey, start: size, size, headHash: null, headAt: null, peaks, cosigned: 0, pending: null, contradicted: null, holdsAhead: true };
  }
  return null;
}

async function signCheckpoints(log: FollowedLog, notes: readonly string[], room: LedgerRoom, cosigning: Cosigning): Promise<{ log: FollowedLog; word: CollectorWord | null }> {
  let pending: { note: string; size: number } | null = null;
  let { cosigned, contradicted } = log;
  let word: CollectorWord | null = null;
  for (const note of notes) {
    const judged = await judgeCheckpoint(note, { ...log, cosigned, contradicted }, room, cosigning);
    if (judged.state === 'ahead' && judged.size >= (pending?.size ?? 0)) pending = { note, size: judged.size };
    if (judged.state !== 'answered') continue;
    word = judged.word;
    if (word.state === 'cosigned') cosigned = Math.max(cosigned, word.size);
    if (word.state === 'contradicted') contradicted ??= word.sequence;
  }
  return { log: { ...log, pending: pending?.note ?? null, cosigned, contradicted }, word };
}

/** Asked for as long as something is held, or a checkpoint speaks of more than has come: entries are on their way, or lost. */
function wordOf(log: FollowedLog, word: CollectorWord | null): CollectorWord | null {
  if (log.contradicted !== null) return { state: 'contradicted', sequence: log.contradicted };
  return word ?? (log.holdsAhead || log.pending !== null ? { state: 'missing', from: log.size + 1 } : null);
}
