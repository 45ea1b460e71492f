/** Words for a refusal of the key store, with what is wrong about a password. */
import type { KeyRefusal } from '../../../shared/domain/key-view.ts';
import { timeText } from '../../i18n/format.ts';
import { useTexts } from '../../i18n/index.ts';

export function useRefusalText(): (refusal: KeyRefusal) => string {
  const { t } = useTexts();
  return ({ code, passwordFaults, retryAt }) =>
    t(`keys.refusal.${code}`, {
      faults: passwordFaults.map((fault) => t(`keys.fault.${fault}`)).join(', '),
      time: retryAt === null ? '' : timeText(retryAt),
    });
}
