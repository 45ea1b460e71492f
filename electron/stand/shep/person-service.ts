/** ГБД ФЛ: answers about one person, with the traps of the real one: several rows, string-typed `data`, damaged letters. */
import { MESSAGE_PROCESSED, PERSON_SERVICE, readPersonRequest, writePersonAnswer } from '../../gateways/shep/person-messages.ts';
import { SHEP_STATUS } from '../../gateways/shep/status-codes.ts';
import { element, type Element, type Markup } from '../../gateways/shep/xml.ts';
import type { DictionaryValue } from '../../../shared/domain/checking/document-content.ts';
import type { PersonRecord } from '../../ports/checking/person-registry.ts';
import { personRecord } from '../population/index.ts';
import type { StandPerson } from '../population/person.ts';
import type { StandWorld } from '../world.ts';
import type { ServiceAnswer } from './service-answer.ts';

export function answerAboutPerson(world: StandWorld, fields: Element): ServiceAnswer {
  const request = readPersonRequest(fields);
  if (request === null) return { code: SHEP_STATUS.malformed, message: 'request cannot be read', data: null };
  const refusal = world.tokens.refusal(request.kdpToken, request.publicKey, request.iin, PERSON_SERVICE);
  if (refusal !== null) return { code: SHEP_STATUS.consent, message: `consent ${refusal}`, data: null };
  const person = personAnswered(world, request.iin);
  const stringTyped = isStringTyped(request.iin);
  const record = person && personRecord(person);
  const persons = record === undefined ? [] : [stringTyped ? throughCp1251(record) : record];
  const answer = writePersonAnswer({ resultCode: MESSAGE_PROCESSED, persons });
  return {
    code: SHEP_STATUS.success,
    message: 'Message has been processed successfully',
    data: stringTyped ? asString(answer) : answer,
  };
}

function personAnswered(world: StandWorld, iin: string): StandPerson | undefined {
  if (world.badDays.current().answers.shep !== 'wrong-iin') return world.population.byIin(iin);
  return world.population.people.find((person) => person.iin !== iin);
}

/** For every third person, by the check digit, so that both forms are met all the time and by the same people. */
const isStringTyped = (iin: string): boolean => Number(iin.at(-1)) % 3 === 0;

/** Systems that wrap XML into strings also lose Kazakh letters in dictionary words: «?Р ЖЕКЕ КУ?ЛІГІ». */
function throughCp1251(record: PersonRecord): PersonRecord {
  const hop = (value: DictionaryValue): DictionaryValue => ({ ...value, nameKz: value.nameKz.replaceAll(NOT_IN_CP1251, '?') });
  const documents = record.documents.map((document) =>
    Object.assign({}, document, { type: hop(document.type), status: hop(document.status) }),
  );
  return { ...record, lifeStatus: hop(record.lifeStatus), documents };
}

/** І and і are in cp1251, as Ukrainian letters. */
const NOT_IN_CP1251 = /[ӘәҒғҚқҢңӨөҰұҮүҺһ]/g;

/** The same answer as escaped XML inside a string, as some systems behind ШЭП send it. */
const asString = (data: Markup): Markup => element('data', data.xml, { 'xsi:type': 'xs:string' });
