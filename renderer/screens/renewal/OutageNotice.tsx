/** The office is away: for how long, whose fault that is, and after ten minutes the act for the paper route. */
import { FileWarning } from 'lucide-react';
import { useState } from 'react';
import { useFaultText } from '../../host/use-fault-text.ts';
import { useHost } from '../../host/index.ts';
import { useTexts } from '../../i18n/index.ts';
import { Button } from '../../ui/Button.tsx';
import { minutesAndSeconds } from '../../ui/minutes-and-seconds.ts';
import { Notice } from '../../ui/Notice.tsx';
import { useNow } from '../../ui/use-now.ts';

interface OutageNoticeProps {
  readonly since: string;
  readonly paper: boolean;
}

export function OutageNotice({ since, paper }: OutageNoticeProps) {
  const { t } = useTexts();
  const host = useHost();
  const faultText = useFaultText();
  const now = useNow(1_000);
  const [done, setDone] = useState<string | null>(null);
  const print = async () => {
    const answer = await host.renewal.printPaperAct(null);
    if (!answer.ok) return setDone(faultText(answer.failure));
    if (answer.value.ok) setDone(t('renewal.away.actDone', { path: answer.value.path }));
  };
  return (
    <Notice
      tone="warn"
      role="status"
      title={t('renewal.away.title')}
      {...(paper && {
        action: (
          <Button icon={<FileWarning size={18} aria-hidden />} onPress={() => void print()}>
            {t('renewal.away.act')}
          </Button>
        ),
      })}
    >
      <p>{t('renewal.away.text', { time: minutesAndSeconds(now - Date.parse(since)) })}</p>
      {paper ? <p>{t('renewal.away.paper')}</p> : null}
      {done === null ? null : <p>{done}</p>}
    </Notice>
  );
}
