/** The nine layers in the order they are judged; one that was not reached never looks like one that passed. */
import { Check, CircleDashed, CircleHelp, TriangleAlert, X } from 'lucide-react';
import type { Check as LayerCheck } from '../../../shared/domain/checking/check-outcome.ts';
import type { ReasonCode } from '../../../shared/domain/reason-code.ts';
import { CHECK_LAYERS } from '../../../shared/domain/checking/verdict.ts';
import { useReasonText } from '../../i18n/use-reason-text.ts';
import { useTexts } from '../../i18n/index.ts';
import './verdict.css';

const GLYPHS = {
  passed: Check,
  attention: TriangleAlert,
  failed: X,
  undetermined: CircleHelp,
  'not-reached': CircleDashed,
} as const;

interface LayerLadderProps {
  readonly checks: readonly LayerCheck[];
  /** Stands in the band with its reason; the ladder does not repeat it. */
  readonly headline: ReasonCode;
}

export function LayerLadder({ checks, headline }: LayerLadderProps) {
  const { t } = useTexts();
  const reasonText = useReasonText();
  return (
    <section className="card" aria-labelledby="layers-title">
      <h3 id="layers-title" className="card-title">
        {t('verdict.layers.title')}
      </h3>
      <ol className="ladder">
        {CHECK_LAYERS.map((layer) => {
          const check = checks.find((candidate) => candidate.layer === layer);
          const outcome = check?.outcome ?? 'not-reached';
          const Glyph = GLYPHS[outcome];
          const telling = check !== undefined && check.code !== headline && outcome !== 'passed' && outcome !== 'not-reached';
          return (
            <li key={layer} className={`rung rung-${outcome}`}>
              <Glyph size={16} strokeWidth={2.5} aria-hidden />
              <span className="rung-name">{t(`verdict.layers.${layer}`)}</span>
              <span className="rung-outcome">{t(`verdict.layers.outcome.${outcome}`)}</span>
              {telling ? <span className="rung-reason">{reasonText(check.code).title}</span> : null}
            </li>
          );
        })}
      </ol>
    </section>
  );
}
