/** What the desk takes from a paper document that is scanned: whose it is, and nothing that would make it proof. */
import { isIin } from '../person/iin-digits.ts';
import { recogniseMrz } from './mrz.ts';

/**
 * The ИИН in a machine-readable zone or in the linear code of an old identity card; null for every other text, and for a zone
 * of another country. The Kazakh card carries it as the optional data of the first line (ICAO 9303-5 section 4.2), the
 * passport as the personal number (9303-4 section 4.2).
 */
export function iinOfPaper(payload: string): string | null {
  const text = payload.trim();
  if (isIin(text)) return text;
  const zone = text.replaceAll(/\s/g, '').toUpperCase();
  const format = recogniseMrz(zone);
  const found = format === 'TD1' ? zone.slice(15, 27) : format === 'TD3' ? zone.slice(72, 84) : '';
  return isIin(found) ? found : null;
}
