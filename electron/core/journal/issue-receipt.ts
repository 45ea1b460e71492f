/** Gives one entry out with its proof: to the citizen, to a court, to an auditor, who need nothing else of the journal. */
import { failure, type Result, success } from '../../../shared/util/result.ts';
import type { JournalStore } from '../../ports/journal/journal-store.ts';
import type { JournalSeal } from './create-checkpoints.ts';
import { openCheckpoint, signCheckpoint } from './proof/checkpoint.ts';
import type { NoteSigner } from './proof/note-key.ts';
import { receiptText } from './proof/receipt.ts';

/** @param sequence of the entry @returns the text of c2sp.org/tlog-proof @throws {JournalUnwritable} where a checkpoint is needed first and cannot be kept */
export async function issueReceipt(store: JournalStore, seal: JournalSeal, sequence: number): Promise<Result<string, 'no-such-entry'>> {
  const { size, checkpoint } = await coveringCheckpoint(store, seal, sequence);
  const included = await store.inclusion(sequence, size);
  return included === null ? failure('no-such-entry') : success(receiptText({ ...included, entry: included.bytes, index: sequence - 1, checkpoint }));
}

/** One with a witness's signature before one without, the newest one kept before one that is given now. */
async function coveringCheckpoint(store: JournalStore, seal: JournalSeal, sequence: number): Promise<{ size: number; checkpoint: string }> {
  const cosigned = await store.cosigned();
  if (cosigned !== null && cosigned.size >= sequence) return { size: cosigned.size, checkpoint: cosigned.note };
  const kept = newestSigned(await store.checkpoints(1), seal.signer);
  if (kept !== null && kept.size >= sequence) return kept;
  const head = await store.treeHead();
  const checkpoint = signCheckpoint(head, seal.signer);
  if (head.size > 0) {
    await seal.head.keep(checkpoint);
    await store.keepCheckpoint(head.size, checkpoint);
  }
  return { size: head.size, checkpoint };
}

function newestSigned([note]: readonly string[], signer: NoteSigner): { size: number; checkpoint: string } | null {
  if (note === undefined) return null;
  const opened = openCheckpoint(note, signer);
  return opened.state === 'signed' ? { size: opened.checkpoint.size, checkpoint: note } : null;
}
