/** Said where no desk opens, in Kazakh. */
import type { StartTexts } from './start-texts.ts';

export const kk: StartTexts = {
  environment: { training: 'оқу', test: 'сынақ', production: 'жұмыс', unknown: 'белгісіз' },
  alreadyRunning: (pid) =>
    `Tekser осы деректер қалтасымен іске қосылып тұр${pid === null ? '' : ` (${pid}-процесс)`}. Оның терезесіне өтіңіз немесе басқа қалтаны көрсетіңіз: --data DIR.`,
  windowKeepsCrashing: 'Терезе қатарынан бірнеше рет істен шықты. Tekser бағдарламасын қайта іске қосыңыз; тағы істен шықса, қолдау қызметіне хабарласып, бағдарлама журналын (log) жіберіңіз.',
  windowOpenedAgain: 'Терезе істен шығып, қайта ашылды. Жұмыс орны құлыпталған.',
  otherEnvironment: (directory, begun, wanted) =>
    `${directory} деректер қалтасы «${begun}» ортасы үшін басталған, ал бұл іске қосу «${wanted}» ортасына арналған. ` +
    'Оқу деректері мен шынайы деректер бірге сақталмайды: --data мен TEKSER_DATA мәнін алып тастаңыз немесе басқа қалтаны көрсетіңіз.',
  anchorsMissing: (environment, named) =>
    `Мұнда сенімді түбірлік сертификат көрсетілмеген, сондықтан бірде-бір құжатты растау мүмкін емес. «${named}» ортасының сертификаттарын импорттаңыз: ` +
    `tekser trust import FILE --environment ${environment}, немесе оларды қосылым файлында көрсетіңіз.`,
  anchorNotPinned: (named, sha256) => `Қосылым сенетін куәландырушы орталық «${named}» ортасы үшін белгісіз (SHA-256 ${sha256}).`,
  anchorOfOtherEnvironment: (named, authority, its) =>
    `«${named}» ортасының қосылымы ${authority} орталығына сенеді, ал ол «${its}» ортасына жатады.`,
  anchorNotRoot: (authority) =>
    `Қосылым ${authority} орталығын түбірлік деп атайды, бірақ ол — шығарушы орталық. Оны trust.anchors ішінен trust.intermediates ішіне көшіріңіз.`,
  takeOfficial: 'Сертификаттарды ресми мекенжайлардан алыңыз немесе trust.anchors өрісін бос қалдырып, «tekser trust import» пәрменін орындаңыз.',
  takeFromStand: 'Стендтің өз куәландырушы орталығы бар: қосылым файлын стендтен алыңыз.',
  connection: {
    unreadable: 'оқылмайды. Жолды және қатынау құқығын тексеріңіз.',
    'too-large': 'қосылым файлы үшін тым үлкен.',
    unreachable: 'жауап бермейді. Мекенжайды және қызметтің жұмыс істеп тұрғанын тексеріңіз.',
    insecure: 'TLS-сіз осы компьютерден тыс мекенжайға апарады. https қолданыңыз.',
    malformed: 'қосылым файлы емес.',
  },
};
