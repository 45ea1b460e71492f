/** Knows whether an operator is at the desk and takes calls, by listening to what the core tells the page. */
import type { OperatorSession } from '../../shared/domain/desk/operator-session.ts';
import type { CorePublisher } from '../../shared/ipc/contract.ts';
import { type DeskMedia, mediaOf } from '../security/permission-policy.ts';

export type OperatorState = OperatorSession['state'];

export interface OperatorPresence {
  /** To be handed to the core in place of the one it listens to. */
  publisher: CorePublisher;
  state(): OperatorState;
  /** What the page may use of the machine at this moment. */
  media(): DeskMedia;
  /** The listener runs before the page hears of the change; the answer stops it. */
  onMediaChange(listener: (media: DeskMedia) => void): () => void;
}

export function watchOperator(publisher: CorePublisher): OperatorPresence {
  let state: OperatorState = 'signed-out';
  let takesCalls = false;
  const listeners = new Set<(media: DeskMedia) => void>();
  const media = (): DeskMedia => mediaOf(state, takesCalls);
  const tell = (): void => {
    for (const listener of listeners) listener(media());
  };
  return {
    publisher: {
      ...publisher,
      operator: {
        ...publisher.operator,
        sessionChanged(session) {
          state = session.state;
          tell();
          publisher.operator.sessionChanged(session);
        },
      },
      calls: {
        ...publisher.calls,
        deskChanged(desk) {
          takesCalls = desk.duty === 'on';
          tell();
          publisher.calls.deskChanged(desk);
        },
      },
    },
    state: () => state,
    media,
    onMediaChange: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}
