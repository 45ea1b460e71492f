/** ГБД ФЛ through ШЭП, with the consent token of КДП that the opened access entitles to. */
import type { DictionaryValue } from '../../shared/domain/document-content.ts';
import type { Result } from '../../shared/util/result.ts';
import type { RequestContext } from './document-access.ts';
import type { ServiceFailure } from './service-failure.ts';

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
  birthDate: string;
  deathDate: string | null;
  lifeStatus: DictionaryValue;
  /** Inactive and duplicate rows included, as the registry gives them. */
  documents: RegisteredDocument[];
}

export interface PersonRegistry {
  lookUp(
    iin: string,
    accessId: string,
    context: RequestContext,
  ): Promise<Result<PersonRecord, { code: 'person-unknown'; detail: null } | ServiceFailure>>;
}
