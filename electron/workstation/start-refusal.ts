/** Why a workstation may not be opened on a data directory, and how a person is told. */
import type { OtherEnvironment } from '../adapters/environment-marker.ts';
import type { AlreadyRunning } from '../adapters/single-instance-lock.ts';

export type StartRefusal = AlreadyRunning | OtherEnvironment;

export function describeStartRefusal(refusal: StartRefusal): string {
  switch (refusal.code) {
    case 'already-running':
      return (
        `Tekser already runs on this data directory${refusal.pid === null ? '' : ` (process ${refusal.pid})`}. ` +
        'Use its window, or --data DIR for another.'
      );
    case 'other-environment':
      return (
        `The data directory ${refusal.directory} was begun in the environment “${refusal.begun}”, and this start is for “${refusal.wanted}”. ` +
        'Training and real data are never kept together: leave --data and TEKSER_DATA out, or name another directory.'
      );
  }
}
