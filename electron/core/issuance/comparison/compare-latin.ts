/** The names of the machine-readable zone against the register's own Latin spelling: the letters of a forged zone are made up, the register's are not. */
import type { ComparedField } from '../../../../shared/domain/issuance/case-desk.ts';

interface LatinNames {
  surname: string;
  name: string;
}

/** A zone of thirty places cuts long names off (ICAO 9303-5, 4.2.3): what is there must be how the register begins. */
export function compareLatin(zone: LatinNames | null, registered: LatinNames | null): ComparedField[] {
  return (['surname', 'name'] as const).map((part) => {
    const [onCard, known] = [zone?.[part] ?? null, registered?.[part] ?? null];
    const comparison = onCard === null || letters(onCard) === '' ? 'unread' : known === null ? 'not-registered' : letters(known).startsWith(letters(onCard)) ? 'equal' : 'different';
    return { field: part === 'surname' ? 'latinSurname' : 'latinName', onCard, registered: known, comparison, corrected: false };
  });
}

/** The zone knows letters only: hyphens, spaces and apostrophes are fillers or nothing in it. */
const letters = (name: string): string => name.toUpperCase().replaceAll(/[^A-Z]/g, '');
