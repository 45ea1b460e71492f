/** The fleet's collector as a workstation sees it, and its streams as the collector does: NATS JetStream. */
import type { Connection } from '../../../shared/domain/desk/connection.ts';
import { parseVerifierKey } from '../../core/journal/index.ts';
import type { EntryCollector } from '../../ports/journal/entry-collector.ts';
import type { Witness } from '../../ports/journal/witness.ts';
import { createCollectorAnswers } from './collector-answers.ts';
import { createFleetCopies } from './fleet-copies.ts';
import { createFleetWitness } from './fleet-witness.ts';
import { keptNatsLine, openNatsLine } from './nats-line.ts';
import { inboxOf } from './subjects.ts';

export { type FleetIntake, openFleetIntake } from './fleet-intake.ts';
export { newNatsUser } from './nats-line.ts';

type NatsCollector = Extract<NonNullable<Connection['collector']>, { kind: 'nats' }>;

/** @param verifierKey of this workstation's journal now @throws {TypeError} for a witness key that is none */
export function createFleetCollector(collector: NatsCollector, verifierKey: () => string): { witness: Witness; entryCollector: EntryCollector; close(): Promise<void> } {
  const log = (): string => parseVerifierKey(verifierKey())!.name;
  const kept = keptNatsLine(() => openNatsLine(collector, log(), inboxOf(log())));
  const listeners = new Set<() => void>();
  const answers = createCollectorAnswers(() => listeners.forEach((listener) => listener()));
  return {
    witness: createFleetWitness({ line: kept.get, answers, log, witnessKey: collector.witnessKey, timeoutMs: collector.timeoutMs }),
    entryCollector: createFleetCopies(kept, answers, (listener) => void listeners.add(listener)),
    close: kept.close,
  };
}
