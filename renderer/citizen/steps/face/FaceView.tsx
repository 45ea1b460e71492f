/** The citizen as the camera sees them, mirrored, with the oval the face belongs into and one instruction at a time. */
import { ArrowDown, ArrowLeft, ArrowRight, ArrowUp, Eye } from 'lucide-react';
import type { RefCallback } from 'react';
import type { LivenessChallenge } from '../../../../shared/domain/identification/identification.ts';
import { useTexts } from '../../texts/index.ts';

/** Directions are the person's own; mirrored, the left of the person is the left of the picture. */
const SIGNS = { 'turn-left': ArrowLeft, 'turn-right': ArrowRight, 'chin-up': ArrowUp, 'chin-down': ArrowDown, blink: Eye } as const;

interface FaceViewProps {
  readonly show: RefCallback<HTMLVideoElement>;
  /** What to do now; read aloud by a screen reader when it changes. */
  readonly instruction: string;
  /** What keeps it from working; null while nothing does. */
  readonly advice: string | null;
  readonly challenge: LivenessChallenge | null;
  /** 0–1 of what is asked for just now. */
  readonly done: number;
}

export function FaceView({ show, instruction, advice, challenge, done }: FaceViewProps) {
  const { t } = useTexts();
  const Sign = challenge === null ? null : SIGNS[challenge];
  return (
    <div className="citizen-face">
      <div className="citizen-lens">
        <video ref={show} className="citizen-film mirrored" muted playsInline aria-label={t('welcome.cameraPreview')} />
        <svg className="citizen-oval" viewBox="0 0 160 120" aria-hidden="true">
          <ellipse cx="80" cy="60" rx="32" ry="44" pathLength="100" className="citizen-oval-line" />
          <ellipse cx="80" cy="60" rx="32" ry="44" pathLength="100" className="citizen-oval-done" strokeDasharray={`${Math.round(done * 100)} 100`} />
        </svg>
        {Sign === null ? null : (
          <span className="citizen-sign">
            <Sign size={56} strokeWidth={2.5} aria-hidden />
          </span>
        )}
      </div>
      <p className="citizen-instruction" role="alert">
        {instruction}
      </p>
      <p className="citizen-advice" role="status">
        {advice}
      </p>
    </div>
  );
}
