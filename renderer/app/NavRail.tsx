/** The sections of the workplace down the left side, each under its picture and its word. */
import { CalendarSync, FileSearch, IdCard, KeyRound, NotebookText, ScanQrCode, SlidersHorizontal, Video } from 'lucide-react';
import type { CallDeskView } from '../../shared/domain/call/call-view.ts';
import type { CaseQueue } from '../../shared/domain/issuance/case-desk.ts';
import type { Operator } from '../../shared/domain/desk/operator-session.ts';
import { useTexts } from '../i18n/index.ts';
import './nav-rail.css';
import { NavButton } from './NavButton.tsx';
import { placeCap } from './place-keys.ts';
import { hasWorkAt, type Place } from './screen.ts';

interface NavRailProps {
  readonly place: Place;
  readonly profile: Operator['profile'];
  readonly queue: CaseQueue | null;
  readonly calls: CallDeskView | null;
  readonly onPlace: (place: Place) => void;
}

export function NavRail({ place, profile, queue, calls, onPlace }: NavRailProps) {
  const { t } = useTexts();
  const leadTo = (to: Place) => ({ hint: placeCap(to), here: place === to, onPress: () => onPlace(to) });
  return (
    <nav className="nav-rail" aria-label={t('app.nav.label')}>
      <NavButton icon={<ScanQrCode size={22} aria-hidden />} {...leadTo('desk')}>
        {t('app.nav.desk')}
      </NavButton>
      {queue === null || queue.state === 'off' ? null : (
        <NavButton icon={<IdCard size={22} aria-hidden />} {...leadTo('cases')}>
          {t('app.nav.cases', { count: queue.waiting.filter(({ held }) => held === 'free' || held === 'mine').length })}
        </NavButton>
      )}
      {calls === null || calls.duty === 'not-connected' || !hasWorkAt('calls', profile) ? null : (
        <NavButton icon={<Video size={22} aria-hidden />} {...leadTo('calls')}>
          {calls.duty === 'on' ? t('calls.nav.waiting', { count: calls.waiting.count }) : t('calls.nav.label')}
        </NavButton>
      )}
      {hasWorkAt('renewal', profile) ? (
        <NavButton icon={<CalendarSync size={22} aria-hidden />} {...leadTo('renewal')}>
          {t('app.nav.renewal')}
        </NavButton>
      ) : null}
      <NavButton icon={<NotebookText size={22} aria-hidden />} {...leadTo('journal')}>
        {t('app.nav.journal')}
      </NavButton>
      <NavButton icon={<FileSearch size={22} aria-hidden />} {...leadTo('signed-file')}>
        {t('app.nav.files')}
      </NavButton>
      <NavButton icon={<KeyRound size={22} aria-hidden />} {...leadTo('keys')}>
        {t('app.nav.keys')}
      </NavButton>
      <NavButton icon={<SlidersHorizontal size={22} aria-hidden />} {...leadTo('settings')}>
        {t('app.nav.settings')}
      </NavButton>
    </nav>
  );
}
