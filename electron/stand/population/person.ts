/** The synthetic people of the stand and what the state knows of them. Nobody here exists. */
import type { DictionaryValue } from '../../../shared/domain/checking/document-content.ts';
import type { FieldValue } from '../../../shared/domain/checking/check-outcome.ts';
import type { RegisteredDocument } from '../../ports/checking/person-registry.ts';
import type { Pair } from '../../../shared/domain/localized.ts';

export interface StandDocument {
  /** Stable for a seed. */
  id: string;
  type: string;
  ownerIin: string;
  number: string;
  beginDate: string;
  endDate: string | null;
  status: DictionaryValue;
  invalidityDate: string | null;
  fields: Record<string, FieldValue>;
  /** Who besides the owner finds it in the own cabinet (352/НҚ п.14), with the relation. */
  representatives: { iin: string; relation: Pair }[];
  /** The rows of ГБД ФЛ about this document, each by what it says otherwise than the owner body; absent: one row that agrees. */
  registryRows?: Partial<Pick<RegisteredDocument, 'status' | 'endDate' | 'invalidityDate'>>[];
}

export interface StandPerson {
  iin: string;
  surname: string;
  name: string;
  patronymic: string | null;
  latin: { surname: string; name: string };
  sex: 'male' | 'female';
  birthDate: string;
  deathDate: string | null;
  /** Registered in БМГ, E.164; null where no number is registered. */
  phone: string | null;
  familyId: string;
  /** Parents whom the stand also has; null where the family tree ends. */
  motherIin: string | null;
  fatherIin: string | null;
  birthPlace: Pair;
  nationality: Pair;
  residence: Pair;
  /** Iin of the person the registry lists as spouse, rightly or (divorced, still listed) wrongly. */
  spouseIin: string | null;
  documents: StandDocument[];
  /** PNG or JPEG of who has one of the own; everybody else is drawn. */
  portrait?: Uint8Array;
  /** What this person is in the training for, shown on the phone's person picker: a hard case, or null. */
  trainingCase: { code: string; title: { kk: string; ru: string; en: string } } | null;
}

export interface Population {
  seed: number;
  people: StandPerson[];
  byIin(iin: string): StandPerson | undefined;
  byPhone(phone: string): StandPerson[];
}
