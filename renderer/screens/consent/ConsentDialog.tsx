/** Consent by SMS: ask, read aloud, wait. The citizen's code has no place here. */
import { useTexts } from '../../i18n/index.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { Notice } from '../../ui/Notice.tsx';
import './consent.css';
import { ConsentForm } from './ConsentForm.tsx';
import { ConsentRefused } from './ConsentRefused.tsx';
import { ConsentWaiting } from './ConsentWaiting.tsx';
import { useConsent } from './use-consent.ts';

interface ConsentDialogProps {
  /** Where it is known already: of the paper document that was scanned. */
  readonly iin: string | null;
  readonly onClose: () => void;
  /** The consent is there; its document can be fetched. */
  readonly onGiven: (requestId: string) => void;
}

export function ConsentDialog({ iin, onClose, onGiven }: ConsentDialogProps) {
  const { t } = useTexts();
  const consent = useConsent(onGiven);
  const close = () => {
    consent.cancel();
    onClose();
  };
  return (
    <Dialog title={t('desk.consent.title')} closeLabel={t('app.close')} onClose={close}>
      <Notice tone="accent" title={t('desk.consent.sayTitle')}>
        <blockquote className="consent-say">{t('desk.consent.say')}</blockquote>
      </Notice>
      {consent.state.at === 'waiting' ? (
        <ConsentWaiting answer={consent.state.answer} onCancel={close} />
      ) : (
        <>
          <ConsentRefused state={consent.state} />
          <ConsentForm knownIin={iin} busy={consent.state.at === 'sending'} onSend={consent.send} />
        </>
      )}
      <p className="soft small">{t('desk.consent.noCode')}</p>
    </Dialog>
  );
}
