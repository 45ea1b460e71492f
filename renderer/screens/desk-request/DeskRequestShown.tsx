/** The QR for the citizen's phone, the four digits to compare, and how long it is good for. */
import { useEffect, useRef } from 'react';
import type { DeskRequestAnswer } from '../../../shared/ipc/checking-calls.ts';
import { useTexts } from '../../i18n/index.ts';
import { Button } from '../../ui/Button.tsx';
import { minutesAndSeconds } from '../../ui/minutes-and-seconds.ts';
import { QrPicture } from '../../ui/QrPicture.tsx';
import { useNow } from '../../ui/use-now.ts';

interface DeskRequestShownProps {
  readonly request: Extract<DeskRequestAnswer, { state: 'waiting' }>;
  readonly onCancel: () => void;
}

export function DeskRequestShown({ request, onCancel }: DeskRequestShownProps) {
  const { t } = useTexts();
  const place = useRef<HTMLElement>(null);
  // The key that opened the request, pressed once more, must not take it back: the focus rests on the words.
  useEffect(() => place.current?.focus(), []);
  const left = Date.parse(request.expiresAt) - useNow(1000);
  return (
    <section className="desk-request" ref={place} tabIndex={-1}>
      <QrPicture text={request.qr} label={t('desk.request.qr')} />
      <div className="desk-request-words">
        <p>
          {t('desk.request.code')}
          <strong className="desk-request-code">{request.deskCode}</strong>
        </p>
        <p className="soft">{t('desk.request.compare')}</p>
        <p role="status">{request.scanned ? t('desk.request.scanned') : t('desk.request.waiting')}</p>
        <p role="timer">{t('desk.consent.left', { time: minutesAndSeconds(left) })}</p>
        <Button onPress={onCancel}>{t('desk.request.cancel')}</Button>
      </div>
    </section>
  );
}
