/** `GBDFLUniversal_token`: one person of ГБД ФЛ by ИИН, with all documents the registry knows, dead ones included. */
import type { DictionaryValue } from '../../../shared/domain/checking/document-content.ts';
import type { PersonRecord, RegisteredDocument } from '../../ports/checking/person-registry.ts';
import { GBDFL, XSI } from './namespaces.ts';
import { childElements, childText, element, onlyChild, type Element, type Markup } from './xml.ts';

export const PERSON_SERVICE = 'GBDFLUniversal_token';
export const MESSAGE_PROCESSED = '00000';

export interface PersonRequest {
  iin: string;
  kdpToken: string;
  publicKey: string;
}

export interface PersonAnswer {
  resultCode: string;
  persons: PersonRecord[];
}

export function writePersonRequest(request: PersonRequest): Markup {
  return element(
    'data',
    [
      element('iin', request.iin),
      element('kdpToken', request.kdpToken),
      element('publicKey', request.publicKey),
    ],
    { 'xmlns:gbdfl': GBDFL, 'xsi:type': 'gbdfl:Request' },
  );
}

export function readPersonRequest(fields: Element): PersonRequest | null {
  const iin = childText(fields, 'iin');
  const kdpToken = childText(fields, 'kdpToken');
  const publicKey = childText(fields, 'publicKey');
  return iin === null || kdpToken === null || publicKey === null ? null : { iin, kdpToken, publicKey };
}

export function writePersonAnswer(answer: PersonAnswer): Markup {
  return element(
    'data',
    [
      element('messageResult', [element('code', answer.resultCode)]),
      element('persons', answer.persons.map(writePerson)),
    ],
    // Declared here too: this element also travels as a string, on its own.
    { 'xmlns:gbdfl': GBDFL, 'xmlns:xsi': XSI, 'xsi:type': 'gbdfl:Response' },
  );
}

const optional = (name: string, value: string | null): Markup | null => (value === null ? null : element(name, value));

const writeDictionaryValue = (name: string, value: DictionaryValue): Markup =>
  element(name, [element('code', value.code), element('nameRu', value.nameRu), element('nameKz', value.nameKz)]);

function writePerson(person: PersonRecord): Markup {
  return element('person', [
    element('iin', person.iin),
    optional('surname', person.surname),
    optional('name', person.name),
    optional('patronymic', person.patronymic),
    optional('engFirstName', person.latin?.name ?? null),
    optional('engSurname', person.latin?.surname ?? null),
    element('birthDate', person.birthDate),
    optional('deathDate', person.deathDate),
    writeDictionaryValue('lifeStatus', person.lifeStatus),
    element(
      'documents',
      person.documents.map((document) =>
        element('document', [
          writeDictionaryValue('type', document.type),
          element('number', document.number),
          element('beginDate', document.beginDate),
          optional('endDate', document.endDate),
          writeDictionaryValue('status', document.status),
          optional('invalidityDate', document.invalidityDate),
        ]),
      ),
    ),
  ]);
}

/** Null where a field the record cannot do without is missing or is no date. */
export function readPersonAnswer(fields: Element): PersonAnswer | null {
  const result = onlyChild(fields, 'messageResult');
  const resultCode = result && childText(result, 'code');
  const list = onlyChild(fields, 'persons');
  if (!resultCode) return null;
  const persons = (list ? childElements(list, 'person') : []).map(readPerson);
  return persons.every((person) => person !== null) ? { resultCode, persons } : null;
}

function readPerson(row: Element): PersonRecord | null {
  const iin = childText(row, 'iin');
  const birthDate = dayOf(row, 'birthDate');
  const lifeStatus = readDictionaryValue(row, 'lifeStatus');
  const list = onlyChild(row, 'documents');
  const documents = (list ? childElements(list, 'document') : []).map(readDocument);
  if (iin === null || !birthDate || lifeStatus === null || !documents.every((document) => document !== null)) return null;
  const deathDate = dayOf(row, 'deathDate');
  if (deathDate === undefined) return null;
  return {
    iin,
    surname: childText(row, 'surname'),
    name: childText(row, 'name'),
    patronymic: childText(row, 'patronymic'),
    ...latinNames(childText(row, 'engSurname'), childText(row, 'engFirstName')),
    birthDate,
    deathDate,
    lifeStatus,
    documents,
  };
}

const latinNames = (surname: string | null, name: string | null): Pick<PersonRecord, 'latin'> => (surname === null || name === null ? {} : { latin: { surname, name } });

function readDocument(row: Element): RegisteredDocument | null {
  const type = readDictionaryValue(row, 'type');
  const status = readDictionaryValue(row, 'status');
  const number = childText(row, 'number');
  const beginDate = dayOf(row, 'beginDate');
  const endDate = dayOf(row, 'endDate');
  const invalidityDate = dayOf(row, 'invalidityDate');
  if (type === null || status === null || number === null || !beginDate) return null;
  if (endDate === undefined || invalidityDate === undefined) return null;
  return { type, number, beginDate, endDate, status, invalidityDate };
}

function readDictionaryValue(parent: Element, name: string): DictionaryValue | null {
  const value = onlyChild(parent, name);
  const code = value && childText(value, 'code');
  return value && code ? { code, nameRu: childText(value, 'nameRu') ?? '', nameKz: childText(value, 'nameKz') ?? '' } : null;
}

/** The day of an xs:date or xs:dateTime; null where absent, undefined where it is something else. */
function dayOf(parent: Element, name: string): string | null | undefined {
  const text = childText(parent, name);
  if (text === null) return null;
  return /^(\d{4}-\d{2}-\d{2})(?:$|[TZ+-])/.exec(text)?.[1];
}
