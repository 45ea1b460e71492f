/** What of a call goes into its evidence, item by item, as it happens. */
import type { ChatLine } from '../../../../shared/domain/call/call-talk.ts';
import type { EvidenceSession } from '../evidence/open-evidence.ts';
import type { CallSession } from '../../../../shared/domain/call/call-session.ts';

export interface CallRecord {
  /** The course that was drawn, before anything is asked; after a crash with the packages it was in before. */
  plan(session: CallSession, policyVersion: string): Promise<void>;
  step(session: CallSession, stepId: string): Promise<void>;
  still(stepId: string, jpeg: Uint8Array): Promise<void>;
  /** False for a piece out of order. Position 0 begins a recording of its own, as after a reload of the page. */
  video(position: number, webm: Uint8Array): Promise<boolean>;
  said(by: 'citizen' | 'operator', line: ChatLine): Promise<void>;
  /** Of the machine, or of the operator: what stood beside the decision. */
  signal(name: string, value: unknown): Promise<void>;
  decision(value: { outcome: string; code: string | null }): Promise<void>;
}

export function createCallRecord(evidence: Pick<EvidenceSession, 'add'>, now: () => string): CallRecord {
  let recordings = 0;
  let nextPiece = 0;
  let lines = 0;
  const taken = new Map<string, number>();
  const count = (name: string): number => {
    const number = (taken.get(name) ?? 0) + 1;
    taken.set(name, number);
    return number;
  };
  const text = (kind: 'script' | 'signal' | 'decision', name: string, value: unknown): Promise<void> =>
    evidence.add({ kind, name, mediaType: 'application/json', at: now() }, new TextEncoder().encode(JSON.stringify(value)));

  return {
    plan: ({ scriptVersion, kind, language, agent, preflight, camera, machine, packages, steps }, policyVersion) =>
      text('script', 'plan', { scriptVersion, policyVersion, kind, language, agent, preflight, camera, machine, earlierPackages: packages, steps: steps.map(({ step }) => step) }),
    step(session, stepId) {
      const step = session.steps.find(({ step: { id } }) => id === stepId);
      return text('script', `step-${stepId}-${count(stepId)}`, { step: stepId, passed: step?.passed ?? null, failures: step?.failures ?? [], still: step?.still ?? null });
    },
    still: (stepId, jpeg) => evidence.add({ kind: 'still', name: `${stepId}-${count(`still ${stepId}`)}`, mediaType: 'image/jpeg', at: now() }, jpeg),
    async video(position, webm) {
      if (position !== 0 && (position !== nextPiece || recordings === 0)) return false;
      if (position === 0) recordings += 1;
      nextPiece = position + 1;
      await evidence.add({ kind: 'recording', name: `recording-${recordings}-piece-${position}`, mediaType: 'video/webm', at: now() }, webm);
      return true;
    },
    said: (by, line) => text('script', `said-${(lines += 1)}`, { by, line }),
    signal: (name, value) => text('signal', `${name}-${count(name)}`, value),
    decision: (value) => text('decision', 'decision', value),
  };
}
