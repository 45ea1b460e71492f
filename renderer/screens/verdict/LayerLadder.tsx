/** The nine layers in the order they are judged; one that was not reached never looks like one that passed. */
import type { Check as LayerCheck } from '../../../shared/domain/checking/check-outcome.ts';
import type { ReasonCode } from '../../../shared/domain/reason-code.ts';
import { CHECK_LAYERS } from '../../../shared/domain/checking/verdict.ts';
import { useReasonText } from '../../i18n/use-reason-text.ts';
import { useTexts } from '../../i18n/index.ts';
import { Rung } from './Rung.tsx';
import './verdict.css';

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
          const telling = check !== undefined && check.code !== headline && outcome !== 'passed' && outcome !== 'not-reached';
          return <Rung key={layer} layer={layer} outcome={outcome} reason={telling ? reasonText(check.code).title : undefined} />;
        })}
      </ol>
    </section>
  );
}
