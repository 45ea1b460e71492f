/** What watches over the journal from outside, as the connection names it: who signs for it, and who keeps copies. */
import type { Connection } from '../../../shared/domain/desk/connection.ts';
import type { AppPorts } from '../../core/app-ports.ts';
import { createFleetCollector } from '../jetstream/index.ts';
import { createWitness } from '../witness/index.ts';
import { createHttpCollector } from './http-collector.ts';

export interface ConnectedCollector extends Pick<AppPorts, 'witness' | 'entryCollector'> {
  close(): Promise<void>;
}

/** @param verifierKey of this workstation's journal now @throws {TypeError} for a witness key that is none */
export function connectCollector({ collector }: Pick<Connection, 'collector'>, verifierKey: () => string): ConnectedCollector {
  if (collector === undefined) return { witness: null, entryCollector: null, close: async () => undefined };
  if (collector.kind === 'nats') return createFleetCollector(collector, verifierKey);
  return { witness: createWitness(collector, verifierKey), entryCollector: createHttpCollector(collector), close: async () => undefined };
}
