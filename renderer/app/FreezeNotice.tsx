/** Too much waits undelivered: how near the stop is, or that it has come, and a supervisor's way to go on. */
import { useState } from 'react';
import { useHealth, useHost, useSession } from '../host/index.ts';
import { dateTimeText } from '../i18n/format.ts';
import { useTexts } from '../i18n/index.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { Notice } from '../ui/Notice.tsx';
import { useFaultText } from '../host/use-fault-text.ts';

export function FreezeNotice() {
  const { t } = useTexts();
  const host = useHost();
  const session = useSession();
  const faultText = useFaultText();
  const { freeze } = useHealth();
  const [asking, setAsking] = useState(false);
  const [failed, setFailed] = useState<string | null>(null);
  if (freeze.state === 'clear') return null;
  if (freeze.state === 'near') {
    return (
      <Notice tone="warn" role="status">
        <p>
          {t('app.freeze.near', { count: freeze.entries, limit: freeze.freezesWith, time: freeze.freezesAt === null ? '' : dateTimeText(freeze.freezesAt) })}
        </p>
      </Notice>
    );
  }

  const supervisor = session.state === 'signed-in' && session.operator.profile === 'supervisor';
  const lift = async () => {
    const answer = await host.journal.liftFreeze(null);
    setAsking(false);
    setFailed(answer.ok ? null : faultText(answer.failure));
  };
  return (
    <Notice
      tone="bad"
      role="alert"
      title={t('app.freeze.frozen')}
      action={
        supervisor ? (
          <Button look="primary" onPress={() => setAsking(true)}>
            {t('app.freeze.lift')}
          </Button>
        ) : null
      }
    >
      <p>{t('app.freeze.text', { count: freeze.entries, since: freeze.oldest === null ? '' : dateTimeText(freeze.oldest) })}</p>
      <p>{failed ?? t(supervisor ? 'app.freeze.supervisor' : 'app.freeze.callSupervisor')}</p>
      {asking ? (
        <Dialog title={t('app.freeze.lift')} closeLabel={t('app.cancel')} outside="stays" onClose={() => setAsking(false)}>
          <p>{t('app.freeze.sure')}</p>
          <div className="freeze-answers">
            <Button onPress={() => setAsking(false)}>{t('app.cancel')}</Button>
            <Button look="primary" onPress={() => void lift()}>
              {t('app.freeze.agree')}
            </Button>
          </div>
        </Dialog>
      ) : null}
    </Notice>
  );
}
