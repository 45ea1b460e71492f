/** One purpose: its digit, its name, its ground, and what it demands. */
import { Button } from 'react-aria-components';
import { inLanguage } from '../../../shared/domain/localized.ts';
import type { Purpose } from '../../../shared/domain/checking/purpose.ts';
import { useTexts } from '../../i18n/index.ts';
import { Badge } from '../../ui/Badge.tsx';

interface PurposeCardProps {
  readonly purpose: Purpose;
  readonly digit: number | null;
  readonly current: boolean;
  readonly focused: boolean;
  readonly onPress: () => void;
}

export function PurposeCard({ purpose, digit, current, focused, onPress }: PurposeCardProps) {
  const { t, language } = useTexts();
  return (
    <Button className="purpose-card" autoFocus={focused} onPress={onPress} {...(current && { 'aria-current': 'true' })}>
      <span className="purpose-digit" aria-hidden="true">
        {digit}
      </span>
      <span className="purpose-words">
        <span className="purpose-name">{inLanguage(purpose.title, language)}</span>
        <span className="purpose-ground">{inLanguage(purpose.ground, language)}</span>
        <span className="purpose-badges">
          {current ? <Badge tone="accent">{t('purpose.current')}</Badge> : null}
          {purpose.presence === 'required' ? <Badge tone="warn">{t('purpose.presence')}</Badge> : null}
          {purpose.representative === 'allowed' ? <Badge>{t('purpose.representative')}</Badge> : null}
        </span>
      </span>
    </Button>
  );
}
