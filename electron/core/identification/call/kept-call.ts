/** The call that was in hand when the workstation crashed: its own operator goes on with it, for anybody else it is over. */
import type { CallDeskOptions } from './call-ports.ts';
import type { CallSession } from '../../../../shared/domain/call/call-session.ts';

/** Null where there is none to go on with. A call of another operator is journalled as lost and its case given back; its evidence stays. */
export async function keptCall({ store, cases, journal }: Pick<CallDeskOptions, 'store' | 'cases' | 'journal'>, operatorId: string): Promise<CallSession | null> {
  const session = await store.load();
  if (session === null || session.ended !== null) return null;
  const { callId, caseId, scriptVersion, agent } = session;
  if (agent.operatorId === operatorId) return session;
  await cases.release(caseId);
  await journal.record({ kind: 'call-ended', callId, caseId, outcome: 'lost', code: null, evidenceHash: null, scriptVersion }, { operatorId: agent.operatorId, purpose: null });
  await store.clear();
  return null;
}
