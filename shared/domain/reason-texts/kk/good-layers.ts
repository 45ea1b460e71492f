/** Texts for layers of a check that passed, and for those that were not reached, in Kazakh. */
import type { ReasonTexts } from '../reason-text.ts';

const NOTHING_TO_DO = 'Әрекет қажет емес.';

export const goodLayers = {
  'access-granted': {
    title: 'Қолжетімділік ашық',
    reason: 'Азамат құжатқа қолжетімділікті ашты, оның мерзімі әлі өткен жоқ.',
    next: NOTHING_TO_DO,
  },
  'integrity-intact': {
    title: 'Құжат өзгертілмеген',
    reason: 'Құжаттың мазмұны қол қойылған мазмұнмен дәл келеді.',
    next: NOTHING_TO_DO,
  },
  'signer-owner-body': {
    title: 'Дерек иесі қол қойған',
    reason: 'Құжатқа осы деректерді жүргізетін мемлекеттік орган қол қойған.',
    next: NOTHING_TO_DO,
  },
  'chain-trusted': {
    title: 'Сертификат сенімді',
    reason: 'Қол қоюшының сертификаты сенімді түбір сертификатқа дейін тексерілді.',
    next: NOTHING_TO_DO,
  },
  'not-revoked': {
    title: 'Сертификат қайтарып алынбаған',
    reason: 'Куәландырушы орталық қол қоюшының сертификаты қайтарып алынбағанын растады.',
    next: NOTHING_TO_DO,
  },
  'timestamp-good': {
    title: 'Қол қойылған уақыт расталды',
    reason: 'Уақыт белгісі түпнұсқа және осы қолтаңбаға тиесілі.',
    next: NOTHING_TO_DO,
  },
  'document-in-force': {
    title: 'Құжат күшінде',
    reason: 'Құжаттың мәртебесі мен мерзімі дұрыс.',
    next: NOTHING_TO_DO,
  },
  'person-alive': {
    title: 'Құжат иесі туралы мәлімет дұрыс',
    reason: 'Құжат иесі жеке тұлғалар тізілімінде бар, деректері сәйкес келеді.',
    next: NOTHING_TO_DO,
  },
  'purpose-allowed': {
    title: 'Мақсатқа сай',
    reason: 'Таңдалған мақсат үшін бұл құжатты қабылдауға болады.',
    next: NOTHING_TO_DO,
  },
  'not-reached': {
    title: 'Тексерілген жоқ',
    reason: 'Бұған дейінгі тексеруден өтпегендіктен, бұл тексеру жүргізілмеді.',
    next: 'Тізімдегі өтпеген алғашқы тексеруді қараңыз.',
  },
} satisfies ReasonTexts;
