/** Machine-readable zones of cards of nobody, their check digits right (ICAO 9303-5, section 4.2). */
import type { ZoneLines } from '../../../../shared/domain/call/call-support.ts';
import { mrzCheckDigit } from '../../../../shared/domain/scanning/mrz.ts';

export const TODAY = '2026-11-22';

export function zoneOf({ iin = '900101300017', expires = '310505' }: { iin?: string; expires?: string } = {}): ZoneLines {
  const number = '012345678';
  const upper = `IDKAZ${number}${mrzCheckDigit(number)}${iin}<<<`;
  const [birth, end] = [`900101${mrzCheckDigit('900101')}`, `${expires}${mrzCheckDigit(expires)}`];
  const composite = mrzCheckDigit(`${upper.slice(5)}${birth}${end}${'<'.repeat(11)}`);
  return [upper, `${birth}M${end}KAZ${'<'.repeat(11)}${composite}`, 'SYNTHETIC<<PERSON'.padEnd(30, '<')];
}
