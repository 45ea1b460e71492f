/** The verdict: word, glyph, colour, pattern and slot, with the reason and what the operator does next. */
import { inLanguage } from '../../../shared/domain/localized.ts';
import type { CheckOutcome } from '../../../shared/domain/checking/check-outcome.ts';
import { useReasonText } from '../../i18n/use-reason-text.ts';
import { useTexts } from '../../i18n/index.ts';
import { bandWords } from './band-words.ts';
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
  const words = bandWords(outcome, attested);
  const next = { 'compare-face': t('verdict.compareFace'), 'compare-elsewhere': t('verdict.compareElsewhere'), 'of-reason': text.next, none: null }[
    words.next
  ];

  const word = t(`verdict.word.${words.word}`);
  const document = outcome.document === null ? t('verdict.document.nothing') : inLanguage(outcome.document.title, language);
  return (
    <section className={`band band-${outcome.verdict}`} aria-labelledby="verdict-word">
      <VerdictGlyph verdict={outcome.verdict} size={72} />
      <div className="band-words">
        <h2 id="verdict-word" className="band-word">
          {word}
        </h2>
        <p className="band-meaning">{t(`verdict.meaning.${words.meaning}`)}</p>
      </div>
      <div className="band-reason">
        <p className="band-title">
          {text.title} <span className="band-code">{t('verdict.code', { code: outcome.headline })}</span>
        </p>
        <p className="band-text">{text.reason}</p>
        {next === null ? null : (
          <p className="band-text">
            <span className="band-label">{t('verdict.next')}:</span> {next}
          </p>
        )}
      </div>
      <VerdictSlots verdict={outcome.verdict} />
      {/* The one announcement; the focus stays where the operator types. */}
      <p className="visually-hidden" role="alert">
        {t('verdict.announce', { word, document, reason: text.reason, next: next ?? '' })}
      </p>
    </section>
  );
}
