/** Asks the long questions of a long journal in a thread of its own, so that the desk goes on meanwhile; the key of the columns stays here. */
import { createCallThread } from '../../call-thread/call-thread.ts';
import { JOURNAL_THREAD, WORTH_A_THREAD } from '../verify/journal-thread.ts';
import type { LongQuestions } from './long-questions.ts';

/** Who asks about one citizen often asks about another; afterwards the memory is given back. */
const IDLE_MS = 60_000;
/** Years of counted days. */
const HEAP_MB = 512;

export interface QuestionsBeside extends LongQuestions {
  /** Before the file is closed, and maybe exchanged: when everything that was asked of it is answered. */
  end(): Promise<void>;
}

/**
 * @param here the same questions on this thread: for a short journal, and where the thread fails
 * @param entries how long the journal is
 */
export function questionsBeside(file: string, here: LongQuestions, entries: () => number): QuestionsBeside {
  const asked = new Set<Promise<unknown>>();
  let idle: NodeJS.Timeout | undefined;
  const thread = createCallThread<LongQuestions>({ entry: JOURNAL_THREAD, name: 'journal', heapMb: HEAP_MB, data: { file, task: { look: 'questions' } }, onEnd() {}, onRest: rest });

  function rest(): void {
    clearTimeout(idle);
    idle = setTimeout(() => {
      if (!thread.busy) void thread.end();
    }, IDLE_MS);
    idle.unref();
  }

  async function ask<Answer>(beside: () => Promise<Answer>, onThisThread: () => Promise<Answer>): Promise<Answer> {
    if (entries() < WORTH_A_THREAD) return onThisThread();
    const answer = beside().catch(onThisThread);
    asked.add(answer);
    try {
      return await answer;
    } finally {
      asked.delete(answer);
    }
  }

  return {
    history: (question) => ask(() => thread.ask('history', question), () => here.history(question)),
    report: (query) => ask(() => thread.ask('report', query), () => here.report(query)),
    async end() {
      await Promise.allSettled(asked);
      clearTimeout(idle);
      await thread.end();
    },
  };
}
