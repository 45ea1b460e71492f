/** One desk checks one thing at a time: a newer scan, a lock or a sign-out drops what was under way and what was shown. */
import type { CheckOutcome } from '../../../shared/domain/checking/check-outcome.ts';
import type { ScanInput } from '../../../shared/domain/scanning/scan-input.ts';
import type { ConsentRequests } from '../../ports/checking/consent-requests.ts';
import type { DocumentAccess } from '../../ports/checking/document-access.ts';
import type { Journal } from '../journal/index.ts';
import { NotPermitted } from '../not-permitted.ts';
import { checkScan, type CheckTools } from './check-scan.ts';
import { createCodeAttempts } from './code-attempts.ts';
import { type ConsentDesk, createConsentDesk } from './consent-desk.ts';
import { createDeskRequests, type DeskRequests } from './desk-requests.ts';
import type { AccessEvidence, DeskContext } from './evidence.ts';
import { type ClearCause, createShownOutcome, type ShownOutcome } from './shown-outcome.ts';

export interface CheckingOptions extends Omit<CheckTools, 'presentation' | 'attempts' | 'documents' | 'journal'> {
  qrPrefixes: readonly string[];
  documents: DocumentAccess;
  consents: ConsentRequests;
  journal: Pick<Journal, 'record' | 'subjectHash' | 'health'>;
  /** How the service answered, for the health of the desk. */
  onAccess(access: AccessEvidence): void;
}

export interface Checking extends Pick<ShownOutcome, 'revealField' | 'attestFace' | 'refreshAccess'> {
  /** @throws {NotPermitted} `superseded` when the desk moved on meanwhile: the answer is written down and dropped. */
  checkScan(input: ScanInput, desk: DeskContext): Promise<CheckOutcome>;
  clear(outcomeId: string, cause: ClearCause): Promise<void>;
  requestConsent: ConsentDesk['request'];
  pollConsent: ConsentDesk['poll'];
  cancelConsent: ConsentDesk['cancel'];
  openDeskRequest: DeskRequests['open'];
  pollDeskRequest: DeskRequests['poll'];
  cancelDeskRequest: DeskRequests['cancel'];
  /** Nobody is at the desk any more: what is shown, under way or asked for ends. */
  leaveDesk(): Promise<void>;
}

export function createChecking(options: CheckingOptions): Checking {
  const shown = createShownOutcome(options);
  const consentDesk = createConsentDesk(options);
  const deskRequests = createDeskRequests(options);
  const tools: CheckTools = {
    ...options,
    attempts: createCodeAttempts(options.clock),
    presentation: { qrPrefixes: options.qrPrefixes, documents: options.documents, consentOf: consentDesk.consentOf },
  };
  /** Who may show an answer: the latest scan, as long as somebody is at the desk. */
  let turn = { cause: 'next-scan' as ClearCause };

  function nextTurn(cause: ClearCause): typeof turn {
    turn.cause = cause;
    turn = { cause: 'next-scan' };
    return turn;
  }

  async function drop({ id }: CheckOutcome, cause: ClearCause, desk: DeskContext): Promise<never> {
    await options.journal.record({ kind: 'cleared', outcomeId: id, cause }, { operatorId: desk.operator.id, purpose: desk.purpose.id });
    throw new NotPermitted('superseded');
  }

  return {
    async checkScan(input, desk) {
      const { state } = options.journal.health();
      if (state === 'unwritable' || state === 'broken') throw new NotPermitted('journal-unwritable');
      const mine = nextTurn('next-scan');
      await shown.clear('next-scan');
      // Asking would use the access up for an answer nobody waits for any more.
      if (mine !== turn) throw new NotPermitted('superseded');
      const checked = await checkScan(input, desk, tools);
      const { access } = checked.evidence;
      options.onAccess(access);
      if (input.kind === 'consent' && access.state === 'answered') consentDesk.forget(input.requestId);
      return mine === turn ? shown.show(checked) : drop(checked.outcome, mine.cause, desk);
    },
    clear: (outcomeId, cause) => shown.clear(cause, outcomeId),
    revealField: shown.revealField,
    attestFace: shown.attestFace,
    refreshAccess: shown.refreshAccess,
    requestConsent: consentDesk.request,
    pollConsent: consentDesk.poll,
    cancelConsent: consentDesk.cancel,
    openDeskRequest: deskRequests.open,
    pollDeskRequest: deskRequests.poll,
    cancelDeskRequest: deskRequests.cancel,
    async leaveDesk() {
      nextTurn('lock');
      await Promise.all([shown.clear('lock'), consentDesk.forgetAll(), deskRequests.forgetAll()]);
    },
  };
}
