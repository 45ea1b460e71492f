/** Where a signed file is judged: a small one at once, a large one beside, where it holds nobody up and can be ended. */
import type { FileJudge } from '../../ports/file-judge.ts';
import type { Trust } from './create-trust.ts';
import { undetermined } from './layers.ts';
import { type FileAnswer, type FileQuestion, refuseFile } from './verify-file.ts';

/** Nothing of this size takes a tenth of a second, whatever it holds (tests/unit/trust/fuzzed-readers.test.ts); a thread is asked for as much. */
const SMALL_OCTETS = 64 * 1024;

export type JudgeFile = (question: FileQuestion, signal?: AbortSignal) => Promise<FileAnswer>;

/** A judgement that ended without an answer leaves the file undetermined. */
export function judgeBeside({ verifyFile }: Pick<Trust, 'verifyFile'>, beside: FileJudge): JudgeFile {
  return async (question, signal) => {
    const { file, content } = question;
    if (file.length + (content?.length ?? 0) <= SMALL_OCTETS) return verifyFile(question);
    return (await beside.judge(question, signal)) ?? refuseFile(question, undetermined('judging-not-finished'));
  };
}
