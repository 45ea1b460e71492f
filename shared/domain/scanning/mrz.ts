/** Tells a machine-readable zone of a card (TD1) or a passport (TD3) from other texts, by its check digits (ICAO 9303-3 section 4.9). */

const WEIGHTS = [7, 3, 1];
const TD1 = /^[AIC][A-Z0-9<]{89}$/;
const TD3 = /^P[A-Z0-9<]{87}$/;

/** ICAO 9303-3: digits as they are, A–Z as 10–35, the filler `<` as 0; weights 7, 3, 1. */
export function mrzCheckDigit(text: string): string {
  let sum = 0;
  for (let i = 0; i < text.length; i += 1) {
    const character = text[i]!;
    sum += (character === '<' ? 0 : Number.parseInt(character, 36)) * WEIGHTS[i % 3]!;
  }
  return String(sum % 10);
}

/** The form of the zone when its structure and every compulsory check digit are right, else null. */
export function recogniseMrz(text: string): 'TD1' | 'TD3' | null {
  const zone = text.replaceAll(/[\s]/g, '').toUpperCase();
  if (TD1.test(zone) && td1Holds(zone)) return 'TD1';
  if (TD3.test(zone) && td3Holds(zone)) return 'TD3';
  return null;
}

/** ICAO 9303-5 section 4.2: number, birth, expiry and the composite over both lines. */
function td1Holds(zone: string): boolean {
  const upper = zone.slice(0, 30);
  const middle = zone.slice(30, 60);
  return (
    mrzCheckDigit(upper.slice(5, 14)) === upper[14] &&
    mrzCheckDigit(middle.slice(0, 6)) === middle[6] &&
    mrzCheckDigit(middle.slice(8, 14)) === middle[14] &&
    mrzCheckDigit(upper.slice(5, 30) + middle.slice(0, 7) + middle.slice(8, 15) + middle.slice(18, 29)) === middle[29]
  );
}

/** ICAO 9303-4 section 4.2: as above; the digit of an empty personal number may be a filler, so the composite covers it. */
function td3Holds(zone: string): boolean {
  const lower = zone.slice(44);
  return (
    mrzCheckDigit(lower.slice(0, 9)) === lower[9] &&
    mrzCheckDigit(lower.slice(13, 19)) === lower[19] &&
    mrzCheckDigit(lower.slice(21, 27)) === lower[27] &&
    mrzCheckDigit(lower.slice(0, 10) + lower.slice(13, 20) + lower.slice(21, 43)) === lower[43]
  );
}
