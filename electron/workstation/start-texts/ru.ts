/** Said where no desk opens, in Russian. */
import type { StartTexts } from './start-texts.ts';

export const ru: StartTexts = {
  environment: { training: 'учебная', test: 'тестовая', production: 'рабочая', unknown: 'неизвестная' },
  alreadyRunning: (pid) =>
    `Tekser с этой папкой данных уже запущен${pid === null ? '' : ` (процесс ${pid})`}. Перейдите в его окно или укажите другую папку: --data DIR.`,
  windowKeepsCrashing: 'Окно несколько раз подряд аварийно закрылось. Запустите Tekser заново; если повторится, обратитесь в поддержку и отправьте журнал программы (log).',
  windowOpenedAgain: 'Окно аварийно закрылось и открыто снова. Рабочее место заблокировано.',
  otherEnvironment: (directory, begun, wanted) =>
    `Папка данных ${directory} начата для среды «${begun}», а этот запуск — для среды «${wanted}». ` +
    'Учебные и настоящие данные вместе не хранятся: уберите --data и TEKSER_DATA или укажите другую папку.',
  anchorsMissing: (environment, named) =>
    `Здесь не задан ни один доверенный корневой сертификат, поэтому ни один документ нельзя подтвердить. Импортируйте сертификаты для среды «${named}»: ` +
    `tekser trust import FILE --environment ${environment}, или укажите их в файле подключения.`,
  anchorNotPinned: (named, sha256) => `Подключение доверяет удостоверяющему центру, который для среды «${named}» неизвестен (SHA-256 ${sha256}).`,
  anchorOfOtherEnvironment: (named, authority, its) =>
    `Подключение для среды «${named}» доверяет центру ${authority}, а он относится к среде «${its}».`,
  anchorNotRoot: (authority) =>
    `Подключение называет ${authority} корневым центром, но это выпускающий центр. Перенесите его из trust.anchors в trust.intermediates.`,
  takeOfficial: 'Возьмите сертификаты с официальных адресов или оставьте trust.anchors пустым и выполните «tekser trust import».',
  takeFromStand: 'У стенда свой удостоверяющий центр: возьмите файл подключения у стенда.',
  connection: {
    unreadable: 'не читается. Проверьте путь и права доступа.',
    'too-large': 'слишком велик для файла подключения.',
    unreachable: 'не отвечает. Проверьте адрес и что служба запущена.',
    insecure: 'ведёт за пределы этого компьютера без TLS. Используйте https.',
    malformed: 'не является файлом подключения.',
  },
};
