/** Reason and next step of a code in the language of the interface. */
import type { ReasonCode } from '../../shared/domain/reason-code.ts';
import { REASON_TEXTS, type ReasonText } from '../../shared/domain/reason-texts/index.ts';
import { useTexts } from './index.ts';

export function useReasonText(): (code: ReasonCode) => ReasonText {
  const { language } = useTexts();
  return (code) => REASON_TEXTS[language][code];
}
