/** Where on NATS what of a journal is said: one subject per workstation and kind, in streams all of them share. */

export const JOURNAL_STREAM = 'TEKSER_JOURNAL';
export const ANSWER_STREAM = 'TEKSER_ANSWERS';
/** The durable consumer all collectors share. */
export const COLLECTOR = 'collector';

/** `log` introduces a journal and its key; `entry` and `checkpoint` are its own; `answer` is the collector's last word about it. */
export type MessageKind = 'log' | 'entry' | 'checkpoint' | 'answer';

const ROOT = 'tekser';
export const JOURNAL_SUBJECTS = ['log', 'entry', 'checkpoint'].map((kind) => `${ROOT}.${kind}.>`);
export const ANSWER_SUBJECTS = [`${ROOT}.answer.>`];

/** Organisation, branch and workstation; a journal begun anew has a fifth part. */
const PARTS_OF_FIRST = 4;
/** Tokens of a subject have no white space, and none of these signs (NATS, “subject-based messaging”). */
const UNFIT = /[.*>%\s\p{Cc}]/gu;

const escaped = (part: string): string => part.replaceAll(UNFIT, (sign) => encodeURIComponent(sign).replaceAll('.', '%2E').replaceAll('*', '%2A'));

/** @param log the origin of its checkpoints, `tekser/<БИН>/<branch>/<workstation>` */
export function subjectOf(kind: MessageKind, log: string): string {
  const [root, ...parts] = log.split('/');
  return [root, kind, ...parts.map(escaped)].join('.');
}

/** Where the servers answer a workstation: its own, so that it can be forbidden those of others. */
export const inboxOf = (log: string): string => ['_INBOX', ...log.split('/').slice(1, PARTS_OF_FIRST).map(escaped)].join('.');

/** Null for a subject that is none of ours. */
export function readSubject(subject: string): { kind: MessageKind; log: string } | null {
  const [root, kind, ...parts] = subject.split('.');
  if (root !== ROOT || (kind !== 'log' && kind !== 'entry' && kind !== 'checkpoint' && kind !== 'answer') || parts.length < PARTS_OF_FIRST - 1) return null;
  try {
    return { kind, log: [root, ...parts.map(decodeURIComponent)].join('/') };
  } catch {
    return null;
  }
}

/**
 * What a copy is de-duplicated by: the hash of the entry. A journal that goes on from a backup begins a log of its own with the
 * same entries, which are no duplicates of those of the log before.
 *
 * @param repetition tells apart what a collector wants once more from what it was given before
 */
export function messageIdOf(log: string, hash: string, repetition?: string): string {
  const segment = log.split('/')[PARTS_OF_FIRST];
  return [hash, segment, repetition].filter((part) => part !== undefined).join('/');
}
