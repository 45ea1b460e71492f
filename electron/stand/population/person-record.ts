/** What ГБД ФЛ answers about a person of the stand. */
import type { DictionaryValue } from '../../../shared/domain/checking/document-content.ts';
import type { PersonRecord, RegisteredDocument } from '../../ports/checking/person-registry.ts';
import type { StandDocument, StandPerson } from './person.ts';

/** ГБД ФЛ lists identity documents only; the other types live in the registers of their owner bodies. */
const REGISTERED_TYPES: Readonly<Record<string, DictionaryValue>> = {
  identity_card: { code: '002', nameRu: 'УДОСТОВЕРЕНИЕ РК', nameKz: 'ҚР ЖЕКЕ КУӘЛІГІ' },
};

const LIVING: DictionaryValue = { code: '0', nameRu: 'НОРМАЛЬНЫЙ', nameKz: 'ҚАЛЫПТЫ' };
/** The register's own code for the dead is not public; this one is the stand's. */
const DEAD: DictionaryValue = { code: '1', nameRu: 'УМЕРШИЙ', nameKz: 'ҚАЙТЫС БОЛҒАН' };

export function personRecord(person: StandPerson): PersonRecord {
  return {
    iin: person.iin,
    latin: person.latin,
    surname: person.surname,
    name: person.name,
    patronymic: person.patronymic,
    birthDate: person.birthDate,
    deathDate: person.deathDate,
    lifeStatus: person.deathDate === null ? LIVING : DEAD,
    documents: person.documents.flatMap(registeredRows),
  };
}

function registeredRows(document: StandDocument): RegisteredDocument[] {
  const type = REGISTERED_TYPES[document.type];
  if (type === undefined) return [];
  const agreeing: RegisteredDocument = {
    type,
    number: document.number,
    beginDate: document.beginDate,
    endDate: document.endDate,
    status: document.status,
    invalidityDate: document.invalidityDate,
  };
  return (document.registryRows ?? [{}]).map((difference) => Object.assign({}, agreeing, difference));
}
