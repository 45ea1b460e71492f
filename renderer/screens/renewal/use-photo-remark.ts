/** What is said of the photograph: the desk's own judgement of the face, then the eyes, about which the operator has the last word. */
import { useState } from 'react';
import type { RenewalOrder } from '../../../shared/domain/renewal/renewal.ts';
import { useTexts } from '../../i18n/index.ts';
import { type ChosenPicture, jpegOf, type Remark } from './chosen-picture.ts';
import { useEyes } from './use-eyes.ts';
import { usePhotoJudgement } from './use-photo-judgement.ts';

export interface PhotoRemark {
  remark: Remark;
  /** As the application says it; the core decides whether that will do. */
  eyes: RenewalOrder['eyes'];
  /** The operator is asked whether the eyes are open. */
  asksEyes: boolean;
  confirmEyes(open: boolean): void;
}

export function usePhotoRemark(photo: ChosenPicture): PhotoRemark {
  const { t } = useTexts();
  const jpeg = jpegOf(photo);
  const face = usePhotoJudgement(jpeg);
  const eyes = useEyes(jpeg !== null && photo !== null && 'bitmap' in photo ? photo.bitmap : null);
  const [confirmed, setConfirmed] = useState<ChosenPicture>(null);
  const asksEyes = face !== null && face.state !== 'poor' && eyes !== null && eyes.judgement !== 'open';
  const confirmedOpen = asksEyes && confirmed === photo;

  function remark(): Remark {
    if (face?.state === 'poor') return { tone: 'bad', words: t(`renewal.form.face.${face.advice}`) };
    if (face === null || eyes === null) return { tone: 'open', words: t('renewal.form.looking') };
    const tone = asksEyes && !confirmedOpen ? 'warn' : 'good';
    if (eyes.judgement === 'doubtful') return { tone, words: t('renewal.form.eyesDoubtful') };
    if (face.state === 'unavailable') return { tone, words: t('renewal.form.unexamined') };
    return { tone, words: t(asksEyes ? 'renewal.form.eyesUnseen' : 'renewal.form.good') };
  }
  return {
    remark: remark(),
    eyes: { openness: eyes?.openness ?? null, confirmedOpen },
    asksEyes,
    confirmEyes: (open) => setConfirmed(open ? photo : null),
  };
}
