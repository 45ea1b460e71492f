/** An adult living alone in a household of the own, with a code and a title of the case. */
import type { Localized } from '../../../../shared/domain/localized.ts';
import type { Draft } from '../draft.ts';
import { addMember, openHousehold, type MemberOrder } from '../household.ts';
import type { NameBook } from '../name-book.ts';
import type { StandPerson } from '../person.ts';

export type CaseOrder = MemberOrder & {
  code: string;
  title: Localized;
  book: NameBook;
};

export function addCasePerson(draft: Draft, order: CaseOrder): StandPerson {
  const person = addMember(draft, openHousehold(draft, order.book), order);
  person.trainingCase = { code: order.code, title: order.title };
  return person;
}
