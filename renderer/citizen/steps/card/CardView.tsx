/** The table as the camera sees it: the frame the card belongs into, the card where it was found, and one piece of advice at a time. */
import type { RefCallback } from 'react';
import type { CardProgress } from '../../../features/identification/index.ts';
import { useTexts } from '../../texts/index.ts';

interface CardViewProps {
  readonly show: RefCallback<HTMLVideoElement>;
  /** Of the picture of the camera, in its points; null before it plays. */
  readonly size: { readonly width: number; readonly height: number } | null;
  readonly progress: CardProgress | null;
}

/** Proportions of ID-1 (ISO/IEC 7810), and the share of the width the engine looks into where it finds no edges. */
const CARD_ASPECT = 85.6 / 53.98;
const GUIDE_SHARE = 110 / 160;

export function CardView({ show, size, progress }: CardViewProps) {
  const { t } = useTexts();
  const { width, height } = size ?? { width: 1280, height: 720 };
  const across = width * GUIDE_SHARE;
  const down = across / CARD_ASPECT;
  const { quad, advice } = progress ?? { quad: null, advice: null };
  return (
    <>
      <div className="citizen-lens citizen-table">
        <video ref={show} className="citizen-film" muted playsInline aria-label={t('welcome.cameraPreview')} />
        <svg className="citizen-oval citizen-guide" viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
          <rect x={(width - across) / 2} y={(height - down) / 2} width={across} height={down} rx={width / 50} className="citizen-oval-line" />
          {quad === null ? null : <polygon points={quad.map((corner) => corner.join(',')).join(' ')} className={advice === null ? 'citizen-quad good' : 'citizen-quad'} />}
        </svg>
      </div>
      <p className="citizen-advice" role="status">
        {advice === null ? null : t(`card.advice.${advice}`)}
      </p>
    </>
  );
}
