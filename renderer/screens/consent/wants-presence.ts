/** Whether the purpose in hand wants the person present for this document, told before the form is filled; the core decides again. */
import type { OperatorSession } from '../../../shared/domain/desk/operator-session.ts';
import type { AppInfo } from '../../../shared/domain/desk/app-state.ts';

/** 352/НҚ п.21: the rule is for identity documents; a consent by message proves nobody's presence. */
export function wantsPresence(session: OperatorSession, documentTypes: AppInfo['documentTypes'], type: string): boolean {
  if (session.state !== 'signed-in') return false;
  const purpose = session.purposes.find(({ id }) => id === session.purposeId);
  const identity = documentTypes.some((candidate) => candidate.type === type && candidate.identity);
  return purpose?.presence === 'required' && identity;
}
