/** Where a signed file is judged: a small one at once, a large one beside, where it holds nobody up and can be ended. */
import type { FileJudge } from '../../ports/file-judge.ts';
import { undetermined } from './layers.ts';
import { type FileAnswer, type FileQuestion, refuseFile } from './verify-file.ts';

/** Nothing of this size takes a tenth of a second, whatever it holds (tests/unit/trust/fuzzed-readers.test.ts); a thread is asked for as much. */
const SMALL_OCTETS = 64 * 1024;

export const isSmall = ({ file, content }: FileQuestion): boolean => file.length + (content?.length ?? 0) <= SMALL_OCTETS;

/** A judgement that ended without an answer leaves the file undetermined. */
export const judgeBeside = async (beside: FileJudge, question: FileQuestion, signal?: AbortSignal): Promise<FileAnswer> =>
  (await beside.judge(question, signal)) ?? refuseFile(question, undetermined('judging-not-finished'));
