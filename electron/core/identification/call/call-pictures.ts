/** What the machine of a call works with: into the evidence, before the machine, and kept sealed, so that a crash of the workstation loses none of it. */
import { ZoneLines } from '../../../../shared/domain/call/call-support.ts';
import { FaceFrame } from '../../../../shared/domain/identification/liveness-rules.ts';
import type { CallStore } from '../../../ports/calls/call-store.ts';
import { sha256 as sha256Of } from '../evidence/rolling-head.ts';
import type { CallRecord } from './call-record.ts';
import type { CallSession, SessionStep } from '../../../../shared/domain/call/call-session.ts';
import type { MachineSupport } from './support/create-call-support.ts';

export interface CallPictures {
  /** @param sha256 of the picture, in hex, as the session has it */
  still(step: SessionStep['step'], sha256: string, jpeg: Uint8Array): Promise<void>;
  /** The moving picture at the end of a challenge. */
  frame(stepId: string, jpeg: Uint8Array): Promise<void>;
  /** @param sha256 of the picture it was read from */
  zone(sha256: string, lines: ZoneLines | null): Promise<void>;
  /** The measured movement of a step that was answered. */
  movement(stepId: string): Promise<void>;
  /** After a crash: everything again, as it was. @returns steps whose picture is gone and has to be taken again */
  restore(session: CallSession): Promise<string[]>;
}

const frameName = (stepId: string): string => `frame-${stepId}`;
const zoneName = (sha256: string): string => `zone-${sha256}`;
const movementName = (stepId: string): string => `movement-${stepId}`;
const encoded = (value: unknown): Uint8Array => new TextEncoder().encode(JSON.stringify(value));
const decoded = (bytes: Uint8Array): unknown => JSON.parse(new TextDecoder().decode(bytes));

export function createCallPictures(store: Pick<CallStore, 'keep' | 'kept'>, record: CallRecord, support: MachineSupport): CallPictures {
  async function show({ id, subject }: SessionStep['step'], jpeg: Uint8Array): Promise<void> {
    await record.still(id, jpeg);
    if (subject !== null) support.still(subject, jpeg);
  }
  async function showFrame(stepId: string, jpeg: Uint8Array): Promise<void> {
    await record.still(frameName(stepId), jpeg);
    support.frame(stepId, jpeg);
  }
  async function recordMovement(stepId: string): Promise<readonly FaceFrame[] | null> {
    const measured = support.movementOf(stepId);
    if (measured === null) return null;
    await record.signal(movementName(stepId), { ...measured.finding(), frames: measured.frames() });
    return measured.frames();
  }

  /** False where the picture of a still is gone. */
  async function restoreStill({ step, still }: SessionStep): Promise<boolean> {
    if (still === null) return true;
    const jpeg = await store.kept(still);
    if (jpeg === null || (await sha256Of(jpeg)) !== still) return false;
    await show(step, jpeg);
    const read = step.subject === 'card-back' ? await store.kept(zoneName(still)) : null;
    if (read !== null) support.zone(ZoneLines.nullable().parse(decoded(read)));
    return true;
  }

  /** Of one that was passed: a try that failed is measured anew. */
  async function restoreChallenge({ step, passed }: SessionStep): Promise<void> {
    if (passed === null) return;
    const [jpeg, measured] = await Promise.all([store.kept(frameName(step.id)), store.kept(movementName(step.id))]);
    if (measured !== null) {
      support.movement(step, FaceFrame.array().parse(decoded(measured)));
      await recordMovement(step.id);
    }
    if (jpeg !== null) await showFrame(step.id, jpeg);
  }

  return {
    async still(step, sha256, jpeg) {
      await store.keep(sha256, jpeg);
      await show(step, jpeg);
    },
    async frame(stepId, jpeg) {
      await store.keep(frameName(stepId), jpeg);
      await showFrame(stepId, jpeg);
    },
    async zone(sha256, lines) {
      await store.keep(zoneName(sha256), encoded(lines));
      support.zone(lines);
    },
    async movement(stepId) {
      const frames = await recordMovement(stepId);
      if (frames !== null) await store.keep(movementName(stepId), encoded(frames));
    },
    async restore({ steps }) {
      const lost: string[] = [];
      for (const step of steps) {
        if (step.step.kind === 'challenge') await restoreChallenge(step);
        else if (!(await restoreStill(step))) lost.push(step.step.id);
      }
      return lost;
    },
  };
}
