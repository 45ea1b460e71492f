/** How one page of a call reaches the other before they are connected: the citizen's by its socket, the desk's by its contract. */
import type { CallSignal } from '../../../../shared/domain/call/call-talk.ts';

export interface SignalPort {
  send(signal: CallSignal): void;
  /** The answer stops listening. */
  onSignal(listener: (signal: CallSignal) => void): () => void;
}
