/** Rules of the typed code: when it sends itself, where the cursor goes next, which keys are meant for it. */
import { isIin } from '../../../shared/domain/person/iin.ts';
import { isShortCode } from '../../../shared/domain/scanning/short-code.ts';
import { withoutSeparators } from '../../../shared/domain/scanning/typed-digits.ts';

interface Typed {
  readonly code: string;
  readonly iin: string;
  readonly needsIin: boolean;
  /** The field that changed. */
  readonly by: 'code' | 'iin';
}

export function codeEntryStep({ code, iin, needsIin, by }: Typed): 'send' | 'to-code' | 'to-iin' | 'stay' {
  const codeReady = isShortCode(withoutSeparators(code));
  const iinReady = !needsIin || isIin(withoutSeparators(iin));
  if (codeReady && iinReady) return 'send';
  if (by === 'iin' && iinReady) return 'to-code';
  if (by === 'code' && codeReady) return 'to-iin';
  return 'stay';
}

type Key = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'altKey' | 'metaKey' | 'defaultPrevented' | 'target'>;

/** A digit pressed while no field has the cursor belongs to the code: nobody should have to click first. */
export function strayDigit(event: Key): string | null {
  if (event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey) return null;
  if (!/^\d$/.test(event.key)) return null;
  const taken = event.target instanceof Element && event.target.closest('input, textarea, select, [role="dialog"]') !== null;
  return taken ? null : event.key;
}
