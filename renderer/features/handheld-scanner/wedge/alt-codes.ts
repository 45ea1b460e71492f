/**
 * Characters that a scanner types as Windows' Alt codes: Alt held down, digits of the number pad, Alt let go. It is the only
 * way a keyboard has for letters its layout lacks, and scanners use it for Cyrillic.
 */

const PAD = /^Numpad(\d)$/;
/** More digits are no character. */
const LONGEST = 7;

export const padDigit = (code: string): string | null => PAD.exec(code)?.[1] ?? null;

/**
 * @param digits as typed: a leading zero means the code page of Windows (1251 in Kazakhstan), none up to 255 the one of DOS
 * (866), anything larger the number of the character in Unicode
 * @returns null for digits that mean none
 */
export function altCharacter(digits: string): string | null {
  if (digits === '' || digits.length > LONGEST) return null;
  const number = Number(digits);
  if (number > 0x10_ffff || number === 0) return null;
  if (number > 255) return String.fromCodePoint(number);
  return new TextDecoder(digits.startsWith('0') ? 'windows-1251' : 'ibm866').decode(Uint8Array.of(number));
}
