/** Video calls at this workstation: the desk of calls put together with cases, evidence, the journal and the operator. */
import type { OperatorSession } from '../../../shared/domain/desk/operator-session.ts';
import type { CoreHandlers, CorePublisher } from '../../../shared/ipc/contract.ts';
import type { AppPorts } from '../app-ports.ts';
import { callHandlers, createCallDesk } from '../identification/index.ts';
import { createPhoneDesk } from '../issuance/index.ts';
import type { Journal } from '../journal/index.ts';
import type { RemoteIssuance } from './remote-issuance.ts';
import { secureBelow } from '../secure-below.ts';

export interface Calls {
  handlers: CoreHandlers['calls'];
  sessionChanged(session: OperatorSession): void;
  stop(): void;
}

export interface CallsParts {
  journal: Journal;
  cases: RemoteIssuance['forCalls'];
  onActivity(): void;
}

/** Calls are about cases: without a portal of applications there is nothing to call about. */
export function createCalls(ports: AppPorts, publisher: CorePublisher, { journal, cases, onActivity }: CallsParts): Calls {
  if (ports.calls === null || ports.issuance === null || cases === null) return { handlers: callHandlers(null), sessionChanged() {}, stop() {} };
  const desk = createCallDesk({
    ...ports,
    ...ports.calls,
    ...cases,
    // The script decides when a proven number moves the case, not the number itself.
    phones: { ...createPhoneDesk({ mobileBase: ports.issuance.mobileBase, journal, organisation: ports.connection.organisation.name, onRegistered: async () => 'done' }), changedLately: cases.changedLately },
    faces: ports.issuance.faces,
    journal,
    randomBelow: secureBelow,
    onActivity,
    publisher: publisher.calls,
  });
  return { handlers: callHandlers(desk), sessionChanged: desk.sessionChanged, stop: desk.stop };
}
