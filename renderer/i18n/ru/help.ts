/** Words of the key map, in Russian. */
export const help = {
  title: 'Клавиши',
  text: 'Всё рабочее место доступно без мыши. Сканер срабатывает на любом экране проверки.',
  group: { anywhere: 'Везде', desk: 'На проверке', answer: 'При ответе' },
  key: {
    help: 'Эта подсказка',
    desk: 'Проверка',
    journal: 'Журнал',
    settings: 'Настройки',
    files: 'Проверка файла',
    keys: 'Ключи ЭЦП',
    purpose: 'Сменить цель',
    lock: 'Заблокировать',
    code: 'К полю кода',
    consent: 'Согласие по SMS',
    request: 'QR на нашем экране',
    digits: 'Цифра сразу пишется в поле кода',
    extend: 'Продлить показ',
    same: 'Тот же человек',
    refuse: 'Отказать',
    clear: 'Очистить экран',
  },
} as const;
