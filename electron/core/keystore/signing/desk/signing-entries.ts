/** What the journal keeps of a request for a signature: who asked, which certificate, which digests, what came of it. */
import type { JournalEvent } from '../../../../../shared/domain/journal/journal-event.ts';
import type { CallerDecision, DocumentToSign, SignedForm, SigningCaller, SigningTask } from '../../../../../shared/domain/signing/signing-request.ts';
import { bytesToHex, hexToBytes } from '../../../../../shared/util/bytes.ts';
import { digestOf } from '../../../trust/algorithms/index.ts';

/** A name of a host may be anything, also somebody's number: what does not look like an address of a portal is left out. */
const PLAIN_ORIGIN = /^https?:\/\/(?!.*\d{12})[a-z0-9.-]{1,90}(?::\d{1,5})?$/;

export type NotMadeReason = Extract<JournalEvent, { kind: 'signature-not-made' }>['reason'];

const callerOf = (caller: SigningCaller): { caller: SigningCaller['kind']; origin: string | null } => ({
  caller: caller.kind,
  origin: caller.kind === 'site' && PLAIN_ORIGIN.test(caller.origin) ? caller.origin : null,
});

const documentsOf = (task: SigningTask): readonly DocumentToSign[] => {
  if (task.kind === 'sign' || task.kind === 'sign-in') return task.documents;
  return task.kind === 'add-time-stamp' ? [task.document] : [];
};

/** A digest a caller sent may be of any length; of one that is no SHA-256 its own digest is kept. */
export const documentHashes = (task: SigningTask): Promise<string[]> =>
  Promise.all(
    documentsOf(task).map(async ({ digestHex }) =>
      digestHex.length === 64 ? digestHex : bytesToHex(await digestOf('SHA-256', hexToBytes(digestHex))),
    ),
  );

/** @param hashes of the documents, in lower-case hex; `documentHashes` has them of a task */
export const signatureMade = (caller: SigningCaller, hashes: string[], { format, attached, timeStamped }: SignedForm, certificateHash: string | null): JournalEvent => ({
  kind: 'signature-made',
  ...callerOf(caller),
  format,
  attached,
  timeStamped,
  certificateHash,
  documentHashes: hashes,
});

export async function signatureNotMade(caller: SigningCaller, task: SigningTask, reason: NotMadeReason): Promise<JournalEvent> {
  return { kind: 'signature-not-made', ...callerOf(caller), task: task.kind, reason, documentHashes: await documentHashes(task) };
}

export const certificateShown = (caller: SigningCaller, certificateHash: string): JournalEvent => ({
  kind: 'certificate-shown',
  ...callerOf(caller),
  certificateHash,
});

export const callerDecided = (caller: SigningCaller, decision: CallerDecision | 'denied-by-policy'): JournalEvent => ({
  kind: 'caller-decided',
  ...callerOf(caller),
  decision,
});
