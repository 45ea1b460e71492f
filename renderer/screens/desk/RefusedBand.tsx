/** After the operator's own refusal: a good document must not go on shining green over it. */
import type { FaceRefusal } from '../../../shared/domain/checking/face-decision.ts';
import { useTexts } from '../../i18n/index.ts';
import { VerdictGlyph } from './VerdictGlyph.tsx';

export function RefusedBand({ reason }: { readonly reason: FaceRefusal }) {
  const { t } = useTexts();
  return (
    <section className="band band-not-valid" role="alert">
      <VerdictGlyph verdict="not-valid" size={72} />
      <div className="band-words">
        <h2 className="band-word">{t('verdict.face.refused')}</h2>
        <p className="band-meaning">{t(`verdict.face.reason.${reason}`)}</p>
      </div>
      <div className="band-reason">
        <p className="band-text">
          <span className="band-label">{t('verdict.next')}:</span> {t(`verdict.face.after.${reason}`)}
        </p>
      </div>
    </section>
  );
}
