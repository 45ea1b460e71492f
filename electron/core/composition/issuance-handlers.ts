/** The calls of the contract about applications for keys, for the operator who is signed in. */
import type { CaseAct, CaseQueue, CaseView, TakeAnswer } from '../../../shared/domain/issuance/case-desk.ts';
import { isIin } from '../../../shared/domain/person/iin.ts';
import type { OperatorSession } from '../../../shared/domain/desk/operator-session.ts';
import type { CoreHandlers } from '../../../shared/ipc/contract.ts';
import type { IssuancePortal } from '../../ports/issuance/issuance-portal.ts';
import type { CaseWork, PhoneDesk } from '../issuance/index.ts';
import { NotPermitted } from '../not-permitted.ts';

export interface IssuanceCalls {
  cases: CaseWork;
  phones: PhoneDesk;
  portal: Pick<IssuancePortal, 'ofPerson'>;
  session(): OperatorSession;
  queueFor(operatorId: string): Promise<CaseQueue>;
  /** Of an application that ended; the sheet has nothing personal in it. */
  printAct(caseId: string): Promise<CaseAct>;
}

/** The checklist at the counter; what is on it is the screen itself. */
const COUNTER_SCRIPT = 'counter-1';

export function issuanceHandlers({ cases, phones, portal, session, queueFor, printAct }: IssuanceCalls): CoreHandlers['issuance'] {
  function operatorId(): string {
    const now = session();
    if (now.state !== 'signed-in') throw new NotPermitted(now.state);
    return now.operator.id;
  }
  const taken = (view: CaseView | null): TakeAnswer => (view === null ? { state: 'none-waiting' } : { state: 'taken', view });

  return {
    queue: () => queueFor(operatorId()),
    takeNext: () => cases.takeNext(operatorId()),
    async openAtCounter({ iin }) {
      const found = isIin(iin) ? await portal.ofPerson(iin) : null;
      return taken(found?.ok === true && found.value !== null ? await cases.take(found.value, operatorId()) : null);
    },
    current: () => cases.current(operatorId()),
    async material({ caseId, sha256 }) {
      const bytes = await cases.material(caseId, sha256, operatorId());
      return bytes === null ? null : new Uint8Array(bytes);
    },
    decide: ({ caseId, answer }) => cases.decide(caseId, answer, operatorId()),
    identifyAtCounter({ caseId, checked }) {
      const by = operatorId();
      return cases.conclude(caseId, by, COUNTER_SCRIPT, { identified: 'counter', checked }, (evidence) => ({ kind: 'identified-by-operator', operatorId: by, how: 'counter', evidence }));
    },
    putBack: ({ caseId, cause }) => cases.putBack(caseId, cause, operatorId()),
    async registerPhone({ whom, phone, how }) {
      const by = operatorId();
      if ('caseId' in whom && !(await cases.holds(whom.caseId, by))) return { state: 'refused', code: 'not-held' };
      return phones.begin({ whom, phone, how }, by);
    },
    pollPhone: ({ registrationId }) => phones.poll(registrationId),
    printAct: ({ caseId }) => printAct(caseId),
    cancelPhone: ({ registrationId }) => phones.cancel(registrationId).then(() => null),
  };
}
