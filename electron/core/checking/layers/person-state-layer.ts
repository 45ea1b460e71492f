/** Layer 8: is the owner alive, and is the registry's person the one the document names? */
import type { DocumentContent } from '../../../../shared/domain/checking/document-content.ts';
import type { DocumentTemplate } from '../../../../shared/domain/checking/document-template.ts';
import type { PersonRecord } from '../../../ports/checking/person-registry.ts';
import { compareNames, type NameComparison } from '../../../../shared/domain/person/compare-names.ts';
import type { Evidence } from '../evidence.ts';
import { failed, type Judgement, NOT_REACHED, passed, passedWithNotices, undetermined } from './judgement.ts';

/** `lifeStatus` of ГБД ФЛ for a living person; no other code of that dictionary is public. */
const LIFE_NORMAL = '0';

export function judgePersonState({ content, person }: Evidence): Judgement {
  if (content.state !== 'read' || content.template === null || person === null) return NOT_REACHED;
  if (!person.ok) return undetermined(person.failure.code, person.failure.detail);
  return judgePerson(content.content, content.template, person.value);
}

function judgePerson(content: DocumentContent, template: DocumentTemplate, record: PersonRecord): Judgement {
  if (record.iin !== content.common.docOwner.iin) return failed('person-differs', 'iin');
  if (record.deathDate !== null || record.lifeStatus.code !== LIFE_NORMAL) return failed('person-dead');
  // Number and birth date are never spelled two ways: a difference is another person.
  if (record.birthDate !== content.extra.date_of_birth) return failed('person-differs', 'birth date');

  switch (compareFullNames(content, record)) {
    case 'equal':
      return passed('person-alive');
    case 'equal-folded':
      return passed('person-alive', 'name equal up to Kazakh and Russian spelling');
    case 'damaged':
      return passedWithNotices('person-alive', ['registry-data-damaged']);
    case 'different':
      // A diploma or a certificate keeps the name of its day; an identity document must bear the present one.
      return template.identity ? failed('person-differs', 'name') : passedWithNotices('person-alive', ['registry-may-be-wrong']);
  }
}

/** The worst of the three parts; a difference weighs more than damage elsewhere in the name. */
function compareFullNames(content: DocumentContent, record: PersonRecord): NameComparison {
  const { lastName, firstName, middleName } = content.common.docOwner;
  const parts = new Set([
    compareNames(lastName, record.surname ?? ''),
    compareNames(firstName, record.name ?? ''),
    compareNames(middleName ?? '', record.patronymic ?? ''),
  ]);
  const byWeight: NameComparison[] = ['different', 'damaged', 'equal-folded'];
  return byWeight.find((comparison) => parts.has(comparison)) ?? 'equal';
}
