/** What of the journal has left the desk: marks and copies, each delivered with its receipt, waiting, or refused with the reason. */
import { useHealth } from '../../host/index.ts';
import { dateTimeText } from '../../i18n/format.ts';
import { useTexts } from '../../i18n/index.ts';
import { Badge } from '../../ui/Badge.tsx';

export function DeliveryState() {
  const { t } = useTexts();
  const { outbox, copies } = useHealth();
  return (
    <span className="journal-delivery">
      {outbox.waiting > 0 && outbox.oldest !== null ? (
        <Badge tone="warn">{t('journal.waiting', { count: outbox.waiting, time: dateTimeText(outbox.oldest) })}</Badge>
      ) : (
        <Badge tone="good">{t('journal.noneWaiting')}</Badge>
      )}
      {outbox.refused > 0 ? <Badge tone="bad">{t('app.health.marksRefused', { count: outbox.refused })}</Badge> : null}
      {copies === null ? null : copies.refused !== null ? (
        <Badge tone="bad">{t(`journal.copies.refused.${copies.refused}`)}</Badge>
      ) : copies.waiting > 0 && copies.oldest !== null ? (
        <Badge tone="warn">{t('journal.copies.waiting', { count: copies.waiting, time: dateTimeText(copies.oldest) })}</Badge>
      ) : (
        <Badge tone="good" {...(copies.receipt === null ? {} : { hint: t('journal.copies.receipt', { receipt: copies.receipt.id, time: dateTimeText(copies.receipt.at) }) })}>
          {t('journal.copies.delivered', { count: copies.through })}
        </Badge>
      )}
    </span>
  );
}
