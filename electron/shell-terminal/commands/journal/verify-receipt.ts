/** `tekser journal verify-receipt FILE`: proved is 0, anything else is 1; with --key no journal and no network are needed. */
import { entryOfBytes, type HashedEntry, type NoteKey, openDisclosed, parseVerifierKey, type ReceiptFinding, verifyReceipt } from '../../../core/journal/index.ts';
import { almatyTime } from '../../lines/almaty-time.ts';
import { undetermined, usageFailure } from '../../command-failure.ts';
import { EXIT } from '../../exit-code.ts';
import { journalSealOf } from '../../journal/journal-proof.ts';
import { readBounded } from '../../arguments/read-input.ts';
import type { Terminal } from '../../terminal.ts';
import { fill } from '../../texts/index.ts';
import { findDirectory } from '../../desk/work-directory.ts';
import type { CommonOptions, Run } from '../command.ts';

/** An entry, some sixty hashes and a checkpoint with its cosignatures. */
const LARGEST_RECEIPT = 256 * 1024;

export interface JournalVerifyReceiptOptions extends CommonOptions {
  file: string;
  /** Verifier key as `journal receipt` prints it. */
  key?: string;
}

export const journalVerifyReceipt: Run<JournalVerifyReceiptOptions> = async (terminal, { file, key: keyText, ...place }) => {
  const key = keyText === undefined ? await keyOfThisJournal(place, terminal) : parseVerifierKey(keyText);
  if (key === null) throw usageFailure('verifier-key-expected');
  const text = new TextDecoder().decode(await readBounded(file, LARGEST_RECEIPT));
  const finding = verifyReceipt(text, key);
  if (finding.state !== 'proved') {
    terminal.answer([terminal.text.receipt[finding.state]], { state: finding.state });
    return EXIT.notValid;
  }
  return answerProved(finding, terminal);
};

async function answerProved({ entry: bytes, entryKey, index, size, origin }: Extract<ReceiptFinding, { state: 'proved' }>, terminal: Terminal) {
  const entry = await openedEntry(bytes, entryKey);
  // Another log may hold anything; under a journal's key only journal entries mean something.
  if (entry === null || entry.sequence !== index + 1) {
    terminal.answer([terminal.text.receipt.malformed], { state: 'malformed' });
    return EXIT.notValid;
  }
  const { sequence, at, operatorId, purpose, event } = entry;
  const facts = [`#${sequence}`, almatyTime(at), terminal.text.kind[event.kind], operatorId, purpose];
  if (event.kind === 'checked') facts.push(terminal.text.check.verdict[event.verdict], event.headline);
  const lines = [fill(terminal.text.receipt.proved, { sequence, size, origin }), facts.filter((fact) => fact !== null).join('  ')];
  terminal.answer(lines, { state: 'proved', origin, size, entry });
  return EXIT.valid;
}

/** Null for bytes no journal would have hashed. */
async function openedEntry(bytes: Uint8Array, entryKey: Uint8Array | null): Promise<HashedEntry | null> {
  const sealed = entryOfBytes(bytes);
  if (sealed === null || sealed.sealed === null || entryKey === null) return sealed?.entry ?? null;
  const columns = await openDisclosed(sealed.sealed, entryKey);
  return columns === null ? null : (entryOfBytes(bytes, columns)?.entry ?? null);
}

async function keyOfThisJournal(place: CommonOptions, terminal: Terminal): Promise<NoteKey> {
  const directory = await findDirectory(place, terminal);
  const seal = await journalSealOf(directory);
  if (seal === null) throw undetermined('journal-key-missing', directory);
  return seal.signer;
}
