/** Cabinets a test answers for mark by mark; a service that fails at one of them fails the whole request. */
import type { CabinetLog, MarkAnswer, MarkRefusal, ViewMark } from '../../electron/ports/checking/cabinet-log.ts';
import type { ServiceFailure } from '../../electron/ports/service-failure.ts';
import type { Result } from '../../shared/util/result.ts';

export type OneAnswer = Result<{ receiptId: string; at: string }, ServiceFailure | MarkRefusal>;

export const oneByOneCabinets = (leave: (mark: ViewMark) => Promise<OneAnswer>): CabinetLog => ({
  async leaveMarks(marks) {
    const answers: MarkAnswer[] = [];
    for (const mark of marks) {
      const answer = await leave(mark);
      if (!answer.ok && answer.failure.code !== 'mark-refused') return { ok: false, failure: answer.failure };
      answers.push(answer as MarkAnswer);
    }
    return { ok: true, value: answers };
  },
});

/** One mark in a request of its own, and its own answer. */
export async function leaveOne(cabinets: CabinetLog, mark: ViewMark): Promise<OneAnswer> {
  const answered = await cabinets.leaveMarks([mark]);
  return answered.ok ? answered.value[0]! : answered;
}
