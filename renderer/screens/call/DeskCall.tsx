/** The call at the desk: the citizen's picture, the script beside it, and what the machine says about both. */
import type { CaseView } from '../../../shared/domain/case-desk.ts';

export interface DeskCallProps {
  /** What is known of the case behind the call; null until it was taken. */
  readonly caseView: CaseView | null;
}

export function DeskCall({ caseView }: DeskCallProps) {
  return <section data-case={caseView?.case.id} />;
}
