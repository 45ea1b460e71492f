/** The end of a call: sealed first, then the case, then the journal. What was not sealed was not decided. */
import type { AbortRule } from '../../../../shared/domain/call/call-script.ts';
import type { CallEnd } from '../../../../shared/domain/call/citizen-messages.ts';
import type { CaseEvent } from '../../../../shared/domain/issuance/issuance-case.ts';
import { failure, success } from '../../../../shared/util/result.ts';
import { type EvidenceSession, EvidenceUnsigned } from '../evidence/open-evidence.ts';
import type { Moved } from './call-moves.ts';
import type { CallDeskOptions } from './call-ports.ts';
import type { CallRecord } from './call-record.ts';
import type { CallSession } from '../../../../shared/domain/call/call-session.ts';
import type { MachineSupport } from './support/create-call-support.ts';

export interface CallEnding {
  /** Nothing is written any more, whether or not the case could be moved. */
  isSealed(): boolean;
  /** @param ended the session with its end @param caseEvent null where the case stays where it stands, and waits for anybody again */
  end(ended: CallSession, caseEvent: ((evidence: string) => CaseEvent) | null): Promise<Moved>;
}

interface CallEndingParts extends Pick<CallDeskOptions, 'cases' | 'journal'> {
  evidence: Pick<EvidenceSession, 'seal' | 'leave'>;
  record: CallRecord;
  support: MachineSupport;
}

export function createCallEnding({ cases, journal, evidence, record, support }: CallEndingParts): CallEnding {
  let manifestHash: string | null = null;

  /** Hash of the manifest; null where it could not be signed: the package then stays partial. Sealed once, whatever comes after. */
  async function sealed(session: CallSession): Promise<string | null> {
    if (manifestHash !== null) return manifestHash;
    const { outcome, code, at } = session.ended!;
    support.stop();
    // What stood beside the decision, as the operator saw it.
    await record.signal('at-decision', { machine: session.machine, alarmAt: session.alarmAt, ...support.view() });
    await record.decision({ outcome, code });
    try {
      return (manifestHash = await evidence.seal(at));
    } catch (error) {
      if (!(error instanceof EvidenceUnsigned)) throw error;
      if (outcome !== 'passed') await evidence.leave();
      return null;
    }
  }

  return {
    isSealed: () => manifestHash !== null,
    async end(session, caseEvent) {
      const { callId, caseId, kind, scriptVersion, ended } = session;
      const { operatorId } = session.agent;
      const { outcome, code } = ended!;
      const taken = caseEvent === null ? success(null) : await cases.take(caseId, kind, operatorId);
      if (!taken.ok) return taken;
      const manifest = await sealed(session);
      if (caseEvent === null) {
        if (ruleOf(session)?.outcome === 'for-another') await cases.bar(caseId, operatorId);
        await cases.release(caseId);
      } else if (manifest === null) return failure('evidence-failed');
      else {
        const happened = await cases.happen(caseId, caseEvent(manifest), operatorId);
        if (!happened.ok) return happened;
      }
      await journal.record({ kind: 'call-ended', callId, caseId, outcome, code, evidenceHash: manifest, scriptVersion }, { operatorId, purpose: null });
      return success(null);
    },
  };
}

/** As the citizen hears it. What to mend before calling again is said; why an application is refused is not for whoever may stand beside them. */
export function endOf(session: CallSession): CallEnd {
  const rule = ruleOf(session);
  return { outcome: session.ended!.outcome, advice: rule === undefined || rule.outcome === 'refuse' ? null : rule.title };
}

const ruleOf = ({ aborts, ended }: CallSession): AbortRule | undefined => aborts.find(({ code }) => code === ended!.code);

/** What a passed call does to its case. @param evidence hash of the manifest */
export function passedEvent({ kind, agent: { operatorId }, phoneChanged }: CallSession, evidence: string): CaseEvent {
  if (kind === 'phone-registration') return { kind: 'phone-registered', operatorId, changed: phoneChanged ?? false };
  return { kind: 'identified-by-operator', operatorId, how: 'video-call', evidence };
}
