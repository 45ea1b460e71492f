/** Where it begins: what will be needed, whether camera and signing service are there, and the ИИН that opens an application for keys or for a number alone. */
import { IdCard, ScanFace, Smartphone } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import type { CaseAim } from '../../../shared/domain/issuance/issuance-case.ts';
import { isIin } from '../../../shared/domain/person/iin.ts';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { askForCamera } from '../camera/open-camera.ts';
import { askPortal, type PortalFailure, type PortalSession } from '../portal/portal-client.ts';
import { deviceHash } from '../portal/session.ts';
import { StepHeading } from '../StepHeading.tsx';
import { useTexts } from '../texts/index.ts';
import { CameraCheck } from './CameraCheck.tsx';
import { FailureNotice } from './FailureNotice.tsx';
import { IinField } from './IinField.tsx';
import { SignerCheck } from './SignerCheck.tsx';

interface WelcomeProps {
  readonly onEnter: (session: PortalSession) => void;
  /** The citizen has an application that was begun elsewhere. */
  readonly onReturn: () => void;
}

export function Welcome({ onEnter, onReturn }: WelcomeProps) {
  const { t, language } = useTexts();
  const [iin, setIin] = useState('');
  const [wrong, setWrong] = useState<string | undefined>();
  const [failed, setFailed] = useState<PortalFailure | null>(null);
  const [busy, setBusy] = useState(false);

  async function begin(aim: CaseAim): Promise<void> {
    if (busy) return;
    if (!isIin(iin)) return setWrong(t('welcome.iinWrong'));
    setBusy(true);
    setFailed(null);
    // Asked now, while a press of the citizen stands behind it; a refusal is told where the camera is needed.
    const camera = await askForCamera();
    if (camera.ok) for (const track of camera.value.getTracks()) track.stop();
    const opened = await askPortal<{ id: string; token: string }>('applications', { json: { iin, language, deviceHash: await deviceHash(), aim } });
    setBusy(false);
    if (opened.ok) return onEnter({ id: opened.value.id, token: opened.value.token });
    if (opened.failure.code === 'PERSON_UNKNOWN') setWrong(t('welcome.iinUnknown'));
    else setFailed(opened.failure);
  }

  const submit = (event: FormEvent): void => {
    event.preventDefault();
    void begin('keys');
  };

  return (
    <form className="citizen-step" onSubmit={submit}>
      <StepHeading text={t('frame.title')} />
      <p>{t('welcome.lead')}</p>
      <section aria-labelledby="need" className="citizen-card">
        <h2 id="need">{t('welcome.needTitle')}</h2>
        <ul className="citizen-list">
          <li>
            <IdCard size={22} aria-hidden /> {t('welcome.needCard')}
          </li>
          <li>
            <Smartphone size={22} aria-hidden /> {t('welcome.needPhone')}
          </li>
          <li>
            <ScanFace size={22} aria-hidden /> {t('welcome.needLight')}
          </li>
        </ul>
        <CameraCheck />
        <SignerCheck />
      </section>
      <IinField
        value={iin}
        hint={t('welcome.iinHint')}
        wrong={wrong}
        onChange={(typed) => {
          setIin(typed);
          setWrong(undefined);
        }}
      />
      {failed === null ? null : <FailureNotice failure={failed} />}
      <div className="citizen-actions">
        <Button type="submit" look="primary" size="large" isDisabled={busy}>
          {t(busy ? 'welcome.beginning' : 'welcome.begin')}
        </Button>
        <Button look="quiet" onPress={onReturn}>
          {t('welcome.returning')}
        </Button>
      </div>
      <Notice tone="warn">{t('welcome.warning')}</Notice>
      <section aria-labelledby="phone-only" className="citizen-card">
        <h2 id="phone-only">{t('phoneOnly.title')}</h2>
        <p>{t('phoneOnly.lead')}</p>
        <Button isDisabled={busy} onPress={() => void begin('phone')}>
          {t('phoneOnly.begin')}
        </Button>
      </section>
    </form>
  );
}
