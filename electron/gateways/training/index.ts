/** TrainingStand over the embedded stand: the keys it made for training operators, and its picture of the citizen's phone. */
import type { Connection } from '../../../shared/domain/desk/connection.ts';
import type { TrainingStand } from '../../ports/checking/training-stand.ts';
import { boundedFetch } from '../bounded-fetch.ts';

const LARGEST_FRAME = 4 * 1024 * 1024;
const TIMEOUT_MS = 2000;

export function createTrainingStand(training: NonNullable<Connection['training']>): TrainingStand {
  const operators = training.operators.map(({ id, displayName, profile, keyFile, password }) => ({
    operatorId: id,
    displayName,
    profile,
    keyFile: new Uint8Array(Buffer.from(keyFile, 'base64')),
    password,
  }));
  return {
    operators: () => operators,
    /** Null where no phone shows a code, and equally where the stand is away: the camera then films nothing. */
    async frame() {
      const answered = await boundedFetch({
        url: training.frameUrl,
        method: 'GET',
        timeoutMs: TIMEOUT_MS,
        maxBytes: LARGEST_FRAME,
      });
      if (!answered.ok || answered.value.status !== 200) return null;
      const { bytes, headers } = answered.value;
      const width = Number(headers.get('x-frame-width'));
      const height = Number(headers.get('x-frame-height'));
      if (!Number.isSafeInteger(width) || !Number.isSafeInteger(height) || width * height !== bytes.length) return null;
      return { width, height, luma: new Uint8Array(bytes) };
    },
  };
}
