/** Who works, for what purpose, in which state the systems are; the way to the other screens. */
import { FileSearch, IdCard, Keyboard, KeyRound, Lock, NotebookText, ScanQrCode, SlidersHorizontal } from 'lucide-react';
import type { CaseQueue } from '../../shared/domain/case-desk.ts';
import type { OperatorSession } from '../../shared/domain/operator-session.ts';
import { useHost } from '../host/index.ts';
import { useTexts } from '../i18n/index.ts';
import { Button } from '../ui/Button.tsx';
import './header.css';
import { HealthIndicators } from './HealthIndicators.tsx';
import { NavButton } from './NavButton.tsx';
import { PurposeChip } from './PurposeChip.tsx';
import type { Place } from './screen.ts';

interface HeaderProps {
  readonly session: Extract<OperatorSession, { state: 'signed-in' }>;
  readonly place: Place;
  readonly queue: CaseQueue | null;
  readonly onPlace: (place: Place) => void;
  readonly onHelp: () => void;
}

export function Header({ session, place, queue, onPlace, onHelp }: HeaderProps) {
  const { t } = useTexts();
  const host = useHost();
  const go = (to: Place) => () => onPlace(to);
  return (
    <header className="header">
      <nav className="header-nav" aria-label={t('app.nav.label')}>
        <NavButton icon={<ScanQrCode size={18} aria-hidden />} hint="F5" here={place === 'desk'} onPress={go('desk')}>
          {t('app.nav.desk')}
        </NavButton>
        <NavButton icon={<NotebookText size={18} aria-hidden />} hint="F6" here={place === 'journal'} onPress={go('journal')}>
          {t('app.nav.journal')}
        </NavButton>
        <NavButton icon={<FileSearch size={18} aria-hidden />} here={place === 'signed-file'} onPress={go('signed-file')}>
          {t('app.nav.files')}
        </NavButton>
        <NavButton icon={<KeyRound size={18} aria-hidden />} here={place === 'keys'} onPress={go('keys')}>
          {t('app.nav.keys')}
        </NavButton>
        {queue === null || queue.state === 'off' ? null : (
          <NavButton icon={<IdCard size={18} aria-hidden />} hint="Ctrl I" here={place === 'cases'} onPress={go('cases')}>
            {t('app.nav.cases', { count: queue.waiting.filter(({ held }) => held === 'free' || held === 'mine').length })}
          </NavButton>
        )}
        <NavButton
          icon={<SlidersHorizontal size={18} aria-hidden />}
          hint="F7"
          here={place === 'settings'}
          onPress={go('settings')}
        >
          {t('app.nav.settings')}
        </NavButton>
      </nav>
      <PurposeChip session={session} onChange={go('purpose')} />
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
