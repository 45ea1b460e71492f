/** The collector's last word about a journal: heard when it is said, and looked up for what was said while nobody listened. */
import type { NatsLine } from './nats-line.ts';
import { CollectorAnswer } from './messages.ts';
import { ANSWER_STREAM, subjectOf } from './subjects.ts';

export interface CollectorAnswers {
  /** Listens from now on and looks up what was said before. Answers that cannot be had are none. */
  follow(line: NatsLine, log: string): Promise<void>;
  /** Null while nothing is known. */
  last(log: string): CollectorAnswer | null;
  /** An answer is dealt with: the same is not heeded again. */
  drop(log: string): void;
  /** The next answer that is wanted; null when the time is over. */
  next(log: string, isWanted: (answer: CollectorAnswer) => boolean, timeoutMs: number): Promise<CollectorAnswer | null>;
}

/** @param onLacking told when the collector lacks entries, or all of the log */
export function createCollectorAnswers(onLacking: () => void): CollectorAnswers {
  const followed = new WeakMap<NatsLine, Set<string>>();
  const last = new Map<string, CollectorAnswer>();
  const waiting = new Set<{ log: string; hear: (answer: CollectorAnswer) => void }>();

  function hear(log: string, text: string): void {
    const answer = CollectorAnswer.safeParse(jsonOf(text));
    if (!answer.success) return;
    last.set(log, answer.data);
    for (const one of waiting) if (one.log === log) one.hear(answer.data);
    if (answer.data.state === 'missing' || answer.data.state === 'unknown-log') onLacking();
  }

  return {
    async follow(line, log) {
      const known = followed.get(line) ?? new Set();
      followed.set(line, known);
      if (known.has(log)) return;
      known.add(log);
      const subject = subjectOf('answer', log);
      line.connection.subscribe(subject, { callback: (error, message) => (error ? undefined : hear(log, message.string())) });
      // Without the question whether JetStream is there: a workstation need not be allowed to ask it.
      const manager = await line.stream.jetstreamManager(false);
      const before = await manager.direct.getMessage(ANSWER_STREAM, { last_by_subj: subject }).catch(() => null);
      if (before !== null && !last.has(log)) hear(log, before.string());
    },
    last: (log) => last.get(log) ?? null,
    drop: (log) => void last.delete(log),
    async next(log, isWanted, timeoutMs) {
      const { promise, resolve } = Promise.withResolvers<CollectorAnswer | null>();
      const one = { log, hear: (answer: CollectorAnswer) => (isWanted(answer) ? resolve(answer) : undefined) };
      waiting.add(one);
      const timer = setTimeout(() => resolve(null), timeoutMs);
      return promise.finally(() => {
        clearTimeout(timer);
        waiting.delete(one);
      });
    },
  };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
