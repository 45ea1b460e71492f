/** A journal that cannot go on: what was found, and the supervisor's decision. */
import { useState } from 'react';
import { useHealth, useHost } from '../../host/index.ts';
import { useFaultText } from '../../host/use-fault-text.ts';
import { useTexts } from '../../i18n/index.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { JournalHealthText } from './JournalHealthText.tsx';

type Step = { readonly at: 'shown' | 'asked' | 'doing' } | { readonly at: 'failed'; readonly text: string };

export function JournalStop() {
  const { t } = useTexts();
  const host = useHost();
  const faultText = useFaultText();
  const { journal, outbox } = useHealth();
  const [step, setStep] = useState<Step>({ at: 'shown' });
  if (journal.state !== 'broken' && journal.state !== 'unwritable') return null;

  const setAside = async () => {
    setStep({ at: 'doing' });
    const answer = await host.journal.setAside(null);
    if (!answer.ok) setStep({ at: 'failed', text: faultText(answer.failure) });
    else setStep(answer.value === null ? { at: 'failed', text: t('journal.stop.nothing') } : { at: 'shown' });
  };

  return (
    <Notice
      tone="bad"
      role="alert"
      title={t('journal.stop.title')}
      action={
        <Button look="primary" onPress={() => setStep({ at: 'asked' })}>
          {t('journal.stop.setAside')}
        </Button>
      }
    >
      <JournalHealthText health={journal} />
      <p>{t('journal.stop.text')}</p>
      {step.at === 'failed' ? <p>{step.text}</p> : null}
      {step.at === 'asked' || step.at === 'doing' ? (
        <Dialog title={t('journal.stop.setAside')} closeLabel={t('app.cancel')} outside="stays" onClose={() => setStep({ at: 'shown' })}>
          <p>{t('journal.stop.sure')}</p>
          {outbox.waiting > 0 ? <p>{t('journal.stop.marks', { count: outbox.waiting })}</p> : null}
          <div className="journal-answers">
            <Button isDisabled={step.at === 'doing'} onPress={() => setStep({ at: 'shown' })}>
              {t('app.cancel')}
            </Button>
            <Button look="primary" isDisabled={step.at === 'doing'} onPress={() => void setAside()}>
              {step.at === 'doing' ? t('journal.stop.doing') : t('journal.stop.agree')}
            </Button>
          </div>
        </Dialog>
      ) : null}
    </Notice>
  );
}
