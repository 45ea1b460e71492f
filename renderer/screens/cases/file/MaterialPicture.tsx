/** A picture of the case, fetched by its hash and painted on a canvas: no address of it ever exists that could be kept. */
import { ImageOff } from 'lucide-react';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import type { CaseMaterial } from '../../../../shared/domain/issuance/case-desk.ts';
import { useHost } from '../../../host/index.ts';
import { useTexts } from '../../../i18n/index.ts';

interface MaterialPictureProps {
  readonly caseId: string;
  readonly material: CaseMaterial | undefined;
  readonly label: string;
  /** Told once the picture is on the screen, or could not be had. */
  readonly onSettled?: (sha256: string, shown: boolean) => void;
}

export function MaterialPicture({ caseId, material, label, onSettled }: MaterialPictureProps) {
  const { t } = useTexts();
  const host = useHost();
  const canvas = useRef<HTMLCanvasElement>(null);
  const [state, setState] = useState<'loading' | 'shown' | 'absent'>('loading');
  const { sha256, mediaType } = material ?? {};
  const tell = useEffectEvent((hash: string, shown: boolean) => onSettled?.(hash, shown));

  useEffect(() => {
    const target = canvas.current;
    if (sha256 === undefined || target === null) return undefined;
    let current = true;
    const paint = async (): Promise<boolean> => {
      const answer = await host.issuance.material({ caseId, sha256 });
      if (!answer.ok || answer.value === null) return false;
      const bitmap = await createImageBitmap(new Blob([answer.value], mediaType === undefined ? {} : { type: mediaType }));
      if (current) {
        target.width = bitmap.width;
        target.height = bitmap.height;
        target.getContext('2d')?.drawImage(bitmap, 0, 0);
      }
      bitmap.close();
      return true;
    };
    const settle = (painted: boolean): void => {
      if (!current) return;
      setState(painted ? 'shown' : 'absent');
      tell(sha256, painted);
    };
    paint().then(settle, () => settle(false));
    return () => {
      current = false;
      target.width = 0;
    };
  }, [host, caseId, sha256, mediaType]);

  const missing = material === undefined || state === 'absent';
  return (
    <div className="material">
      {missing ? (
        <div className="material-none">
          <ImageOff size={32} strokeWidth={1.25} aria-hidden />
          <p className="soft small">{t('cases.faces.absent')}</p>
        </div>
      ) : (
        <canvas ref={canvas} className="material-canvas" role="img" aria-label={state === 'shown' ? label : t('cases.faces.loading')} aria-busy={state === 'loading'} />
      )}
    </div>
  );
}
