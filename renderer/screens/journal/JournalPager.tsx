/** The way through the pages of the journal, and word of what was written meanwhile. */
import { ChevronLeft, ChevronRight } from 'lucide-react';
import type { JournalPage } from '../../../shared/domain/journal/journal-entry.ts';
import { useTexts } from '../../i18n/index.ts';
import { Button } from '../../ui/Button.tsx';

interface JournalPagerProps {
  readonly page: JournalPage;
  readonly fresh: number;
  readonly onNewest: () => void;
  readonly onNewer: (() => void) | null;
  readonly onOlder: (() => void) | null;
}

export function JournalPager({ page, fresh, onNewest, onNewer, onOlder }: JournalPagerProps) {
  const { t } = useTexts();
  return (
    <footer className="journal-pager">
      <span className="soft">{page.total === null ? null : t('journal.total', { count: page.total })}</span>
      {fresh > 0 || onNewer !== null ? (
        <Button size="small" onPress={onNewest}>
          {fresh > 0 ? t('journal.fresh', { count: fresh }) : t('journal.newest')}
        </Button>
      ) : null}
      <span className="journal-pages">
        <Button size="small" icon={<ChevronLeft size={16} aria-hidden />} isDisabled={onNewer === null} onPress={() => onNewer?.()}>
          {t('journal.newer')}
        </Button>
        <Button size="small" icon={<ChevronRight size={16} aria-hidden />} isDisabled={onOlder === null} onPress={() => onOlder?.()}>
          {t('journal.older')}
        </Button>
      </span>
    </footer>
  );
}
