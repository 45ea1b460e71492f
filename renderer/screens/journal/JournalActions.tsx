/** Sends what waits, and for the supervisor proves that nothing was changed. */
import { Send, ShieldCheck } from 'lucide-react';
import { useState } from 'react';
import type { JournalHealth } from '../../../shared/domain/journal/journal-health.ts';
import { useHealth, useHost } from '../../host/index.ts';
import { useTexts } from '../../i18n/index.ts';
import { Button } from '../../ui/Button.tsx';
import { DeliveryState } from './DeliveryState.tsx';
import { JournalHealthText } from './JournalHealthText.tsx';

type Doing = 'nothing' | 'delivering' | 'verifying';

export function JournalActions({ supervisor }: { readonly supervisor: boolean }) {
  const { t } = useTexts();
  const host = useHost();
  const { outbox, copies } = useHealth();
  const [doing, setDoing] = useState<Doing>('nothing');
  const [verified, setVerified] = useState<JournalHealth | null>(null);

  const deliver = async () => {
    setDoing('delivering');
    // The count on screen follows from the health the core sends when marks move.
    await host.journal.deliverNow(null);
    setDoing('nothing');
  };
  const verify = async () => {
    setDoing('verifying');
    const answer = await host.journal.verify(null);
    setVerified(answer.ok ? answer.value : null);
    setDoing('nothing');
  };

  return (
    <div className="journal-actions">
      <span role="status" className="journal-actions-state">
        {verified === null ? null : <JournalHealthText health={verified} />}
        <DeliveryState />
      </span>
      <Button
        icon={<Send size={18} aria-hidden />}
        isDisabled={doing !== 'nothing' || (outbox.waiting === 0 && (copies?.waiting ?? 0) === 0)}
        onPress={() => void deliver()}
      >
        {doing === 'delivering' ? t('journal.delivering') : t('journal.deliver')}
      </Button>
      {supervisor ? (
        <Button icon={<ShieldCheck size={18} aria-hidden />} isDisabled={doing !== 'nothing'} onPress={() => void verify()}>
          {doing === 'verifying' ? t('journal.verifying') : t('journal.verify')}
        </Button>
      ) : null}
    </div>
  );
}
