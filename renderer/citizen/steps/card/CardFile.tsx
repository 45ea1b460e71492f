/** One side of the card from a file of the citizen, made into the picture the portal takes. */
import { Upload } from 'lucide-react';
import { useId, useState } from 'react';
import type { CardSide } from '../../../features/identification/index.ts';
import { Notice } from '../../../ui/Notice.tsx';
import { fileToJpeg, type PictureFault } from '../../camera/to-jpeg.ts';
import { useTexts } from '../../texts/index.ts';

interface CardFileProps {
  readonly side: CardSide;
  readonly onPicture: (jpeg: Uint8Array<ArrayBuffer>) => void;
}

export function CardFile({ side, onPicture }: CardFileProps) {
  const { t } = useTexts();
  const [fault, setFault] = useState<PictureFault | null>(null);
  const id = useId();
  async function read(file: File | undefined): Promise<void> {
    if (file === undefined) return;
    const jpeg = await fileToJpeg(file);
    setFault(jpeg.ok ? null : jpeg.failure);
    if (jpeg.ok) onPicture(jpeg.value);
  }
  return (
    <>
      <span className="citizen-file">
        <input id={id} type="file" accept="image/jpeg,image/png,image/webp" aria-describedby={`${id}-hint`} onChange={(event) => void read(event.target.files?.[0])} />
        <label htmlFor={id}>
          <Upload size={20} aria-hidden /> {t('card.byFile')}
          <span className="visually-hidden">: {t(`card.${side}`)}</span>
        </label>
      </span>
      <span id={`${id}-hint`} className="soft">
        {t('card.fileHint')}
      </span>
      {fault === null ? null : (
        <Notice tone="bad" role="alert">
          {t(`card.${fault}`)}
        </Notice>
      )}
    </>
  );
}
