/** Signs a tree head of a workstation once the entries that came say the same: the collector has counted them itself. */
import { bytesToHex } from '../../../shared/util/bytes.ts';
import type { FollowedLog, LedgerRoom } from '../../ports/journal/fleet-ledger.ts';
import type { CollectorWord } from '../../ports/journal/fleet-queue.ts';
import { cosign, growTree, type HexHasher, type NoteSigner, openCheckpoint, parseVerifierKey, rootOfPeaks } from '../journal/index.ts';

export interface Cosigning {
  signer: NoteSigner;
  hasher: HexHasher;
  now(): Date;
}

export type Judged =
  /** Not signed by the workstation, or no checkpoint at all. */
  | { state: 'useless' }
  /** Of more entries than have come. */
  | { state: 'ahead'; size: number }
  | { state: 'answered'; word: CollectorWord };

export async function judgeCheckpoint(note: string, log: FollowedLog, room: LedgerRoom, { signer, hasher, now }: Cosigning): Promise<Judged> {
  const key = parseVerifierKey(log.verifierKey);
  const opened = key === null ? null : openCheckpoint(note, key);
  if (opened?.state !== 'signed') return { state: 'useless' };
  const { size, root } = opened.checkpoint;
  if (log.contradicted !== null) return answered({ state: 'contradicted', sequence: log.contradicted });
  // c2sp.org/tlog-witness: what was signed is never followed by less.
  if (size < log.cosigned) return answered({ state: 'other-size', size: log.cosigned });
  if (size > log.size) return { state: 'ahead', size };
  if ((await rootAt(size, log, room, hasher)) !== bytesToHex(root)) return answered({ state: 'contradicted', sequence: log.cosigned + 1 });
  const line = cosign(note, Math.floor(now().getTime() / 1_000), signer);
  await room.keepCosigned(log.name, size, note + line);
  return answered({ state: 'cosigned', size, line });
}

const answered = (word: CollectorWord): Judged => ({ state: 'answered', word });

/** In hex; null for a size from before the entries that are kept. */
async function rootAt(size: number, log: FollowedLog, room: LedgerRoom, hasher: HexHasher): Promise<string | null> {
  if (size < Math.max(1, log.start)) return null;
  if (size === log.size) return rootOfPeaks(log.peaks, hasher);
  const edge = (await room.edgeBefore(log.name, size)) ?? { size: 0, peaks: [] };
  const peaks = [...edge.peaks];
  let leaves = edge.size;
  for (const text of await room.texts(log.name, edge.size, size)) {
    growTree(peaks, leaves, hasher.ofText(`\0${text}`), hasher, () => {});
    leaves += 1;
  }
  return leaves === size ? rootOfPeaks(peaks, hasher) : null;
}
