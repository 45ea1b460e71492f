/** One room of the service of calls: an application's citizen, and the desk that took them, each end as messages go to it. */
import type { CallKind } from '../../../shared/domain/call/call-script.ts';
import type { CallAgent, Preflight } from '../../../shared/domain/call/call-talk.ts';
import type { ServiceMessage } from '../../../shared/domain/call/citizen-messages.ts';
import type { CameraSuspicion } from '../../../shared/domain/identification/liveness-record.ts';
import type { Language } from '../../../shared/domain/localized.ts';
import type { LineEvent } from '../../ports/calls/call-line.ts';

/** One side of a room; closing twice does nothing. */
export interface Side<Message> {
  send(message: Message): void;
  close(): void;
}
export type CitizenSide = Side<ServiceMessage>;
export type DeskSide = Side<LineEvent>;

export interface Applicant {
  readonly applicationId: string;
  readonly iin: string;
  readonly kind: CallKind;
  language: Language;
  preflight: Preflight;
  camera: readonly CameraSuspicion[];
}

export interface Room extends Applicant {
  readonly callId: string;
  readonly since: Date;
  /** Operators who gave the call back: it is not offered to them again. */
  readonly declinedBy: Set<string>;
  citizen: CitizenSide | null;
  /** Null while the citizen waits in the queue. */
  taken: { agent: CallAgent; code: string; at: Date; desk: DeskSide | null } | null;
}
