/** Places for the synthetic people; the street is invented and the house number is beyond any real one. */
import type { Pair } from '../../../shared/domain/localized.ts';

export const BIRTH_PLACES: readonly Pair[] = [
  { kk: 'Алматы қаласы', ru: 'город Алматы' },
  { kk: 'Астана қаласы', ru: 'город Астана' },
  { kk: 'Шымкент қаласы', ru: 'город Шымкент' },
  { kk: 'Қарағанды облысы, Теміртау қаласы', ru: 'Карагандинская область, город Темиртау' },
  { kk: 'Шығыс Қазақстан облысы, Өскемен қаласы', ru: 'Восточно-Казахстанская область, город Усть-Каменогорск' },
  { kk: 'Маңғыстау облысы, Жаңаөзен қаласы', ru: 'Мангистауская область, город Жанаозен' },
  { kk: 'Түркістан облысы, Түркістан қаласы', ru: 'Туркестанская область, город Туркестан' },
  { kk: 'Қызылорда облысы, Қызылорда қаласы', ru: 'Кызылординская область, город Кызылорда' },
];

/** Cities with the registry office that enters civil-status records there. */
export const CITIES: readonly { city: Pair; registryOffice: Pair }[] = [
  {
    city: { kk: 'Алматы қаласы', ru: 'город Алматы' },
    registryOffice: { kk: 'Алматы қаласының тіркеу бөлімі', ru: 'Отдел регистрации города Алматы' },
  },
  {
    city: { kk: 'Астана қаласы', ru: 'город Астана' },
    registryOffice: { kk: 'Астана қаласының тіркеу бөлімі', ru: 'Отдел регистрации города Астаны' },
  },
  {
    city: { kk: 'Шымкент қаласы', ru: 'город Шымкент' },
    registryOffice: { kk: 'Шымкент қаласының тіркеу бөлімі', ru: 'Отдел регистрации города Шымкента' },
  },
  {
    city: { kk: 'Өскемен қаласы', ru: 'город Усть-Каменогорск' },
    registryOffice: { kk: 'Өскемен қаласының тіркеу бөлімі', ru: 'Отдел регистрации города Усть-Каменогорска' },
  },
];

export function demoAddress(city: Pair, house: number): Pair {
  return { kk: `${city.kk}, Сынақ көшесі, ${house}-үй`, ru: `${city.ru}, улица Тестовая, дом ${house}` };
}

export const INTERIOR_MINISTRY: Pair = { kk: 'ҚР Ішкі істер министрлігі', ru: 'МВД РК' };
