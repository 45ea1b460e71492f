/** Words for a refusal of the key store, with what is wrong about a password. */
import { keyRefusalText } from '../../../shared/domain/keys/key-refusal-texts/index.ts';
import type { KeyRefusal } from '../../../shared/domain/keys/key-view.ts';
import { timeText } from '../../i18n/format.ts';
import { useTexts } from '../../i18n/index.ts';

export function useRefusalText(): (refusal: KeyRefusal) => string {
  const { language } = useTexts();
  return (refusal) => keyRefusalText(language, refusal, timeText);
}
