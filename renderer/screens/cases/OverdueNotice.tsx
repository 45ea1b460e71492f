/** Tells a supervisor, wherever they are, that citizens wait longer than they were promised. */
import type { CaseQueue } from '../../../shared/domain/issuance/case-desk.ts';
import { useTexts } from '../../i18n/index.ts';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';

interface OverdueNoticeProps {
  readonly queue: CaseQueue | null;
  /** Null where the list of applications is on the screen. */
  readonly onOpen: (() => void) | null;
}

export function OverdueNotice({ queue, onOpen }: OverdueNoticeProps) {
  const { t } = useTexts();
  const count = queue?.state === 'on' ? queue.waiting.filter(({ escalated }) => escalated).length : 0;
  if (count === 0) return null;
  return (
    <Notice
      tone="bad"
      role="status"
      title={t('cases.escalated.title', { count })}
      {...(onOpen !== null && { action: <Button onPress={onOpen}>{t('cases.escalated.open')}</Button> })}
    >
      <p>{t('cases.escalated.text')}</p>
    </Notice>
  );
}
