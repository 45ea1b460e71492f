/** What a key is worth today, in words and tone. */
import type { KeyState } from '../../../shared/domain/keys/key-view.ts';
import { useTexts } from '../../i18n/index.ts';
import { Badge, type Tone } from '../../ui/Badge.tsx';

const TONES: Readonly<Record<KeyState['is'], Tone>> = {
  'good': 'good',
  'expiring': 'warn',
  'expired': 'bad',
  'not-yet-valid': 'warn',
  'revoked': 'bad',
  'untrusted': 'bad',
  'unknown': 'warn',
  'awaiting-certificate': 'neutral',
};

export function KeyStateBadge({ state }: { readonly state: KeyState }) {
  const { t } = useTexts();
  return <Badge tone={TONES[state.is]}>{t(`keys.state.${state.is}`, { days: 'daysLeft' in state ? state.daysLeft : 0 })}</Badge>;
}
