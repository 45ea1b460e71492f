/** What 1414 writes when an application has moved without its owner: never a code, never a name, always what to do next. */
import type { CaseStage } from '../../../shared/domain/issuance/issuance-case.ts';
import type { Pair } from '../../../shared/domain/localized.ts';

const NOTICES: Partial<Record<CaseStage['stage'], Pair>> = {
  moderation: {
    kk: 'ЭЦҚ алуға өтініміңізді қызметкер тексеріп жатыр, бұл бір тәулікке дейін созылады. Нәтижесін SMS арқылы хабарлаймыз.',
    ru: 'Вашу заявку на ЭЦП проверяет сотрудник, это займёт до суток. О результате сообщим по SMS.',
  },
  card: {
    kk: 'ЭЦҚ алуға өтінім: жеке куәлікті қайта түсіру қажет. Өтінім бетін ашыңыз.',
    ru: 'Заявка на ЭЦП: удостоверение нужно снять ещё раз. Откройте страницу заявки.',
  },
  grant: {
    kk: 'Деректеріңіз тексерілді. ЭЦҚ алуды жалғастыру үшін өтінім бетін ашыңыз.',
    ru: 'Ваши данные проверены. Чтобы получить ЭЦП, откройте страницу заявки.',
  },
  installation: {
    kk: 'ЭЦҚ сертификаттары дайын. Кілттерді сақтау үшін өтінім бетін ашыңыз.',
    ru: 'Сертификаты ЭЦП готовы. Откройте страницу заявки, чтобы сохранить ключи.',
  },
  refused: {
    kk: 'ЭЦҚ алуға өтінім қабылданбады. Себебі мен келесі қадам өтінім бетінде.',
    ru: 'В заявке на ЭЦП отказано. Причина и следующий шаг — на странице заявки.',
  },
  issued: {
    kk: 'Сізге жаңа ЭЦҚ кілттері берілді. Оларды өзіңіз алмаған болсаңыз, 1414 нөміріне дереу қоңырау шалыңыз.',
    ru: 'Вам выданы новые ключи ЭЦП. Если их получали не вы, немедленно позвоните 1414.',
  },
};

const LATER: Pair = {
  kk: 'ЭЦҚ алуға өтініміңізді тексеру уәде етілгеннен ұзаққа созылды. Өтінім ауысым басшысына берілді, нәтижесін SMS арқылы хабарлаймыз. Сізден ештеңе талап етілмейді.',
  ru: 'Проверка вашей заявки на ЭЦП занимает дольше обещанного. Заявку передали руководителю смены, о результате сообщим по SMS. От вас ничего не требуется.',
};

const isLate = (stage: CaseStage | null): boolean => stage !== null && 'escalatedAt' in stage;

/**
 * Null where the person stands before the page anyway, or was told already. `card` is only told to who had been there before.
 * @param happened kinds of the events of this application so far
 */
export function noticeOf(stage: CaseStage, before: CaseStage | null, happened: readonly string[]): Pair | null {
  if (isLate(stage)) return isLate(before) ? null : LATER;
  if (stage.stage === before?.stage) return null;
  return stage.stage === 'card' && !happened.includes('card-captured') ? null : (NOTICES[stage.stage] ?? null);
}
