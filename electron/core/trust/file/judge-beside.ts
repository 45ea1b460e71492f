/** Where a signed file is judged: a small one at once, a large one beside, where it holds nobody up and can be ended. */
import type { FileJudge } from '../../../ports/trust/file-judge.ts';
import { undetermined } from '../answer/layers.ts';
import { type FileAnswer, type FileQuestion, refuseFile } from './verify-file.ts';

/** Nothing of this size takes a tenth of a second, whatever it holds (tests/unit/trust/hostile/fuzzed-readers.test.ts); a thread is asked for as much. */
const SMALL_OCTETS = 64 * 1024;

export const isSmall = ({ file, content }: FileQuestion): boolean => file.length + (content?.length ?? 0) <= SMALL_OCTETS;

/** A judgement that ended without an answer leaves the file undetermined. */
export async function judgeBeside(beside: FileJudge, question: FileQuestion, signal?: AbortSignal): Promise<FileAnswer> {
  const answer = await beside.judge(question, signal);
  if (typeof answer !== 'string') return answer;
  return refuseFile(question, undetermined(answer === 'unavailable' ? 'judging-unavailable' : 'judging-not-finished'));
}
