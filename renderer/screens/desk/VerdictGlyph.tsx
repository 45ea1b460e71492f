/** The glyph of a verdict: four outlines that no printer, screen or eye confuses. */
import type { Verdict } from '../../../shared/domain/checking/verdict.ts';

const OUTLINES: Record<Verdict, { readonly frame: string; readonly sign: string }> = {
  valid: { frame: 'M24 3a21 21 0 1 0 0 42a21 21 0 1 0 0-42z', sign: 'M14 25l7 7l14-15' },
  'valid-with-attention': { frame: 'M24 4L46 43H2z', sign: 'M24 18v12M24 36v.5' },
  'not-valid': { frame: 'M15 3h18l12 12v18L33 45H15L3 33V15z', sign: 'M16 16l16 16M32 16L16 32' },
  'cannot-determine': { frame: 'M24 2l22 22l-22 22L2 24z', sign: 'M18.5 19.5a5.5 5.5 0 1 1 8 4.9c-1.7.9-2.5 1.9-2.5 3.6M24 33v.5' },
};

export function VerdictGlyph({ verdict, size }: { readonly verdict: Verdict; readonly size: number }) {
  const { frame, sign } = OUTLINES[verdict];
  return (
    <svg className="verdict-glyph" width={size} height={size} viewBox="0 0 48 48" aria-hidden="true">
      <path className="verdict-glyph-frame" d={frame} />
      <path className="verdict-glyph-sign" d={sign} />
    </svg>
  );
}
