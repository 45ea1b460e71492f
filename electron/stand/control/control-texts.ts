/** Words of the control page: what each switch of the bad days does. */
import type { Localized } from '../../../shared/domain/localized.ts';
import type { AnswerFault, BadDays, ServiceName } from '../bad-days/switches.ts';

export const PAGE = {
  heading: { kk: 'Стендтің қиын күндері', ru: 'Плохие дни стенда', en: 'Bad days of the stand' },
  apply: { kk: 'Қолдану', ru: 'Применить', en: 'Apply' },
  reset: { kk: 'Бәрін қалпына келтіру', ru: 'Вернуть всё в норму', en: 'Back to a good day' },
  goodDay: { kk: 'Бәрі қалыпты жұмыс істеп тұр', ru: 'Всё работает как обычно', en: 'Everything works as usual' },
  badDay: { kk: 'Қиын күн қосылған', ru: 'Включён плохой день', en: 'A bad day is on' },
  unchanged: { kk: 'Мәндер жарамсыз, ештеңе өзгерген жоқ', ru: 'Значения негодны, ничего не изменено', en: 'The values are not valid, nothing was changed' },
  yes: { kk: 'қосулы', ru: 'включено', en: 'on' },
  nobody: { kk: 'ешкім', ru: 'никто', en: 'nobody' },
  phone: { kk: 'Азаматтың телефоны', ru: 'Телефон гражданина', en: 'Citizen’s phone' },
} satisfies Record<string, Localized>;

export const SWITCHES: Record<keyof BadDays, Localized> = {
  latencyMs: { kk: 'Жауаптың кідірісі, мс', ru: 'Задержка ответа, мс', en: 'Delay of answers, ms' },
  outage: { kk: 'Істемей тұрған сервистер', ru: 'Недоступные сервисы', en: 'Services that are away' },
  smsLost: { kk: 'SMS жолда жоғалады', ru: 'SMS теряются', en: 'SMS get lost' },
  signatureFault: { kk: 'Құжат қолтаңбасының ақауы', ru: 'Дефект подписи документа', en: 'Fault of the document signature' },
  issuerRevoked: { kk: 'Куәландырушы орталықтың сертификаты қайтарып алынған', ru: 'Сертификат удостоверяющего центра отозван', en: 'The issuing authority is revoked' },
  stateBodyRevoked: { kk: 'Сертификаты қайтарып алынған орган', ru: 'Орган с отозванным сертификатом', en: 'State body whose certificate is revoked' },
  clockSkewMs: { kk: 'Сервис сағатының ауытқуы, мс', ru: 'Отклонение часов сервиса, мс', en: 'Skew of the service clock, ms' },
  answers: { kk: 'Бүлінген жауаптар', ru: 'Испорченные ответы', en: 'Spoilt answers' },
  singleUse: { kk: 'Қолжетімділік бір реттік пе', ru: 'Одноразовость доступа', en: 'Whether an access serves once' },
};

export const SERVICES: Record<ServiceName, Localized> = {
  documents: { kk: 'құжаттар', ru: 'документы', en: 'documents' },
  shep: { kk: 'ЭҮШ (ДДҚБ, ЖТ МДҚ)', ru: 'ШЭП (КДП, ГБД ФЛ)', en: 'SHEP (KDP, GBD FL)' },
  cabinets: { kk: 'жеке кабинеттер', ru: 'личные кабинеты', en: 'personal cabinets' },
  ocsp: { kk: 'OCSP', ru: 'OCSP', en: 'OCSP' },
  tsp: { kk: 'уақыт белгілері', ru: 'метки времени', en: 'time stamps' },
  crl: { kk: 'CRL', ru: 'CRL', en: 'CRL' },
  collector: { kk: 'журналдар сервері', ru: 'сервер журналов', en: 'journal collector' },
  renewal: { kk: 'жеке куәлікті ауыстыру', ru: 'обмен удостоверений', en: 'renewal of identity cards' },
  nca: { kk: 'ҰКО (сертификаттар шығару)', ru: 'НУЦ (выпуск сертификатов)', en: 'NCA (issue of certificates)' },
  issuance: { kk: 'ЭЦҚ қашықтан беру порталы', ru: 'портал выдачи ЭЦП', en: 'portal of remote issuance' },
};

export const ANSWER_FAULTS: Record<AnswerFault, Localized> = {
  none: { kk: 'қалыпты', ru: 'как обычно', en: 'as usual' },
  replayed: { kk: 'ескі жауап қайталанады', ru: 'повтор старого ответа', en: 'an old answer again' },
  oversized: { kk: 'тым үлкен', ru: 'слишком большой', en: 'too large' },
  'slow-drip': { kk: 'байттап, соңына жетпейді', ru: 'по байту, без конца', en: 'byte by byte, without end' },
  malformed: { kk: 'ортасынан үзілген', ru: 'обрезан посередине', en: 'cut in the middle' },
  'dies-half-way': { kk: 'байланыс үзіледі', ru: 'связь обрывается', en: 'the connection dies' },
  'wrong-iin': { kk: 'басқа адам туралы', ru: 'о другом человеке', en: 'about somebody else' },
};

export const SIGNATURE_FAULTS: Record<BadDays['signatureFault'], Localized> = {
  none: { kk: 'жоқ', ru: 'нет', en: 'none' },
  'wrong-signature': { kk: 'қолтаңба дұрыс емес', ru: 'подпись не сходится', en: 'signature does not verify' },
  'wrong-content': { kk: 'мазмұны өзгертілген', ru: 'содержимое изменено', en: 'content altered' },
  'no-timestamp': { kk: 'уақыт белгісі жоқ', ru: 'нет метки времени', en: 'no time stamp' },
  'expired-timestamp': { kk: 'уақыт белгісінің мерзімі өткен', ru: 'метка времени истекла', en: 'time stamp expired' },
  'wrong-timestamp': { kk: 'бөтен уақыт белгісі', ru: 'чужая метка времени', en: 'time stamp of something else' },
  'foreign-signer': { kk: 'бөтен орган қол қойған', ru: 'подписал чужой орган', en: 'signed by another body' },
  'untrusted-chain': { kk: 'сенімсіз тізбек', ru: 'недоверенная цепочка', en: 'untrusted chain' },
};

export const SINGLE_USE: Record<BadDays['singleUse'], Localized> = {
  'by-type': { kk: 'құжат түріне қарай', ru: 'по виду документа', en: 'by document type' },
  always: { kk: 'әрқашан бір рет', ru: 'всегда один раз', en: 'always once' },
  never: { kk: 'бірнеше рет болады', ru: 'можно несколько раз', en: 'several times' },
};
