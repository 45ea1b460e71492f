/** What a scanner read, without what it was set to add. */
import type { HandheldProfile } from '../../../../shared/domain/scanning/handheld-profile.ts';

/** AIM symbology identifiers (ISO/IEC 15424): `]`, the symbology, a digit; learned as `]Q1` from a QR code, `]A0` before a Code 39. */
const AIM_IDENTIFIER = /\][A-Za-z]\d$/;

export function scannedText(typed: string, { prefix, suffix, swapsCase }: HandheldProfile): string {
  const before = startsAs(typed, prefix) ? typed.slice(prefix.length) : typed;
  const within = suffix !== '' && before.endsWith(suffix) ? before.slice(0, -suffix.length) : before;
  return swapsCase ? withSwappedCase(within) : within;
}

function startsAs(typed: string, prefix: string): boolean {
  if (typed.startsWith(prefix)) return true;
  const start = typed.slice(0, prefix.length);
  return AIM_IDENTIFIER.test(prefix) && AIM_IDENTIFIER.test(start) && start.slice(0, -3) === prefix.slice(0, -3);
}

export function withSwappedCase(text: string): string {
  return Array.from(text, (character) => {
    const lower = character.toLowerCase();
    return character === lower ? character.toUpperCase() : lower;
  }).join('');
}
