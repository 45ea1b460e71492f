/** The three comparisons of faces in a call, each with its distance and what the policy makes of it. */
import type { CallFace, CallSupport } from '../../../../shared/domain/call/call-support.ts';
import { useTexts } from '../../../i18n/index.ts';
import { Badge } from '../../../ui/Badge.tsx';

const TONE = { match: 'good', moderation: 'warn', mismatch: 'bad', retake: 'neutral' } as const;

const decimal = (milli: number): string => (milli / 1000).toFixed(2);

export function FaceSignals({ faces, thresholds: { matchMilli, doubtMilli } }: Pick<CallSupport, 'faces' | 'thresholds'>) {
  const { t } = useTexts();
  const badge = (face: CallFace) =>
    face.state === 'compared' ? (
      <Badge tone={TONE[face.outcome]}>{t(`cases.faces.outcome.${face.outcome}`)}</Badge>
    ) : (
      <Badge tone={face.state === 'several-faces' ? 'warn' : 'neutral'}>{t(`calls.signals.face.${face.state}`)}</Badge>
    );
  return (
    <>
      <h3 className="call-part">{t('calls.signals.faces')}</h3>
      <ul className="signal-list">
        {faces.map((face) => (
          <li key={face.pair}>
            <span>{t(`calls.signals.pair.${face.pair}`)}</span>
            {badge(face)}
            {face.state === 'compared' ? (
              <span className="signal-why soft">
                {t('calls.signals.faceWhy', { distance: decimal(face.distanceMilli), match: decimal(matchMilli), doubt: decimal(doubtMilli) })}
              </span>
            ) : null}
          </li>
        ))}
      </ul>
    </>
  );
}
