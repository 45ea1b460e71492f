/** Calibrating the comparison of faces on the command line, in Russian. */
export const ru = {
  help: {
    identification: 'сравнение лиц при удалённой идентификации',
    calibrate: 'измерить пороги на размеченных снимках: папка на каждого человека, в ней снимки (JPEG, PNG)',
    folder: 'папка, в которой у каждого человека своя папка',
  },
  none: 'В папках внутри {folder} не нашлось двух снимков, на каждом из которых одно лицо.',
  counted: 'Людей: {people}, снимков с одним лицом: {pictures}, без него: {left}; пар одного человека: {genuine}, разных людей: {impostor}',
  header: 'расстояние до    чужие приняты за одного   один принят за чужих',
  row: '{threshold}            {falseMatch}                   {falseNonMatch}',
  inForce: 'Правила {policy}: совпадение до {match}, до {doubt} решает человек.',
  caution: 'Доли меньше одной из {impostor} означают «здесь не встретилось», а не «не бывает».',
};
