/** The portrait out of the signed content, painted on a canvas: no address of it ever exists that could be kept. */
import { ImageOff } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import type { DocumentView } from '../../../shared/domain/checking/check-outcome.ts';
import { useTexts } from '../../i18n/index.ts';

export function Photo({ photo }: { readonly photo: DocumentView['photo'] }) {
  const { t } = useTexts();
  const canvas = useRef<HTMLCanvasElement>(null);
  const [readable, setReadable] = useState(true);
  useEffect(() => {
    const target = canvas.current;
    if (photo === null || target === null) return undefined;
    let current = true;
    createImageBitmap(new Blob([photo.bytes.slice()], { type: photo.mime })).then(
      (bitmap) => {
        if (!current) return bitmap.close();
        target.width = bitmap.width;
        target.height = bitmap.height;
        target.getContext('2d')?.drawImage(bitmap, 0, 0);
        bitmap.close();
      },
      () => setReadable(false),
    );
    return () => {
      current = false;
      target.width = 0;
    };
  }, [photo]);

  if (photo === null || !readable) {
    return (
      <div className="photo photo-none">
        <ImageOff size={40} strokeWidth={1.25} aria-hidden />
        <p>{t('verdict.document.noPhoto')}</p>
        <p className="soft small">{t('verdict.document.noPhotoText')}</p>
      </div>
    );
  }
  return <canvas ref={canvas} className="photo" role="img" aria-label={t('verdict.document.photo')} />;
}
