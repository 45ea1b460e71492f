/** Reason and next step of a code in the language of the interface. */
import type { ReasonCode } from '../../shared/domain/reason-code.ts';

export function useReasonText() {
  return (code: ReasonCode) => ({ reason: code as string, next: code as string });
}
