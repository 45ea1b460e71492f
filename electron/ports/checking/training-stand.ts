/** What only the embedded stand can give: training operators with their keys, and a view of the citizen's phone. */
import type { Profile } from '../../../shared/domain/checking/purpose.ts';
import type { TrainingFrame } from '../../../shared/ipc/contract.ts';

export interface TrainingKey {
  operatorId: string;
  displayName: string;
  profile: Profile;
  /** PKCS#12, as the NCA names and builds it. */
  keyFile: Uint8Array;
  password: string;
}

export interface TrainingStand {
  operators(): readonly TrainingKey[];
  frame(): Promise<TrainingFrame | null>;
}
