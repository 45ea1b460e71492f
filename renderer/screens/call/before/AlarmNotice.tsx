/** Tells a supervisor, wherever they are, of a silent alarm they have not looked at yet. */
import { useState } from 'react';
import type { CallDeskView } from '../../../../shared/domain/call/call-view.ts';
import { timeText } from '../../../i18n/format.ts';
import { useTexts } from '../../../i18n/index.ts';
import { Button } from '../../../ui/Button.tsx';
import { Notice } from '../../../ui/Notice.tsx';

interface AlarmNoticeProps {
  readonly desk: CallDeskView | null;
  /** Null where the list of alarms is on the screen. */
  readonly onOpen: (() => void) | null;
}

export function AlarmNotice({ desk, onOpen }: AlarmNoticeProps) {
  const { t } = useTexts();
  const [seen, setSeen] = useState<string | null>(null);
  const newest = desk?.duty === 'watch' ? desk.alarms[0] : undefined;
  if (newest === undefined || newest.at === seen) return null;
  if (onOpen === null) {
    setSeen(newest.at);
    return null;
  }
  const { operatorId, branch, at } = newest;
  return (
    <Notice tone="bad" role="alert" title={t('calls.alarms.title')} action={<Button onPress={onOpen}>{t('calls.alarms.open')}</Button>}>
      <p>{t('calls.alarms.from', { operator: operatorId, branch, time: timeText(at) })}</p>
    </Notice>
  );
}
