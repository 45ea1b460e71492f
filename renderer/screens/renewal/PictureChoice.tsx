/** A picture the operator chooses, shown as it will be sent, with what is said of it beside it. */
import { ImageUp } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { FileTrigger } from 'react-aria-components';
import { useTexts } from '../../i18n/index.ts';
import { Button } from '../../ui/Button.tsx';
import type { ChosenPicture, Remark } from './chosen-picture.ts';
import type { Luma, PictureAdvice } from './judge-picture.ts';
import { readPicture } from './read-picture.ts';

interface PictureChoiceProps {
  readonly kind: 'photo' | 'signature';
  readonly judge: (picture: Luma) => PictureAdvice | null;
  readonly picture: ChosenPicture;
  /** Of a picture whose own gates it passed. */
  readonly remark: Remark;
  readonly onChoose: (picture: ChosenPicture) => void;
}

export function PictureChoice({ kind, judge, picture, remark, onChoose }: PictureChoiceProps) {
  const { t } = useTexts();
  const canvas = useRef<HTMLCanvasElement>(null);
  const bitmap = picture !== null && 'bitmap' in picture ? picture.bitmap : null;
  useEffect(() => {
    if (bitmap === null || canvas.current === null) return;
    canvas.current.width = bitmap.width;
    canvas.current.height = bitmap.height;
    canvas.current.getContext('2d')?.drawImage(bitmap, 0, 0);
  }, [bitmap]);
  const said: Remark = picture === null || picture.advice === null ? remark : { tone: 'bad', words: t(`renewal.form.advice.${picture.advice}`) };
  const take = (files: FileList | null) => {
    const file = files?.[0];
    if (file !== undefined) void readPicture(file, judge).then(onChoose);
  };
  return (
    <div className="field renewal-picture">
      <span className="field-label" id={`renewal-${kind}`}>
        {t(`renewal.form.${kind}`)}
      </span>
      <p className="soft small">{t(`renewal.form.${kind}Hint`)}</p>
      <div className="renewal-chosen">
        {bitmap === null ? null : <canvas ref={canvas} className={`renewal-${kind}`} role="img" aria-label={t('renewal.form.picture', { name: picture?.name ?? '' })} />}
        <FileTrigger acceptedFileTypes={['image/jpeg', 'image/png']} onSelect={take}>
          <Button icon={<ImageUp size={18} aria-hidden />} aria-describedby={`renewal-${kind}`}>
            {t('renewal.form.choose')}
          </Button>
        </FileTrigger>
        {picture === null ? null : (
          <p role="status" className={`renewal-${said.tone}`}>
            {said.words}
          </p>
        )}
      </div>
    </div>
  );
}
