/** Says over any screen that a key ends soon: once when the operator begins, and when a day of reminding comes while they work. */
import { X } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useHost } from '../../host/index.ts';
import { useTexts } from '../../i18n/index.ts';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';

/** The first check of the day does not wait for the keys to be judged. */
const AFTER_START_MS = 5_000;

export function KeyReminder({ onOpen }: { readonly onOpen: () => void }) {
  const { t } = useTexts();
  const host = useHost();
  const [daysLeft, setDaysLeft] = useState<number | null>(null);
  useEffect(() => {
    const look = () =>
      void host.keys.list(null).then((answer) => {
        const ending = answer.ok ? answer.value.flatMap(({ state }) => (state.is === 'expiring' ? [state.daysLeft] : [])) : [];
        setDaysLeft(ending.length === 0 ? null : Math.min(...ending));
      });
    const timer = setTimeout(look, AFTER_START_MS);
    const stop = host.keys.keyEnding(look);
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [host]);
  if (daysLeft === null) return null;
  return (
    <Notice
      tone="warn"
      role="status"
      action={
        <>
          <Button size="small" onPress={onOpen}>
            {t('keys.title')}
          </Button>
          <Button look="quiet" size="small" icon={<X size={18} aria-hidden />} aria-label={t('app.close')} onPress={() => setDaysLeft(null)} />
        </>
      }
    >
      <p>{t('keys.ending', { days: daysLeft })}</p>
    </Notice>
  );
}
