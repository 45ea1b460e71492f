/** Who may make which call, in one table; a call missing here does not compile. */
import { CASE_WORKERS, SERVICE_CENTRE } from '../../shared/domain/desk/duties.ts';
import type { OperatorSession } from '../../shared/domain/desk/operator-session.ts';
import type { CoreHandlers } from '../../shared/ipc/contract.ts';
import { JournalUnwritable } from '../ports/journal/journal-store.ts';
import { NotPermitted } from './not-permitted.ts';

type CallName = { [Domain in keyof CoreHandlers]: `${Domain}.${keyof CoreHandlers[Domain] & string}` }[keyof CoreHandlers];

/**
 * `at-desk`: signed in and unlocked. `with-purpose`: and the purpose of the service is chosen. `case-worker`: in a role that decides about
 * applications for keys and calls about them. `service-centre`: in a role of the counters where identity cards are applied for.
 */
export type Permission = 'anyone' | 'at-desk' | 'with-purpose' | 'supervisor' | 'case-worker' | 'service-centre';

export const CALL_PERMISSIONS: Readonly<Record<CallName, Permission>> = {
  'app.describe': 'anyone',
  'app.health': 'anyone',
  'app.reportFault': 'anyone',
  'operator.session': 'anyone',
  'operator.signIn': 'anyone',
  'operator.signInTraining': 'anyone',
  'operator.unlock': 'anyone',
  'operator.unlockTraining': 'anyone',
  'operator.choosePurpose': 'at-desk',
  // A sign of life that crosses with the lock is no offence.
  'operator.noteActivity': 'anyone',
  'operator.lock': 'anyone',
  'operator.signOut': 'anyone',
  'checking.checkScan': 'with-purpose',
  'checking.requestConsent': 'with-purpose',
  'checking.pollConsent': 'at-desk',
  'checking.cancelConsent': 'at-desk',
  'checking.openDeskRequest': 'with-purpose',
  'checking.pollDeskRequest': 'at-desk',
  'checking.cancelDeskRequest': 'at-desk',
  'checking.refreshAccess': 'at-desk',
  'checking.revealField': 'at-desk',
  'checking.attestFace': 'at-desk',
  // Taking a document off the screen is never refused.
  'checking.clear': 'anyone',
  // Everybody sees the own entries, a supervisor all of them: see the handler.
  'journal.list': 'at-desk',
  'journal.verify': 'supervisor',
  'journal.standing': 'at-desk',
  'journal.report': 'supervisor',
  'journal.history': 'supervisor',
  'journal.exportDays': 'supervisor',
  'journal.setAside': 'supervisor',
  'journal.forget': 'supervisor',
  'journal.deliverNow': 'at-desk',
  'journal.liftFreeze': 'supervisor',
  // Language and theme are needed before anybody has signed in.
  'settings.preferences': 'anyone',
  'settings.changePreferences': 'anyone',
  'issuance.queue': 'case-worker',
  'issuance.takeNext': 'case-worker',
  'issuance.openAtCounter': 'case-worker',
  'issuance.current': 'case-worker',
  'issuance.material': 'case-worker',
  'issuance.decide': 'case-worker',
  'issuance.identifyAtCounter': 'case-worker',
  'issuance.putBack': 'case-worker',
  'issuance.registerPhone': 'case-worker',
  'issuance.pollPhone': 'case-worker',
  'issuance.printAct': 'case-worker',
  'issuance.cancelPhone': 'case-worker',
  'renewal.check': 'service-centre',
  'renewal.judgePhoto': 'service-centre',
  'renewal.judgeEyes': 'service-centre',
  'renewal.apply': 'service-centre',
  'renewal.standing': 'service-centre',
  'renewal.giveFeedback': 'service-centre',
  'renewal.printPaperAct': 'service-centre',
  // The page asks at its start, before anybody has signed in.
  'calls.desk': 'anyone',
  'calls.setDuty': 'case-worker',
  'calls.measureLine': 'case-worker',
  'calls.tryMachine': 'case-worker',
  'calls.accept': 'case-worker',
  'calls.signal': 'case-worker',
  'calls.say': 'case-worker',
  'calls.answer': 'case-worker',
  'calls.registerPhone': 'case-worker',
  'calls.keepStill': 'case-worker',
  'calls.readZone': 'case-worker',
  'calls.keepFrame': 'case-worker',
  'calls.keepMovement': 'case-worker',
  'calls.keepRecording': 'case-worker',
  'calls.alarm': 'case-worker',
  'calls.abort': 'case-worker',
  'calls.pass': 'case-worker',
  'calls.dismiss': 'case-worker',
  // Documents and keys are for whoever has unlocked the desk; a caller waits until then.
  'signing.current': 'at-desk',
  'signing.documentContent': 'at-desk',
  'signing.decideCaller': 'at-desk',
  'signing.listFolder': 'at-desk',
  'signing.openKeys': 'at-desk',
  'signing.confirm': 'at-desk',
  'signing.pickFile': 'at-desk',
  'signing.cancel': 'at-desk',
  'signing.portals': 'anyone',
  'files.check': 'at-desk',
  'files.stop': 'at-desk',
  'keys.list': 'at-desk',
  'keys.importFile': 'at-desk',
  'keys.generate': 'at-desk',
  'keys.request': 'at-desk',
  'keys.installCertificate': 'at-desk',
  'keys.changePassword': 'at-desk',
  'keys.handOut': 'at-desk',
  'keys.remove': 'at-desk',
  'keys.tokens': 'at-desk',
  'keys.generateOnToken': 'at-desk',
  'keys.installOnToken': 'at-desk',
  'training.frame': 'at-desk',
};

/** @throws {NotPermitted} */
export function requirePermission(permission: Permission, session: OperatorSession): void {
  if (permission === 'anyone') return;
  if (session.state !== 'signed-in') throw new NotPermitted(session.state);
  if (permission === 'supervisor' && session.operator.profile !== 'supervisor') throw new NotPermitted('role');
  if (permission === 'case-worker' && !CASE_WORKERS.has(session.operator.profile)) throw new NotPermitted('role');
  if (permission === 'service-centre' && !SERVICE_CENTRE.has(session.operator.profile)) throw new NotPermitted('role');
  if (permission === 'with-purpose' && session.purposeId === null) throw new NotPermitted('no-purpose');
}

type AnyHandler = (input: never) => unknown;

/** The handlers with the table in front of each, and with one answer where nothing can be written down. */
export function guardHandlers(handlers: CoreHandlers, session: () => OperatorSession, onUnwritable: () => void): CoreHandlers {
  async function guarded(permission: Permission, handler: AnyHandler, input: never): Promise<unknown> {
    requirePermission(permission, session());
    try {
      return await handler(input);
    } catch (error) {
      if (!(error instanceof JournalUnwritable)) throw error;
      onUnwritable();
      throw new NotPermitted('journal-unwritable', { cause: error });
    }
  }

  const domains = Object.entries(handlers).map(([domain, calls]: [string, Record<string, AnyHandler>]) => {
    const members = Object.entries(calls).map(([name, handler]) => {
      const permission = CALL_PERMISSIONS[`${domain}.${name}` as CallName];
      return [name, (input: never) => guarded(permission, handler, input)];
    });
    return [domain, Object.fromEntries(members)];
  });
  return Object.fromEntries(domains) as CoreHandlers;
}
