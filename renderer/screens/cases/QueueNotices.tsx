/** What keeps applications from going on just now, besides operators: the portal that is away, and signatures that are waited for. */
import type { CaseQueue } from '../../../shared/domain/issuance/case-desk.ts';
import { dateMinuteText, timeText } from '../../i18n/format.ts';
import { useTexts } from '../../i18n/index.ts';
import { Notice } from '../../ui/Notice.tsx';

interface QueueNoticesProps {
  readonly queue: Extract<CaseQueue, { state: 'on' }>;
}

export function QueueNotices({ queue: { portalAwaySince, sealsAwaited } }: QueueNoticesProps) {
  const { t } = useTexts();
  return (
    <>
      {portalAwaySince === null ? null : (
        <Notice tone="warn" role="status">
          <p>{t('cases.portalAway', { since: timeText(portalAwaySince) })}</p>
        </Notice>
      )}
      {sealsAwaited === null ? null : (
        <Notice tone="warn" role="status" title={t('cases.sealsAwaited.title', { count: sealsAwaited.count })}>
          <p>{t('cases.sealsAwaited.text', { since: dateMinuteText(sealsAwaited.since) })}</p>
        </Notice>
      )}
    </>
  );
}
