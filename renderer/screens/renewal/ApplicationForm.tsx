/** The application: photograph and signature sample through their gates, e-mail, phone, and how the card is received. */
import { type FormEvent, useState } from 'react';
import { normaliseMobileNumber } from '../../../shared/domain/person/mobile-number.ts';
import type { RenewalOrder, RenewalRefusal } from '../../../shared/domain/renewal/renewal.ts';
import { useFaultText } from '../../host/use-fault-text.ts';
import { useHost } from '../../host/index.ts';
import { useTexts } from '../../i18n/index.ts';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Segmented } from '../../ui/Segmented.tsx';
import { Select } from '../../ui/Select.tsx';
import { Toggle } from '../../ui/Toggle.tsx';
import { type ChosenPicture, jpegOf } from './chosen-picture.ts';
import { judgePhoto, judgeSignature } from './judge-picture.ts';
import { PictureChoice } from './PictureChoice.tsx';
import { usePhotoRemark } from './use-photo-remark.ts';
import type { Allowed } from './use-renewal-check.ts';

interface ApplicationFormProps {
  readonly iin: string;
  readonly fees: Allowed['fees'];
  readonly centres: Allowed['centres'];
  readonly onApplied: (number: string) => void;
  /** The office went away meanwhile: what was typed stays. */
  readonly onAway: () => void;
}

type RequiredPart = 'photo' | 'signature' | 'email' | 'phone' | 'centre' | 'address';
const EMAIL = /^[^\s@]+@[^\s@.]+(?:\.[^\s@.]+)+$/;

export function ApplicationForm({ iin, fees, centres, onApplied, onAway }: ApplicationFormProps) {
  const { t, language } = useTexts();
  const host = useHost();
  const faultText = useFaultText();
  const [photo, setPhoto] = useState<ChosenPicture>(null);
  const [signature, setSignature] = useState<ChosenPicture>(null);
  const [email, setEmail] = useState('');
  const [phone, setPhone] = useState('');
  const [by, setBy] = useState<RenewalOrder['handover']['by']>('pick-up');
  const [centreId, setCentreId] = useState(centres[0]?.id ?? '');
  const [address, setAddress] = useState('');
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<RenewalRefusal | null>(null);
  const [failed, setFailed] = useState<string | null>(null);
  const pictures = { photo: jpegOf(photo), signature: jpegOf(signature) };
  const { remark, eyes, asksEyes, confirmEyes } = usePhotoRemark(photo);
  const number = normaliseMobileNumber(phone);
  const placed = by === 'pick-up' ? centreId !== '' : address.trim().length >= 10;
  const there: Partial<Record<RequiredPart, boolean>> = {
    photo: pictures.photo !== null && remark.tone === 'good',
    signature: pictures.signature !== null,
    email: EMAIL.test(email),
    phone: number !== null,
    [by === 'pick-up' ? 'centre' : 'address']: placed,
  };
  const missing = (Object.keys(there) as RequiredPart[]).filter((part) => !there[part]);
  const ready = missing.length === 0 && !busy;

  async function send(order: RenewalOrder): Promise<void> {
    setBusy(true);
    setRefused(null);
    setFailed(null);
    const answer = await host.renewal.apply(order);
    setBusy(false);
    if (!answer.ok) return setFailed(faultText(answer.failure));
    if (answer.value.state === 'applied') return onApplied(answer.value.number);
    if (answer.value.state === 'away') return onAway();
    setRefused(answer.value.code);
  }

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!ready) return;
    const handover = by === 'pick-up' ? { by, centreId } : { by, address: address.trim() };
    void send({ iin, photo: pictures.photo!, signature: pictures.signature!, eyes, email, phone: number!, handover });
  };

  return (
    <form className="renewal-form" onSubmit={submit} aria-label={t('renewal.form.title')}>
      <h2>{t('renewal.form.title')}</h2>
      <div className="renewal-pictures">
        <PictureChoice kind="photo" judge={judgePhoto} picture={photo} remark={remark} onChoose={setPhoto} />
        <PictureChoice kind="signature" judge={judgeSignature} picture={signature} remark={{ tone: 'good', words: t('renewal.form.goodSignature') }} onChoose={setSignature} />
      </div>
      {asksEyes ? <Toggle label={t('renewal.form.eyesOpen')} text={t('renewal.form.eyesOpenText')} on={eyes.confirmedOpen} onChange={confirmEyes} /> : null}
      <div className="renewal-row">
        <Field label={t('renewal.form.email')} type="email" autoComplete="off" maxLength={120} value={email} onChange={(typed) => setEmail(typed.trim())} validationBehavior="aria" />
        <Field label={t('renewal.form.phone')} hint={t('renewal.form.phoneHint')} inputMode="tel" autoComplete="off" maxLength={20} value={phone} onChange={setPhone} />
      </div>
      <Segmented
        label={t('renewal.form.handover')}
        value={by}
        onChange={setBy}
        choices={[
          { id: 'pick-up', text: t('renewal.form.pickUp') },
          { id: 'delivery', text: t('renewal.form.delivery') },
        ]}
      />
      {by === 'pick-up' ? (
        <Select label={t('renewal.form.centre')} value={centreId} onChange={setCentreId} choices={centres.map(({ id, kk, ru }) => ({ id, text: language === 'kk' ? kk : ru }))} />
      ) : (
        <Field label={t('renewal.form.address')} autoComplete="off" maxLength={200} value={address} onChange={setAddress} />
      )}
      {refused === null && failed === null ? null : (
        <Notice tone="bad" role="alert">
          <p>{refused === null ? failed : t(`renewal.refused.${refused}`)}</p>
        </Notice>
      )}
      <div className="renewal-foot">
        {missing.length === 0 ? null : <p className="soft small">{t('renewal.form.missing', { what: missing.map((part) => t(`renewal.form.${part}`)).join(', ') })}</p>}
        <strong>{t('renewal.form.fee', { sum: by === 'pick-up' ? fees.standard : fees.standard + fees.delivery })}</strong>
        <Button type="submit" look="primary" size="large" isDisabled={!ready}>
          {t('renewal.form.send')}
        </Button>
      </div>
    </form>
  );
}
