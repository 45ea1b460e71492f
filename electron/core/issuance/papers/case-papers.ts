/** What is printed of an application: the citizen’s receipt and the organisation’s act. Neither has a name, an ИИН, a phone or a password in it. */
import { almatyDay, writtenDay } from '../../../../shared/domain/almaty-day.ts';
import type { IssuanceCase } from '../../../../shared/domain/issuance/issuance-case.ts';
import type { Pair } from '../../../../shared/domain/localized.ts';
import type { Paper } from '../../../ports/paper-press.ts';
import { REASON_WORDS } from './reason-words.ts';

export interface Issuer {
  organisation: string;
  bin: string;
  branch: string;
}

const CHANNELS: Readonly<Record<NonNullable<IssuanceCase['channel']>, Pair>> = {
  'digital-id': { kk: 'Digital ID, қызметкерсіз', ru: 'Digital ID, без сотрудника' },
  'video-call': { kk: 'бейнеқоңырау арқылы, қызметкер', ru: 'по видеосвязи, сотрудником' },
  'counter': { kk: 'ХҚКО-да, қызметкер', ru: 'в ЦОН, сотрудником' },
};

const ENDS: Partial<Record<IssuanceCase['stage']['stage'], Pair>> = {
  issued: { kk: 'кілттер берілді', ru: 'ключи выданы' },
  registered: { kk: 'нөмір тіркелді', ru: 'номер зарегистрирован' },
  refused: { kk: 'бас тартылды', ru: 'отказано' },
  withdrawn: { kk: 'азамат бас тартты', ru: 'отозвана гражданином' },
  expired: { kk: 'мерзімі өтті', ru: 'истёк срок' },
};

const label = (kk: string, ru: string): Pair => ({ kk, ru });

function commonFacts({ id, openedAt, touchedAt, channel, policyVersion }: IssuanceCase, { organisation, bin, branch }: Issuer): Paper['facts'] {
  return [
    { label: label('Өтінім нөмірі', 'Номер заявки'), value: id },
    { label: label('Берілген күні', 'Подана'), value: writtenDay(almatyDay(new Date(openedAt))) },
    { label: label('Аяқталған күні', 'Завершена'), value: writtenDay(almatyDay(new Date(touchedAt))) },
    ...(channel === null ? [] : [{ label: label('Жеке басын анықтау тәсілі', 'Личность установлена'), value: CHANNELS[channel] }]),
    { label: label('Ұйым', 'Организация'), value: `${organisation}, БСН/БИН ${bin}, ${branch}` },
    { label: label('Ережелер нұсқасы', 'Версия правил'), value: policyVersion },
  ];
}

const fingerprints = (certificates: readonly string[]): Paper['facts'] =>
  certificates.map((hash, index) => ({ label: label(`${index + 1}-сертификат, SHA-256`, `Сертификат ${index + 1}, SHA-256`), value: hash }));

/** Null for an application that did not end with keys. */
export function receiptOf(issued: IssuanceCase, issuer: Issuer): Paper | null {
  if (issued.stage.stage !== 'issued') return null;
  const { certificates, revokedOld } = issued.stage;
  return {
    title: label('ЭЦҚ кілттерін алғаны туралы қолхат', 'Расписка о получении ключей ЭЦП'),
    facts: [...commonFacts(issued, issuer), ...fingerprints(certificates), { label: label('Қайтарып алынған бұрынғы кілттер', 'Отозвано прежних ключей'), value: String(revokedOld) }],
    paragraphs: [
      label('Жабық кілт пен оның құпиясөзі тек иесінде. Қызметкерлер оларды көрмеген және сұрамайды.', 'Закрытый ключ и его пароль есть только у владельца. Сотрудники их не видели и не спрашивают.'),
      label('Кілттерді сіз алмаған болсаңыз, 1414 нөміріне дереу қоңырау шалып, сертификатты қайтарып алыңыз.', 'Если ключи получали не вы, немедленно позвоните 1414 и отзовите сертификат.'),
    ],
    signatures: [],
    at: new Date(issued.touchedAt),
  };
}

/** Null for an application that goes on. */
export function actOf(ended: IssuanceCase, issuer: Issuer): Paper | null {
  const { stage } = ended;
  const end = ENDS[stage.stage];
  if (end === undefined) return null;
  return {
    title: label('ЭЦҚ-ны қашықтан беру туралы акт', 'Акт о дистанционной выдаче ЭЦП'),
    facts: [
      ...commonFacts(ended, issuer),
      { label: label('Нәтижесі', 'Результат'), value: end },
      ...(stage.stage === 'refused' ? [{ label: label('Себебі', 'Причина'), value: REASON_WORDS[stage.reason] }] : []),
      ...(stage.stage === 'issued' ? fingerprints(stage.certificates) : []),
      ...(stage.stage === 'issued' ? [{ label: label('Қайтарып алынған бұрынғы кілттер', 'Отозвано прежних ключей'), value: String(stage.revokedOld) }] : []),
      { label: label('Сәтсіз талпыныстар', 'Неудачных попыток'), value: String(ended.failedAttempts) },
    ],
    paragraphs: [
      label(
        'Тексеру мен шешімнің толық барысы осы өтінім нөмірімен жұмыс орнының журналында және мөрленген дәлелдемелер топтамасында сақталған.',
        'Полный ход проверки и решений хранится под этим номером заявки в журнале рабочего места и в запечатанном пакете доказательств.',
      ),
    ],
    signatures: [label('Қызметкер', 'Сотрудник'), label('Азамат', 'Гражданин')],
    at: new Date(ended.touchedAt),
  };
}
