/** The full stop: what cannot be written down is not done. */
import { OctagonX } from 'lucide-react';
import type { ServiceHealth } from '../../shared/domain/app-state.ts';
import { useTexts } from '../i18n/index.ts';
import './full-screen.css';

type Reason = Extract<ServiceHealth['journal'], { state: 'unwritable' }>['reason'];

export function StopScreen({ reason }: { readonly reason: Reason }) {
  const { t } = useTexts();
  return (
    <main className="full-screen stop-screen">
      <div className="stop-screen-words" role="alert">
        <OctagonX size={72} aria-hidden />
        <h1 className="stop-screen-title">{t('app.stop.title')}</h1>
        <p className="stop-screen-text">{t(`app.stop.why.${reason}`)}</p>
        <p className="stop-screen-text">{t(reason === 'altered' ? 'app.stop.nextAltered' : 'app.stop.next')}</p>
      </div>
    </main>
  );
}
