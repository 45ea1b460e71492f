/** Russian names for the synthetic people. */
import type { NameBook } from './name-book.ts';

export const RUSSIAN_NAMES: NameBook = {
  surnames: [
    { male: 'Соколов', female: 'Соколова', latinMale: 'Sokolov', latinFemale: 'Sokolova' },
    { male: 'Кузнецов', female: 'Кузнецова', latinMale: 'Kuznetsov', latinFemale: 'Kuznetsova' },
    { male: 'Орлов', female: 'Орлова', latinMale: 'Orlov', latinFemale: 'Orlova' },
    { male: 'Морозов', female: 'Морозова', latinMale: 'Morozov', latinFemale: 'Morozova' },
    { male: 'Ёлкин', female: 'Ёлкина', latinMale: 'Yelkin', latinFemale: 'Yelkina' },
    { male: 'Щербаков', female: 'Щербакова', latinMale: 'Shcherbakov', latinFemale: 'Shcherbakova' },
    { male: 'Яковлев', female: 'Яковлева', latinMale: 'Yakovlev', latinFemale: 'Yakovleva' },
    { male: 'Зайцев', female: 'Зайцева', latinMale: 'Zaitsev', latinFemale: 'Zaitseva' },
  ],
  men: [
    { name: 'Сергей', latin: 'Sergey' },
    { name: 'Иван', latin: 'Ivan' },
    { name: 'Дмитрий', latin: 'Dmitriy' },
    { name: 'Алексей', latin: 'Alexey' },
    { name: 'Фёдор', latin: 'Fedor' },
    { name: 'Павел', latin: 'Pavel' },
    { name: 'Артём', latin: 'Artem' },
    { name: 'Виктор', latin: 'Viktor' },
  ],
  women: [
    { name: 'Ольга', latin: 'Olga' },
    { name: 'Наталья', latin: 'Natalya' },
    { name: 'Екатерина', latin: 'Yekaterina' },
    { name: 'Юлия', latin: 'Yuliya' },
    { name: 'Светлана', latin: 'Svetlana' },
    { name: 'Дарья', latin: 'Darya' },
    { name: 'Полина', latin: 'Polina' },
    { name: 'Алёна', latin: 'Alena' },
  ],
  patronymic: (father, sex) => `${russianStem(father)}${sex === 'male' ? 'ич' : 'на'}`,
  nationality: { kk: 'орыс', ru: 'русский' },
};

/** «Сергеев-», «Дмитриев-», «Павлов-»: what stands before -ич and -на, for the names above. */
function russianStem(father: string): string {
  if (father === 'Павел') return 'Павлов';
  if (father === 'Дмитрий') return 'Дмитриев';
  return father.endsWith('й') ? `${father.slice(0, -1)}ев` : `${father}ов`;
}
