/** What keeps the journal safe: how far a witness has signed, how much room is left, and what may be let go. */
import { useEffect, useState } from 'react';
import type { JournalStanding } from '../../../shared/domain/journal/journal-health.ts';
import type { Fault } from '../../../shared/ipc/wire.ts';
import { useFaultText } from '../../host/use-fault-text.ts';
import { useHost } from '../../host/index.ts';
import { useTexts } from '../../i18n/index.ts';
import { Badge } from '../../ui/Badge.tsx';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Notice } from '../../ui/Notice.tsx';

const MEGABYTE = 1_048_576;
const megabytes = (bytes: number): number => Math.ceil(bytes / MEGABYTE);

export function Safekeeping() {
  const { t } = useTexts();
  const host = useHost();
  const faultText = useFaultText();
  const [standing, setStanding] = useState<JournalStanding | null>(null);
  const [unread, setUnread] = useState<Fault | null>(null);
  const [said, setSaid] = useState('');
  const [asking, setAsking] = useState(false);

  const [reading, setReading] = useState(true);
  useEffect(() => {
    if (!reading) return;
    let current = true;
    void host.journal.standing(null).then((answer) => {
      if (!current) return;
      setReading(false);
      setUnread(answer.ok ? null : answer.failure);
      if (answer.ok) setStanding(answer.value);
    });
    return () => {
      current = false;
    };
  }, [host, reading]);

  const forget = async () => {
    setAsking(false);
    const answer = await host.journal.forget(null);
    setSaid(answer.ok ? t('journal.safe.forgot', { count: answer.value.entries }) : faultText(answer.failure));
    setReading(true);
  };

  if (unread !== null) {
    return (
      <Notice tone="bad" role="alert">
        <p>{faultText(unread)}</p>
      </Notice>
    );
  }
  if (standing === null) return <p role="status">{t('journal.loading')}</p>;
  const { cosigned, witness, forgotten, forgettable, usedBytes, freeBytes, low } = standing;
  return (
    <section className="journal-safe">
      {low ? (
        <Notice tone="warn" role="status">
          <p>{t('journal.safe.low', { free: megabytes(freeBytes) })}</p>
        </Notice>
      ) : null}
      <dl className="journal-facts">
        <dt>{t('journal.safe.witness')}</dt>
        <dd>{witness === null ? <Badge tone="warn">{t('journal.safe.noWitness')}</Badge> : witness}</dd>
        <dt>{t('journal.safe.cosigned')}</dt>
        <dd>{cosigned}</dd>
        <dt>{t('journal.safe.used')}</dt>
        <dd>{t('journal.safe.megabytes', { count: megabytes(usedBytes) })}</dd>
        <dt>{t('journal.safe.free')}</dt>
        <dd>{t('journal.safe.megabytes', { count: megabytes(freeBytes) })}</dd>
        <dt>{t('journal.safe.forgotten')}</dt>
        <dd>{forgotten}</dd>
        <dt>{t('journal.safe.forgettable')}</dt>
        <dd>{forgettable}</dd>
      </dl>
      <Button isDisabled={forgettable === 0} onPress={() => setAsking(true)}>
        {t('journal.safe.forget')}
      </Button>
      <p role="status">{said}</p>
      {asking ? (
        <Dialog title={t('journal.safe.forget')} closeLabel={t('app.cancel')} outside="stays" onClose={() => setAsking(false)}>
          <p>{t('journal.safe.sure', { count: forgettable })}</p>
          <div className="journal-answers">
            <Button onPress={() => setAsking(false)}>{t('app.cancel')}</Button>
            <Button look="primary" onPress={() => void forget()}>
              {t('journal.safe.agree')}
            </Button>
          </div>
        </Dialog>
      ) : null}
    </section>
  );
}
