/** The verdict: word, glyph, colour, pattern and slot, with the reason and what the operator does next. */
import { useEffect, useRef } from 'react';
import { inLanguage } from '../../../shared/domain/localized.ts';
import type { CheckOutcome } from '../../../shared/domain/check-outcome.ts';
import { useReasonText } from '../../i18n/use-reason-text.ts';
import { useTexts } from '../../i18n/index.ts';
import { VerdictGlyph } from './VerdictGlyph.tsx';
import { VerdictSlots } from './VerdictSlots.tsx';

interface VerdictBandProps {
  readonly outcome: CheckOutcome;
  /** The operator has found the face to be the same. */
  readonly attested: boolean;
}

export function VerdictBand({ outcome, attested }: VerdictBandProps) {
  const { t, language } = useTexts();
  const text = useReasonText()(outcome.headline);
  // What follows a good document is the look at the person, whatever the layer that spoke last has to say.
  const next = outcome.verdict === 'valid' && outcome.document !== null ? t('verdict.compareFace') : text.next;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);

  const word = t(`verdict.word.${outcome.verdict}`);
  const document = outcome.document === null ? t('verdict.document.nothing') : inLanguage(outcome.document.title, language);
  return (
    <section className={`band band-${outcome.verdict}`} aria-labelledby="verdict-word">
      <VerdictGlyph verdict={outcome.verdict} size={72} />
      <div className="band-words">
        <h2 id="verdict-word" className="band-word" tabIndex={-1} ref={heading}>
          {word}
        </h2>
        <p className="band-meaning">{attested ? t('verdict.face.attested') : t(`verdict.meaning.${outcome.verdict}`)}</p>
      </div>
      <div className="band-reason">
        <p className="band-title">
          {text.title} <span className="band-code">{t('verdict.code', { code: outcome.headline })}</span>
        </p>
        <p className="band-text">{text.reason}</p>
        {attested ? null : (
          <p className="band-text">
            <span className="band-label">{t('verdict.next')}:</span> {next}
          </p>
        )}
      </div>
      <VerdictSlots verdict={outcome.verdict} />
      <p className="visually-hidden" role="alert">
        {t('verdict.announce', { word, document, reason: text.reason, next })}
      </p>
    </section>
  );
}
