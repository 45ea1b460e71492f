/** Words about the handheld scanner in Kazakh. */
export const handheld = {
  unfinished: 'Сканер кодты аяқтаған жоқ. Кодтан кейін Enter пернесін басатындай етіп баптаңыз.',
} as const;
