/** What video calls need of the world; a desk whose connection names no service of calls has none of it. */
import type { CallKind, CallScript } from '../../../shared/domain/call/call-script.ts';
import type { IceServer } from '../../../shared/domain/call/call-talk.ts';
import type { LivenessRules } from '../../../shared/domain/identification/liveness-rules.ts';
import type { CallLine } from './call-line.ts';
import type { CallStore } from './call-store.ts';

export interface CallPorts {
  line: CallLine;
  store: CallStore;
  /** By which a movement is judged, as in identification without an operator. */
  liveness: LivenessRules;
  scripts: Readonly<Record<CallKind, CallScript>>;
  /** None on a LAN. */
  iceServers: readonly IceServer[];
}
