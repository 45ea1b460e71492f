/** ГБД ФЛ through ШЭП, with a consent token of КДП: by the access the person opened, or by their answer to an SMS. */
import type { DictionaryValue } from '../../../shared/domain/checking/document-content.ts';
import type { Result } from '../../../shared/util/result.ts';
import type { RequestContext } from './document-access.ts';
import type { ServiceFailure } from '../service-failure.ts';

export interface RegisteredDocument {
  type: DictionaryValue;
  /** Leading zeros kept. */
  number: string;
  beginDate: string;
  endDate: string | null;
  status: DictionaryValue;
  invalidityDate: string | null;
}

export interface PersonRecord {
  iin: string;
  surname: string | null;
  name: string | null;
  patronymic: string | null;
  /** The registry's own spelling in Latin letters, which follows no rule (its holder may have asked for it); not every row has one. */
  latin?: { surname: string; name: string };
  birthDate: string;
  deathDate: string | null;
  lifeStatus: DictionaryValue;
  /** Inactive and duplicate rows included, as the registry gives them. */
  documents: RegisteredDocument[];
}

export type PersonRegistryFailure =
  | { code: 'person-unknown'; detail: null }
  /** КДП asks the person by SMS: not answered yet, so that the same access may be shown again later; or answered no. */
  | { code: 'registry-consent-waiting' | 'registry-consent-refused'; detail: string }
  | ServiceFailure;

export interface PersonRegistry {
  lookUp(
    iin: string,
    accessId: string,
    context: RequestContext,
  ): Promise<Result<PersonRecord, PersonRegistryFailure>>;
}
