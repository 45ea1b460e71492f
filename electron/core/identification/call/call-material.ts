/** What the desk's page hands in while a call runs: pictures, what was read and measured of them, the recording; each taken only where the session wants it. */
import type { ZoneLines } from '../../../../shared/domain/call/call-support.ts';
import type { FaceFrame } from '../../../../shared/domain/identification/liveness-rules.ts';
import { failure } from '../../../../shared/util/result.ts';
import { sha256 as sha256Of } from '../evidence/rolling-head.ts';
import { stepInHand } from './advance-call.ts';
import type { CallMoves, Moved } from './call-moves.ts';
import type { CallPictures } from './call-pictures.ts';
import type { CallRecord } from './call-record.ts';
import type { MachineSupport } from './support/create-call-support.ts';

export interface CallMaterial {
  keepStill(step: string, sha256: string, jpeg: Uint8Array): Promise<Moved>;
  /** Ignored for a picture that was taken again meanwhile. */
  readZone(sha256: string, lines: ZoneLines | null): Promise<void>;
  keepFrame(step: string, jpeg: Uint8Array): Promise<void>;
  /** Ignored for any step but the one in hand. */
  keepMovement(step: string, frames: readonly FaceFrame[]): Promise<void>;
  /** False where the piece is not wanted in its place. */
  keepRecording(position: number, webm: Uint8Array): Promise<boolean>;
}

interface CallMaterialParts {
  moves: CallMoves;
  record: Pick<CallRecord, 'video'>;
  pictures: CallPictures;
  support: Pick<MachineSupport, 'movement'>;
  isSealed(): boolean;
  /** A call that runs is work at the desk, though nobody touches a key. */
  onActivity(): void;
}

export function createCallMaterial({ moves, record, pictures, support, isSealed, onActivity }: CallMaterialParts): CallMaterial {
  const { session, stepOf, move } = moves;
  const runs = (): boolean => session().ended === null;
  return {
    async keepStill(step, sha256, jpeg) {
      if ((await sha256Of(jpeg)) !== sha256) return failure('picture-damaged');
      const moved = await move({ kind: 'still-kept', step, sha256 });
      if (moved.ok) await pictures.still(stepOf(step)!.step, sha256, jpeg);
      return moved;
    },
    async readZone(sha256, lines) {
      const newest = session().steps.find(({ step: { subject } }) => subject === 'card-back')?.still;
      if (runs() && newest === sha256) await pictures.zone(sha256, lines);
    },
    async keepFrame(step, jpeg) {
      if (runs() && stepOf(step)?.step.kind === 'challenge') await pictures.frame(step, jpeg);
    },
    async keepMovement(step, frames) {
      const current = stepInHand(session())?.step;
      if (runs() && current?.id === step) support.movement(current, frames);
    },
    async keepRecording(position, webm) {
      if (!runs() || isSealed() || !(await record.video(position, webm))) return false;
      onActivity();
      await moves.recorded();
      return true;
    },
  };
}
