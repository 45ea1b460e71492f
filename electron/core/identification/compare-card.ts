/** Holds what was read from an identity card against the register: field by field, and what follows for the case. */
import type { CaseReason } from '../../../shared/domain/issuance/issuance-case.ts';
import { compareNames } from '../../../shared/domain/person/compare-names.ts';
import { CardField, type CardData, type FieldComparison } from '../../../shared/domain/identification/identification.ts';
import type { PersonRecord, RegisteredDocument } from '../../ports/checking/person-registry.ts';

export interface CardComparison {
  fields: Readonly<Record<CardField, FieldComparison>>;
  /** What the register says in each field, for the operator's eyes. */
  registered: CardData;
  /** Empty where nothing speaks against the person or the card. */
  reasons: readonly CaseReason[];
}

/** Code of a document in force and of an ordinary state of life (ГБД ФЛ dictionaries). */
const IN_FORCE = '00';
const ALIVE = '0';

/**
 * @param today YYYY-MM-DD in Asia/Almaty; the last day of validity still counts.
 * A registry row names the card by its number: inactive and duplicate rows are there too, so any row in force will do.
 */
export function compareCard(card: CardData, person: PersonRecord, today: string): CardComparison {
  const rows = person.documents.filter(({ number }) => number === card.number);
  const row = rows.find((document) => isInForce(document, today)) ?? rows[0];
  const registered: CardData = {
    iin: person.iin,
    number: row?.number ?? null,
    surname: person.surname,
    name: person.name,
    patronymic: person.patronymic,
    birthDate: person.birthDate,
    expiresOn: row?.endDate ?? null,
  };
  const fields = Object.fromEntries(CardField.options.map((field) => [field, compareField(field, card[field], registered[field])]));
  const reasons: CaseReason[] = [];
  if (person.deathDate !== null) reasons.push('person-deceased');
  else if (person.lifeStatus.code !== ALIVE) reasons.push('person-missing');
  if (Object.values(fields).includes('different') || row === undefined) reasons.push('data-differ');
  if (Object.values(fields).includes('damaged')) reasons.push('registry-error');
  if (fields['iin'] === 'unread' || fields['number'] === 'unread') reasons.push('card-unreadable');
  if (row !== undefined && !isInForce(row, today)) reasons.push('card-expired');
  return { fields: fields as Record<CardField, FieldComparison>, registered, reasons };
}

const isInForce = ({ status, endDate, invalidityDate }: RegisteredDocument, today: string): boolean =>
  status.code === IN_FORCE && invalidityDate === null && (endDate === null || endDate >= today);

/** A person without a patronymic has none on the card either: both missing is equal. */
function compareField(field: CardField, onCard: string | null, registered: string | null): FieldComparison {
  if (onCard === null && registered === null && field === 'patronymic') return 'equal';
  if (onCard === null) return 'unread';
  if (registered === null) return 'not-registered';
  if (field === 'surname' || field === 'name' || field === 'patronymic') return compareNames(onCard, registered);
  return onCard === registered ? 'equal' : 'different';
}
