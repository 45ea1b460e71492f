/** Words of the test sheet and of its command in three languages. */
import type { Localized } from '../../../shared/domain/localized.ts';

export const SHEET_WORDS = {
  command: {
    kk: 'сканер мен камераны тексеретін парақты SVG файлына салу',
    ru: 'нарисовать проверочный лист для сканера и камеры в файл SVG',
    en: 'draw the test sheet for scanners and cameras into an SVG file',
  },
  out: { kk: 'жазылатын файл (бар файлдың үстінен жазылмайды)', ru: 'файл для записи (существующий не перезаписывается)', en: 'the file to write (never over one that is there)' },
  written: { kk: 'Парақ жазылды: {file}. A4 бетіне 100 % масштабпен басыңыз.', ru: 'Лист записан: {file}. Печатайте на A4 в масштабе 100 %.', en: 'Sheet written: {file}. Print it on A4 at 100 %.' },
  title: { kk: 'Tekser: сканер мен камераны тексеру парағы', ru: 'Tekser: проверочный лист сканера и камеры', en: 'Tekser: test sheet for scanners and cameras' },
  learn: { kk: 'Сканерді таныту: Баптаулар → Қол сканері → Сканерді таныту', ru: 'Запоминание сканера: Настройки → Ручной сканер → Запомнить сканер', en: 'Learning a scanner: Settings → Handheld scanner → Learn the scanner' },
  letters: { kk: 'Қазақ әріптері: сканер оларды жоғалтпауы керек', ru: 'Казахские буквы: сканер не должен их терять', en: 'Kazakh letters: a scanner must not lose them' },
  dense: { kk: 'Тығыз код: камера оқымаса, фокусын не жарықты реттеңіз', ru: 'Плотный код: если камера не читает, поправьте фокус или свет', en: 'A dense code: where a camera fails, mend its focus or the light' },
  sizes: { kk: 'Кішірейе береді: соңғы оқылғаны құрылғының шегін көрсетеді', ru: 'Всё мельче: последний прочитанный показывает предел устройства', en: 'Ever smaller: the last one read shows the limit of the device' },
} as const satisfies Record<string, Localized>;
