/** Who may make which call, in one table; a call missing here does not compile. */
import type { OperatorSession } from '../../shared/domain/operator-session.ts';
import type { CoreHandlers } from '../../shared/ipc/contract.ts';
import { NotPermitted } from './not-permitted.ts';

type CallName = { [Domain in keyof CoreHandlers]: `${Domain}.${keyof CoreHandlers[Domain] & string}` }[keyof CoreHandlers];

/** `at-desk`: signed in and unlocked. `with-purpose`: and the purpose of the service is chosen. */
export type Permission = 'anyone' | 'at-desk' | 'with-purpose' | 'supervisor';

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
  'operator.noteActivity': 'at-desk',
  'operator.lock': 'anyone',
  'operator.signOut': 'anyone',
  'checking.checkScan': 'with-purpose',
  'checking.requestConsent': 'with-purpose',
  'checking.pollConsent': 'at-desk',
  'checking.cancelConsent': 'at-desk',
  'checking.refreshAccess': 'at-desk',
  'checking.revealField': 'at-desk',
  'checking.attestFace': 'at-desk',
  // Taking a document off the screen is never refused.
  'checking.clear': 'anyone',
  // Everybody sees the own entries, a supervisor all of them: see the handler.
  'journal.list': 'at-desk',
  'journal.verify': 'supervisor',
  'journal.deliverNow': 'at-desk',
  // Language and theme are needed before anybody has signed in.
  'settings.preferences': 'anyone',
  'settings.savePreferences': 'anyone',
  'training.frame': 'at-desk',
};

/** @throws {NotPermitted} */
export function requirePermission(permission: Permission, session: OperatorSession): void {
  if (permission === 'anyone') return;
  if (session.state !== 'signed-in') throw new NotPermitted(session.state);
  if (permission === 'supervisor' && session.operator.profile !== 'supervisor') throw new NotPermitted('role');
  if (permission === 'with-purpose' && session.purposeId === null) throw new NotPermitted('no-purpose');
}

type AnyHandler = (input: never) => unknown;

/** The handlers with the table in front of each. */
export function guardHandlers(handlers: CoreHandlers, session: () => OperatorSession): CoreHandlers {
  const guarded = Object.entries(handlers).map(([domain, calls]) => [
    domain,
    Object.fromEntries(
      Object.entries(calls as Record<string, AnyHandler>).map(([name, handler]) => [
        name,
        async (input: never) => {
          requirePermission(CALL_PERMISSIONS[`${domain}.${name}` as CallName], session());
          return handler(input);
        },
      ]),
    ),
  ]);
  return Object.fromEntries(guarded) as CoreHandlers;
}
