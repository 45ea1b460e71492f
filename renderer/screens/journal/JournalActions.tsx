/** Sends what waits, for the supervisor proves that nothing was changed, and says where either could not be done. */
import { Send, ShieldCheck } from 'lucide-react';
import { useState } from 'react';
import type { JournalHealth } from '../../../shared/domain/journal/journal-health.ts';
import { useFaultText } from '../../host/use-fault-text.ts';
import { useHealth, useHost } from '../../host/index.ts';
import { useTexts } from '../../i18n/index.ts';
import { Badge } from '../../ui/Badge.tsx';
import { Button } from '../../ui/Button.tsx';
import { DeliveryState } from './DeliveryState.tsx';
import { JournalHealthText } from './JournalHealthText.tsx';

type Doing = 'nothing' | 'delivering' | 'verifying';
type Said = { readonly of: 'nothing' } | { readonly of: 'journal'; readonly health: JournalHealth } | { readonly of: 'failure'; readonly text: string };

export function JournalActions({ supervisor }: { readonly supervisor: boolean }) {
  const { t } = useTexts();
  const host = useHost();
  const { outbox, copies } = useHealth();
  const [doing, setDoing] = useState<Doing>('nothing');
  const [said, setSaid] = useState<Said>({ of: 'nothing' });
  const faultText = useFaultText();

  const deliver = async () => {
    setDoing('delivering');
    // The count on screen follows from the health the core sends when marks move.
    const answer = await host.journal.deliverNow(null);
    setSaid(answer.ok ? { of: 'nothing' } : { of: 'failure', text: faultText(answer.failure) });
    setDoing('nothing');
  };
  const verify = async () => {
    setDoing('verifying');
    const answer = await host.journal.verify(null);
    setSaid(answer.ok ? { of: 'journal', health: answer.value } : { of: 'failure', text: faultText(answer.failure) });
    setDoing('nothing');
  };

  return (
    <div className="journal-actions">
      <span role="status" className="journal-actions-state">
        {said.of === 'journal' ? <JournalHealthText health={said.health} /> : null}
        {said.of === 'failure' ? <Badge tone="bad">{said.text}</Badge> : null}
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
