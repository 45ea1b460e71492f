/** Judges signed files beside the thread that asks: reading, bringing into canonical form and hashing a large one takes seconds. */
import type { FileAnswer, FileQuestion } from '../core/trust/index.ts';

export interface FileJudge {
  /** One file after the other. Null where a judgement ended without an answer: it took too long or too much memory, or `signal` stopped it. */
  judge(question: FileQuestion, signal?: AbortSignal): Promise<FileAnswer | null>;
}
