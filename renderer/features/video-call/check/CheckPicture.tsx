/** One's own picture before a call; in its place, where there is none, why and what to do now. */
import { CameraOff, LockKeyhole, MicOff, MonitorX } from 'lucide-react';
import { CALL_TEXTS } from '../texts.ts';
import type { Language } from '../../../../shared/domain/localized.ts';
import type { MediaProblem } from '../devices/media-problem.ts';
import { LiveVideo } from '../LiveVideo.tsx';
import type { MediaCheck } from './use-media-check.ts';

const GLYPHS = { refused: LockKeyhole, 'no-camera': CameraOff, 'no-microphone': MicOff, busy: MonitorX } as const satisfies Record<MediaProblem, unknown>;

export function CheckPicture({ check, language }: { readonly check: MediaCheck; readonly language: Language }) {
  const say = CALL_TEXTS[language].check;
  if (check.state === 'failed') {
    const Glyph = GLYPHS[check.problem];
    const { title, next } = say.problem[check.problem];
    return (
      <div className="call-check-picture call-check-missing" role="alert">
        <Glyph size={44} strokeWidth={1.5} aria-hidden />
        <p className="call-check-title">{title}</p>
        <p>{next}</p>
      </div>
    );
  }
  if (check.stream === null) {
    return (
      <div className="call-check-picture call-check-missing" role="status">
        <p>{say.opening}</p>
      </div>
    );
  }
  return <LiveVideo stream={check.stream} label={say.ownPicture} className="call-check-picture" mirrored />;
}
