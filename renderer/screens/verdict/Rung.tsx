/** One layer of a check: how it came out as glyph and word, and the reason where nothing else on the screen says it. */
import { Check, CircleDashed, CircleHelp, TriangleAlert, X } from 'lucide-react';
import type { CheckLayer, LayerOutcome } from '../../../shared/domain/checking/verdict.ts';
import { useTexts } from '../../i18n/index.ts';
import './verdict.css';

const GLYPHS = { passed: Check, attention: TriangleAlert, failed: X, undetermined: CircleHelp, 'not-reached': CircleDashed } as const;

interface RungProps {
  readonly layer: CheckLayer;
  readonly outcome: LayerOutcome;
  readonly reason?: string | undefined;
}

export function Rung({ layer, outcome, reason }: RungProps) {
  const { t } = useTexts();
  const Glyph = GLYPHS[outcome];
  return (
    <li className={`rung rung-${outcome}`}>
      <Glyph size={16} strokeWidth={2.5} aria-hidden />
      <span className="rung-name">{t(`verdict.layers.${layer}`)}</span>
      <span className="rung-outcome">{t(`verdict.layers.outcome.${outcome}`)}</span>
      {reason === undefined ? null : <span className="rung-reason">{reason}</span>}
    </li>
  );
}
