/** The journal's calls of the contract: what an operator may see of it, and what a supervisor may do with it. */
import { isIin } from '../../../shared/domain/person/iin.ts';
import type { OperatorSession } from '../../../shared/domain/desk/operator-session.ts';
import type { CoreHandlers, CorePublisher } from '../../../shared/ipc/contract.ts';
import type { JournalExport } from '../../ports/journal/journal-export.ts';
import type { Delivery } from '../delivery/index.ts';
import type { Journal } from '../journal/index.ts';

export interface JournalDeskOptions {
  journal: Journal;
  delivery: Delivery;
  journalExport: JournalExport;
  publisher: Pick<CorePublisher, 'journal'>;
  /** @throws {NotPermitted} */
  signedIn(): Extract<OperatorSession, { state: 'signed-in' }>;
}

export function journalHandlers({ journal, delivery, journalExport, publisher, signedIn }: JournalDeskOptions): CoreHandlers['journal'] {
  const supervision = () => ({ operatorId: signedIn().operator.id });
  return {
    list(query) {
      const { operator } = signedIn();
      return journal.list(operator.profile === 'supervisor' ? query : { ...query, operatorId: operator.id });
    },
    verify: () => journal.verify(),
    standing: () => journal.standing(),
    report: (query) => journal.report(query),
    history: async ({ iin }) => (isIin(iin) ? journal.history(iin, supervision()) : null),
    async exportDays(days) {
      const { operatorId } = supervision();
      return journalExport.exportDays(
        days,
        (done, of) => publisher.journal.exportProgress({ done, of }),
        // An export nobody can see later is a leak.
        async ({ entries, fileHash }) => void (await journal.record({ kind: 'journal-exported', entries, fileHash }, { operatorId, purpose: null })),
      );
    },
    setAside: () => journal.setAside(supervision()),
    forget: async () => ({ entries: await journal.forget(supervision()) }),
    async deliverNow() {
      await delivery.deliverNow();
      return journal.outboxState();
    },
    liftFreeze: () => delivery.freeze.lift(supervision()),
  };
}
