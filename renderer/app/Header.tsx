/** Who works, for what purpose, and in which state the systems are. */
import { Keyboard, Lock } from 'lucide-react';
import type { OperatorSession } from '../../shared/domain/desk/operator-session.ts';
import { useHost } from '../host/index.ts';
import { useTexts } from '../i18n/index.ts';
import { Button } from '../ui/Button.tsx';
import './header.css';
import { HealthIndicators } from './HealthIndicators.tsx';
import { PurposeChip } from './PurposeChip.tsx';

interface HeaderProps {
  readonly session: Extract<OperatorSession, { state: 'signed-in' }>;
  readonly onPurpose: () => void;
  readonly onHelp: () => void;
}

export function Header({ session, onPurpose, onHelp }: HeaderProps) {
  const { t } = useTexts();
  const host = useHost();
  return (
    <header className="header">
      <PurposeChip session={session} onChange={onPurpose} />
      <HealthIndicators />
      <div className="header-operator">
        <span className="header-name" title={session.operator.displayName}>{session.operator.displayName}</span>
        <span className="header-role">{t(`app.profile.${session.operator.profile}`)}</span>
      </div>
      <Button look="quiet" icon={<Keyboard size={20} aria-hidden />} aria-label={t('app.nav.help')} hint="F1" onPress={onHelp} />
      <Button
        look="secondary"
        icon={<Lock size={18} aria-hidden />}
        aria-label={t('app.nav.lock')}
        hint="Ctrl L"
        onPress={() => void host.operator.lock(null)}
      />
    </header>
  );
}
