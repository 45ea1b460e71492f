/** The full stop: what cannot be written down is not done. */
import { OctagonX } from 'lucide-react';
import type { ServiceHealth } from '../../shared/domain/desk/app-state.ts';
import { useTexts } from '../i18n/index.ts';
import { Button } from '../ui/Button.tsx';
import '../ui/full-screen.css';
import { isForSupervisor } from './screen.ts';

type Reason = Extract<ServiceHealth['journal'], { state: 'unwritable' }>['reason'];

interface StopScreenProps {
  readonly reason: Reason;
  /** Null where nobody can sign in, or where it would not help. */
  readonly onSupervisor: (() => void) | null;
}

export function StopScreen({ reason, onSupervisor }: StopScreenProps) {
  const { t } = useTexts();
  return (
    <main className="full-screen stop-screen">
      <div className="stop-screen-words" role="alert">
        <OctagonX size={72} aria-hidden />
        <h1 className="stop-screen-title">{t('app.stop.title')}</h1>
        <p className="stop-screen-text">{t(`app.stop.why.${reason}`)}</p>
        <p className="stop-screen-text">{t(isForSupervisor(reason) ? 'app.stop.nextAltered' : 'app.stop.next')}</p>
        {onSupervisor === null ? null : (
          <Button size="large" onPress={onSupervisor}>
            {t('app.stop.callSupervisor')}
          </Button>
        )}
      </div>
    </main>
  );
}
