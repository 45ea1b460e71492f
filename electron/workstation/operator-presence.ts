/** Knows whether an operator is at the desk, by listening to what the core tells the page. */
import type { OperatorSession } from '../../shared/domain/operator-session.ts';
import type { CorePublisher } from '../../shared/ipc/contract.ts';

export type OperatorState = OperatorSession['state'];

export interface OperatorPresence {
  /** To be handed to the core in place of the one it listens to. */
  publisher: CorePublisher;
  state(): OperatorState;
  /** The listener runs before the page hears of the change; the answer stops it. */
  onChange(listener: (state: OperatorState) => void): () => void;
}

export function watchOperator(publisher: CorePublisher): OperatorPresence {
  let state: OperatorState = 'signed-out';
  const listeners = new Set<(state: OperatorState) => void>();
  const sessionChanged = (session: OperatorSession): void => {
    state = session.state;
    for (const listener of listeners) listener(state);
    publisher.operator.sessionChanged(session);
  };
  return {
    publisher: { ...publisher, operator: { ...publisher.operator, sessionChanged } },
    state: () => state,
    onChange: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}
