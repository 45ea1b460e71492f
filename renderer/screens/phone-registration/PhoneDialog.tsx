/** A number for БМГ: asked for here, confirmed by its owner elsewhere. There is no field for the code, because nobody here may know it. */
import { useTexts } from '../../i18n/index.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Spinner } from '../../ui/Spinner.tsx';
import { minutesAndSeconds } from '../../ui/minutes-and-seconds.ts';
import { useNow } from '../../ui/use-now.ts';
import './phone-registration.css';
import { PhoneForm } from './PhoneForm.tsx';
import { usePhoneRegistration } from './use-phone-registration.ts';

interface PhoneDialogProps {
  /** The held application it is for; null for a registration of its own. */
  readonly whom: string | null;
  readonly onClose: () => void;
}

export function PhoneDialog({ whom, onClose }: PhoneDialogProps) {
  const { t } = useTexts();
  const { now: registration, begin, busy } = usePhoneRegistration(whom);
  return (
    <Dialog title={t('cases.phones.title')} closeLabel={t('app.close')} outside="stays" onClose={onClose}>
      <p className="soft">{t('cases.phones.text')}</p>
      {registration?.state === 'refused' ? (
        <Notice tone="bad" role="alert">
          <p>{t(`cases.phones.refused.${registration.code}`)}</p>
        </Notice>
      ) : null}
      {registration?.state === 'over' ? (
        <Notice tone="warn" role="alert">
          <p>{t(`cases.phones.over.${registration.cause}`)}</p>
        </Notice>
      ) : null}
      {registration?.state === 'waiting' ? <Waiting ending={registration.phoneEnding} expiresAt={registration.expiresAt} /> : null}
      {registration?.state === 'confirmed' ? (
        <>
          <Notice
            tone="good"
            role="status"
            title={t(registration.changed ? 'cases.phones.changed' : 'cases.phones.confirmed', { ending: registration.phoneEnding })}
          />
          <Button look="primary" autoFocus onPress={onClose}>
            {t('app.close')}
          </Button>
        </>
      ) : null}
      {registration === null || registration.state === 'refused' || registration.state === 'over' ? <PhoneForm ownCase={whom !== null} busy={busy} onSend={begin} /> : null}
    </Dialog>
  );
}

function Waiting({ ending, expiresAt }: { readonly ending: string; readonly expiresAt: string }) {
  const { t } = useTexts();
  const left = Date.parse(expiresAt) - useNow(1000);
  return (
    <div className="phone-waiting" role="status">
      <Spinner />
      <p>{t('cases.phones.waiting', { ending })}</p>
      <span className="phone-left" aria-hidden="true">
        {minutesAndSeconds(left)}
      </span>
    </div>
  );
}
