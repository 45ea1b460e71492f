/** Four slots in a fixed order, one lit: the verdict by position alone. */
import { type Verdict, VERDICTS } from '../../../shared/domain/checking/verdict.ts';
import { VerdictGlyph } from './VerdictGlyph.tsx';

export function VerdictSlots({ verdict }: { readonly verdict: Verdict }) {
  return (
    <div className="verdict-slots" aria-hidden="true">
      {VERDICTS.map((option) => (
        <span key={option} className={option === verdict ? 'verdict-slot verdict-slot-lit' : 'verdict-slot'}>
          <VerdictGlyph verdict={option} size={18} />
        </span>
      ))}
    </div>
  );
}
