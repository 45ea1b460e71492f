/** Words about dropped pictures in Russian. */
export const picture = {
  choose: 'Выбрать картинку или PDF',
  ready: 'Или перетащите её сюда, или вставьте из буфера',
  over: 'Отпустите картинку',
  reading: 'Ищем код на картинке…',
  refused: {
    'without-code': 'На картинке нет кода. Возьмите снимок, где QR-код виден целиком.',
    several: 'На картинке несколько кодов. Обрежьте её до одного.',
    unreadable: 'Картинка не открывается. Подходят PNG, JPEG, WebP и PDF без пароля.',
    'too-large': 'Картинка слишком большая. Подходят файлы до 25 МБ.',
    'not-a-picture': 'Нужен один файл: PNG, JPEG, WebP или PDF.',
  },
} as const;
