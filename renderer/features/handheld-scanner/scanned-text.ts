/** What a scanner read, without what it was set to add. */
import type { HandheldProfile } from '../../../shared/domain/handheld-profile.ts';

/** AIM symbology identifiers (ISO/IEC 15424): `]`, the symbology, a digit; `]Q1` for a QR code. No payload of ours begins so. */
const AIM_IDENTIFIER = /^\][A-Za-z][0-9A-Z]/;

export function scannedText(typed: string, { prefix, suffix, swapsCase }: HandheldProfile): string {
  const before = prefix !== '' && typed.startsWith(prefix) ? typed.slice(prefix.length) : typed;
  const within = suffix !== '' && before.endsWith(suffix) ? before.slice(0, -suffix.length) : before;
  const text = within.replace(AIM_IDENTIFIER, '');
  return swapsCase ? withSwappedCase(text) : text;
}

export function withSwappedCase(text: string): string {
  return Array.from(text, (character) => {
    const lower = character.toLowerCase();
    return character === lower ? character.toUpperCase() : lower;
  }).join('');
}
