/** EntryCollector over NATS JetStream: a batch is kept when its stream is, on as many servers as the stream has replicas. */
import { failure, type Result, success } from '../../../shared/util/result.ts';
import type { CopiedLog, EntryCollector, EntryCopy } from '../../ports/journal/entry-collector.ts';
import type { ServiceFailure } from '../../ports/service-failure.ts';
import type { CollectorAnswers } from './collector-answers.ts';
import type { LogMessage } from './messages.ts';
import { failureOf, type KeptNatsLine, type NatsLine } from './nats-line.ts';
import { messageIdOf, subjectOf } from './subjects.ts';

/** Failures where no server said what it thinks of an entry. */
const UNHEARD = new Set<ServiceFailure['code']>(['service-timeout', 'service-unreachable']);

export function createFleetCopies(line: KeptNatsLine, answers: CollectorAnswers, onWanted: EntryCollector['onWanted']): EntryCollector {
  const introduced = new Map<string, string>();
  /** Of each log that was wanted again, another word each time. */
  const repetitions = new Map<string, string>();

  /** Once in the life of a process, and again where the collector has forgotten. */
  async function introduce({ stream }: NatsLine, { name, verifierKey, start }: CopiedLog): Promise<void> {
    const message: LogMessage = { verifierKey, start: { size: start.size, peaks: [...start.peaks] } };
    const text = JSON.stringify(message);
    if (introduced.get(name) === text) return;
    await stream.publish(subjectOf('log', name), text);
    introduced.set(name, text);
  }

  /** All at once, for the sake of a slow line; what was kept up to the first failure counts, the rest comes again. */
  async function publish({ stream }: NatsLine, { name }: CopiedLog, entries: readonly EntryCopy[]) {
    const subject = subjectOf('entry', name);
    const kept = await Promise.allSettled(entries.map(({ hash, bytes }) => stream.publish(subject, bytes, { msgID: messageIdOf(name, hash, repetitions.get(name)) })));
    const failed = kept.findIndex(({ status }) => status === 'rejected');
    const count = failed < 0 ? kept.length : failed;
    const last = kept[count - 1];
    const entry = entries[count - 1];
    if (last?.status === 'fulfilled' && entry !== undefined) return success({ through: entry.sequence, id: `${last.value.stream}/${last.value.seq}` });
    const [first] = kept;
    return failure(failureOf(first?.status === 'rejected' ? first.reason : null));
  }

  function heard<Answer extends Result<unknown, ServiceFailure>>(answer: Answer): Answer {
    line.delivered(answer.ok || !UNHEARD.has(answer.failure.code));
    return answer;
  }

  return {
    onWanted,
    async wanted(log) {
      const answer = answers.last(log);
      if (answer?.state !== 'missing' && answer?.state !== 'unknown-log') return null;
      // Heeded once: what is missing still, the collector asks for again.
      answers.drop(log);
      // The stream would drop what it had a moment ago, although the collector has lost it since.
      repetitions.set(log, crypto.randomUUID());
      if (answer.state === 'missing') return answer.from;
      // Another database than the one that took the entries before: it has nothing of them.
      introduced.delete(log);
      return 1;
    },
    async copy(log, entries) {
      try {
        const open = await line.get();
        await answers.follow(open, log.name);
        const answer = answers.last(log.name);
        if (answer?.state === 'contradicted') return failure({ code: 'contradicted', sequence: answer.sequence });
        if (answer?.state === 'unknown-key') {
          // Heeded once: when it holds still, the collector says so again.
          answers.drop(log.name);
          return failure({ code: 'unknown-key' });
        }
        await introduce(open, log);
        return heard(await publish(open, log, entries));
      } catch (error) {
        return heard(failure(failureOf(error)));
      }
    },
  };
}
