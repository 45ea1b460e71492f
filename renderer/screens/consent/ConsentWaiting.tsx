/** The citizen is answering; the operator waits and sees for how long yet. */
import type { ConsentAnswer } from '../../../shared/ipc/checking-calls.ts';
import { useTexts } from '../../i18n/index.ts';
import { Button } from '../../ui/Button.tsx';
import { minutesAndSeconds } from '../../ui/minutes-and-seconds.ts';
import { Spinner } from '../../ui/Spinner.tsx';
import { useNow } from '../../ui/use-now.ts';
import { useRestingFocus } from '../../ui/use-resting-focus.ts';

interface ConsentWaitingProps {
  readonly answer: Extract<ConsentAnswer, { state: 'waiting' }>;
  readonly onCancel: () => void;
}

export function ConsentWaiting({ answer, onCancel }: ConsentWaitingProps) {
  const { t } = useTexts();
  // The key that sent the request, pressed once more, must not take it back.
  const place = useRestingFocus<HTMLElement>();
  const left = Date.parse(answer.expiresAt) - useNow(1000);
  return (
    <section className="consent-waiting" ref={place} tabIndex={-1}>
      <Spinner />
      <div>
        <h3 role="status">{t('desk.consent.waiting')}</h3>
        <p>{t('desk.consent.waitingText', { ending: answer.phoneEnding })}</p>
        <p className="consent-left" role="timer">
          {t('desk.consent.left', { time: minutesAndSeconds(left) })}
        </p>
      </div>
      <Button onPress={onCancel}>
        {t('desk.consent.cancel')}
      </Button>
    </section>
  );
}
