/** Witness over NATS JetStream: checkpoints go the way of the entries they cover, and the collector answers when it has those. */
import { failure, success } from '../../../shared/util/result.ts';
import { parseCosignerKey } from '../../core/journal/index.ts';
import type { Witness } from '../../ports/journal/witness.ts';
import type { CollectorAnswer } from './messages.ts';
import type { CollectorAnswers } from './collector-answers.ts';
import { failureOf, type NatsLine } from './nats-line.ts';
import { subjectOf } from './subjects.ts';

export interface FleetWitnessOptions {
  line(): Promise<NatsLine>;
  answers: CollectorAnswers;
  /** The name of the log that is written now. */
  log(): string;
  /** Verifier key of the collector's cosignatures. */
  witnessKey: string;
  timeoutMs: number;
}

/** @throws {TypeError} for a witness key that is none */
export function createFleetWitness({ line, answers, log, witnessKey, timeoutMs }: FleetWitnessOptions): Witness {
  const key = parseCosignerKey(witnessKey);
  if (key === null) throw new TypeError('the witness key of the connection is none');
  return {
    key,
    async cosign({ checkpoint }) {
      const name = log();
      const size = Number(checkpoint.split('\n')[1]);
      try {
        const open = await line();
        await answers.follow(open, name);
        // Said already, to a process that ended before it could keep it.
        const known = answers.last(name);
        if (known?.state === 'cosigned' && known.size === size) return success(known.line);
        const told = answers.next(name, (answer) => isAbout(answer, size), timeoutMs);
        await open.stream.publish(subjectOf('checkpoint', name), checkpoint);
        return resultOf(await told);
      } catch (error) {
        return failure(failureOf(error));
      }
    },
  };
}

/** A hole in the entries is for the copies to mend; the checkpoint waits at the collector until then. */
function isAbout(answer: CollectorAnswer, size: number): boolean {
  if (answer.state === 'missing') return false;
  return answer.state !== 'cosigned' || answer.size === size;
}

function resultOf(answer: CollectorAnswer | null) {
  switch (answer?.state) {
    case 'cosigned':
      return success(answer.line);
    case 'other-size':
      return failure({ code: 'other-size' as const, size: answer.size });
    case 'contradicted':
      return failure({ code: 'inconsistent' as const });
    case 'unknown-log':
    case 'unknown-key':
      return failure({ code: 'log-unknown' as const });
    default:
      return failure({ code: 'service-timeout' as const, detail: null });
  }
}
