/** Holds the journal against everything this workstation ever put its name to: the checkpoints in the file and the head outside it. */
import type { JournalHealth } from '../../../shared/domain/journal/journal-health.ts';
import { bytesEqual } from '../../../shared/util/bytes.ts';
import type { JournalStore } from '../../ports/journal/journal-store.ts';
import type { TrustedHead } from '../../ports/journal/trusted-head.ts';
import type { ChainFault } from './entry-chain.ts';
import { type Checkpoint, openCheckpoint, readCheckpoint } from './proof/checkpoint.ts';
import type { NoteKey } from './proof/note-key.ts';

export interface JournalWitness {
  key: NoteKey;
  head: Pick<TrustedHead, 'read'>;
}

/** A start looks at the newest checkpoints and at the head, which takes the same time however long the journal is. */
export type ProofDepth = 'newest' | 'whole';
const NEWEST = 2;

interface Claim extends Checkpoint {
  note: string;
  kept: 'in-file' | 'outside';
}

/** Never writes. What the walk over the chain finds comes first; the checkpoints say what the chain cannot know. */
export async function proveJournal(store: JournalStore, witness: JournalWitness, depth: ProofDepth): Promise<JournalHealth> {
  const notes = await store.checkpoints(depth === 'newest' ? NEWEST : Number.MAX_SAFE_INTEGER);
  const cosigned = await store.cosigned();
  if (cosigned !== null && !notes.includes(cosigned.note)) notes.push(cosigned.note);
  const read = notes.map((note) => ({ note, claim: readCheckpoint(note, witness.key) }));
  if (read.some(({ claim }) => claim.state === 'malformed')) return broken({ firstBadSequence: 1, reason: 'forged' });
  const claims: Claim[] = read.flatMap(({ note, claim }) => (claim.state === 'ours' ? [{ ...claim.checkpoint, note, kept: 'in-file' as const }] : []));

  const head = await headOutside(witness);
  if (head === 'lost' || (head === null && claims.length > 0)) {
    return broken({ firstBadSequence: (claims[0]?.size ?? 0) + 1, reason: 'head-lost' });
  }
  if (head) claims.push(head);
  const swapped = head !== null && notes.length > 0 && claims.length === 1;
  claims.sort((a, b) => a.size - b.size);

  const disputed = forgedOrForked(claims, witness.key);
  if (disputed) return broken(disputed);
  // Where anything is wrong, the walk says what and where.
  if (depth === 'newest') return (await holdsNewest(store, claims)) ? store.health() : proveJournal(store, witness, 'whole');
  const health = await store.verify(claims);
  if (health.state !== 'broken') return health;
  return broken(namedFault(health, claims, swapped, witness.key));
}

const broken = ({ firstBadSequence, reason }: ChainFault): JournalHealth => ({ state: 'broken', firstBadSequence, reason });

async function headOutside({ key, head }: JournalWitness): Promise<Claim | null | 'lost'> {
  const found = await head.read();
  if (found.state === 'none') return null;
  if (found.state === 'unreadable') return 'lost';
  const opened = openCheckpoint(found.note, key);
  return opened.state === 'signed' ? { ...opened.checkpoint, note: found.note, kept: 'outside' } : 'lost';
}

/** Two claims of one size: one of them was not made here, or this workstation's key signed two histories. */
function forgedOrForked(claims: readonly Claim[], key: NoteKey): ChainFault | null {
  const at = claims.findIndex((claim, index) => claims[index + 1]?.size === claim.size && !bytesEqual(claim.root, claims[index + 1]!.root));
  if (at < 0) return null;
  const bothSigned = [claims[at]!, claims[at + 1]!].every(({ note }) => openCheckpoint(note, key).state === 'signed');
  return { firstBadSequence: claims[at]!.size, reason: bothSigned ? 'forked' : 'forged' };
}

async function holdsNewest(store: JournalStore, claims: readonly Claim[]): Promise<boolean> {
  for (const { size, root } of claims) {
    const found = await store.treeRoot(size);
    if (found === null || !bytesEqual(found, root)) return false;
  }
  return true;
}

/** Signatures are looked at where they matter: a checkpoint the chain agrees with does no harm whoever wrote it. */
function namedFault(health: ChainFault, claims: readonly Claim[], swapped: boolean, key: NoteKey): ChainFault {
  const { firstBadSequence, reason } = health;
  if (reason !== 'rewritten' && reason !== 'truncated') return { firstBadSequence, reason };
  if (swapped) return { firstBadSequence: 1, reason: 'foreign' };
  const contradicting = claims.filter(({ size }) => size >= firstBadSequence);
  if (contradicting.every(({ kept }) => kept === 'outside') && reason === 'truncated') return { firstBadSequence, reason: 'rolled-back' };
  // The walk stopped at the smallest of them.
  const signed = openCheckpoint(contradicting[0]!.note, key).state === 'signed';
  return { firstBadSequence, reason: signed ? reason : 'forged' };
}
