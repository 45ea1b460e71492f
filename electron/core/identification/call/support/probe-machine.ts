/** Tries the comparison of faces before anybody waits in a call: it warms the models up, and a machine that is too weak is told so. */
import type { CallMachine } from '../../../../../shared/domain/call/call-support.ts';
import { decodeBase64 } from '../../../../../shared/util/base64.ts';
import type { Clock } from '../../../../ports/clock.ts';
import type { FaceComparer } from '../../../../ports/issuance/face-comparer.ts';

/** A grey square, PNG: the detector looks at it for as long as at a face. */
const GREY = 'iVBORw0KGgoAAAANSUhEUgAAACAAAAAgCAIAAAD8GO2jAAAAK0lEQVR4Xu3NMQEAAAjAIKMb3Qi7/KAAs88ESZAESZAESZAESZAESZDegwMt3gBbisdOsQAAAABJRU5ErkJggg==';

/** @param limitMs for the look at one picture, the models being there */
export async function probeMachine(faces: FaceComparer, clock: Pick<Clock, 'monotonicMs'>, limitMs: number): Promise<CallMachine> {
  // A picture that was looked at before is not looked at again, so each look has bytes of its own.
  const look = (): ReturnType<FaceComparer['compare']> => {
    const picture = decodeBase64(GREY)!;
    return faces.compare(picture, picture);
  };
  if ((await look()).state === 'unavailable') return 'cannot-run';
  const began = clock.monotonicMs();
  if ((await look()).state === 'unavailable') return 'cannot-run';
  return clock.monotonicMs() - began > limitMs ? 'too-weak' : 'helps';
}
