/** Words of the printed page, Kazakh and Russian on one sheet as the state prints them; codes stay codes. */
export const SUMMARY_TEXT = {
  title: 'Тексерулер журналы / Журнал проверок',
  entries: 'Жазбалар / Записи',
  root: 'Ағаш түбірі / Корень дерева',
  made: 'Жасалған уақыты / Составлено',
  signature: 'Жауапты тұлғаның қолы / Подпись ответственного: ______________________',
  columns: { period: 'Күн / День', operator: 'Оператор', kind: 'Оқиға / Событие', verdict: 'Нәтиже / Итог', count: 'Саны / Число' },
} as const;
