/** What a list of names must hold for people to be named from it by family. */
import type { Pair } from '../../../shared/domain/localized.ts';

export interface Surname {
  male: string;
  female: string;
  latinMale: string;
  latinFemale: string;
}

export interface GivenName {
  name: string;
  latin: string;
}

export interface NameBook {
  surnames: readonly Surname[];
  men: readonly GivenName[];
  women: readonly GivenName[];
  patronymic(father: string, sex: 'male' | 'female'): string;
  nationality: Pair;
}
