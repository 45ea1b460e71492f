/** The screen after an error of the page: calm, empty of data, one way on. */
import { useTexts } from '../i18n/index.ts';
import { Button } from '../ui/Button.tsx';
import '../ui/full-screen.css';

interface FaultScreenProps {
  readonly place: string;
  readonly onRetry: () => void;
}

export function FaultScreen({ place, onRetry }: FaultScreenProps) {
  const { t } = useTexts();
  return (
    <main className="full-screen">
      <section className="full-screen-card" role="alert">
        <h1 className="full-screen-title">{t('app.fault.title')}</h1>
        <p>{t('app.fault.text', { ref: place })}</p>
        <Button look="primary" autoFocus onPress={onRetry}>
          {t('app.fault.retry')}
        </Button>
      </section>
    </main>
  );
}
