/** One question to a witness: does it know this journal by its newest checkpoint, and will it sign that? */
import type { JournalStore } from '../../ports/journal/journal-store.ts';
import type { CosignRefusal, Witness } from '../../ports/journal/witness.ts';
import type { ChainFault } from './entry-chain.ts';
import { openCheckpoint, signCheckpoint } from './proof/checkpoint.ts';
import { cosignedAt } from './proof/cosignature.ts';
import type { NoteKey, NoteSigner } from './proof/note-key.ts';

export type WitnessedStore = Pick<JournalStore, 'checkpoints' | 'cosigned' | 'consistency'>;

export type WitnessAnswer =
  /** The checkpoint with the signature of the witness. */
  | { state: 'signed'; size: number; note: string }
  /** What it signed is not by its key. */
  | { state: 'unsigned'; size: number }
  /** Its last tree was another; `known` is to be named as that in the next question. */
  | { state: 'other-size'; size: number; known: number }
  | { state: 'contradicted'; size: number; fault: ChainFault }
  | { state: 'away'; size: number; code: CosignRefusal['code'] }
  /** The journal cannot prove that it only grew. */
  | { state: 'unproved' };

export interface WitnessQuestion {
  /** Newest checkpoint of this workstation. */
  newest: { size: number; note: string };
  /** Size of the tree the witness is believed to have signed last. */
  known: number;
}

export async function askWitness(store: WitnessedStore, witness: Witness, { newest: { size, note }, known }: WitnessQuestion): Promise<WitnessAnswer> {
  const oldSize = Math.min(known, size);
  const proof = oldSize === 0 ? [] : await store.consistency(oldSize, size);
  if (proof === null) return { state: 'unproved' };
  const answer = await witness.cosign({ oldSize, proof, checkpoint: note });
  if (!answer.ok) return refused(answer.failure, size, oldSize);
  const cosigned = note + answer.value;
  return cosignedAt(cosigned, witness.key) === null ? { state: 'unsigned', size } : { state: 'signed', size, note: cosigned };
}

function refused(refusal: CosignRefusal, size: number, oldSize: number): WitnessAnswer {
  const { code } = refusal;
  if (code === 'inconsistent') return { state: 'contradicted', size, fault: { firstBadSequence: 1, reason: 'forked' } };
  if (code !== 'other-size') return { state: 'away', size, code };
  // The witness holds more than this journal: an older copy was put back, or an end cut off.
  if (refusal.size > size) return { state: 'contradicted', size, fault: { firstBadSequence: size + 1, reason: 'rolled-back' } };
  return refusal.size === oldSize ? { state: 'away', size, code } : { state: 'other-size', size, known: refusal.size };
}

/** Of this workstation, in the segment that is written now. */
export async function newestCheckpoint(store: WitnessedStore, key: NoteKey): Promise<{ size: number; note: string } | null> {
  const [note] = await store.checkpoints(1);
  const opened = note === undefined ? null : openCheckpoint(note, key);
  return opened?.state === 'signed' ? { size: opened.checkpoint.size, note: note! } : null;
}

/** A segment before this one had another name. */
export async function cosignedSize(store: WitnessedStore, key: NoteKey): Promise<number> {
  const cosigned = await store.cosigned();
  return cosigned !== null && openCheckpoint(cosigned.note, key).state === 'signed' ? cosigned.size : 0;
}

/** `declines`: it answers, and signs for no log of this name under this key; another workstation may have taken the name before. */
export type WitnessFinding = { state: 'agrees' } | { state: 'contradicts'; fault: ChainFault } | { state: 'declines' | 'away' };

/** For a verification beside the desk, which keeps nothing of the answer. Where no checkpoint was kept, or all were removed, it is asked about what is there. */
export async function findingOfWitness(store: WitnessedStore & Pick<JournalStore, 'treeHead'>, signer: NoteSigner, witness: Witness): Promise<WitnessFinding> {
  const newest = (await newestCheckpoint(store, signer)) ?? (await signedNow(store, signer));
  let answer = await askWitness(store, witness, { newest, known: await cosignedSize(store, signer) });
  if (answer.state === 'other-size') answer = await askWitness(store, witness, { newest, known: answer.known });
  if (answer.state === 'contradicted') return { state: 'contradicts', fault: answer.fault };
  if (answer.state === 'signed') return { state: 'agrees' };
  const declines = answer.state === 'unsigned' || (answer.state === 'away' && answer.code === 'log-unknown');
  return { state: declines ? 'declines' : 'away' };
}

async function signedNow(store: Pick<JournalStore, 'treeHead'>, signer: NoteSigner): Promise<{ size: number; note: string }> {
  const head = await store.treeHead();
  return { size: head.size, note: signCheckpoint(head, signer) };
}
