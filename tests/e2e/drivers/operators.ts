/** The training operators of the stand, by role. */
export const OPERATOR_NAMES = {
  tson: 'Оператор Тренировочный',
  bank: 'Кассир Учебный',
  supervisor: 'Старший Демонстрационный',
  agent: 'Агент Видеозвонков',
} as const;

export type OperatorRole = keyof typeof OPERATOR_NAMES;
