/** The outcome of a verification of the journal. */
import type { JournalHealth } from '../../../shared/domain/journal/journal-health.ts';
import { useTexts } from '../../i18n/index.ts';
import { Badge } from '../../ui/Badge.tsx';

export function JournalHealthText({ health }: { readonly health: JournalHealth }) {
  const { t } = useTexts();
  switch (health.state) {
    case 'intact':
      return <Badge tone="good">{t('journal.intact', { entries: health.entries })}</Badge>;
    case 'restarted':
      return <Badge tone="warn">{t('app.health.journalRestarted', { file: health.quarantinedAs })}</Badge>;
    case 'broken':
      return (
        <Badge tone="bad">
          {t('journal.broken', { sequence: health.firstBadSequence, reason: t(`journal.reason.${health.reason}`) })}
        </Badge>
      );
    case 'unwritable':
      return <Badge tone="bad">{t('journal.unwritable')}</Badge>;
  }
}
