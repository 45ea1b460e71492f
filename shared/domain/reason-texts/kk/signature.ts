/** Texts for the signature, its certificates and its time-stamp, in Kazakh. */
import type { ReasonTexts } from '../reason-text.ts';

const REFUSE_AND_REPORT = 'Құжатты қабылдамай, басшыға хабарлаңыз; бұл — азаматтың кінәсі емес.';
const REFUSE_AND_REOPEN = 'Құжатты қабылдамаңыз; қолжетімділікті қайта ашуды сұраңыз, қайталанса, басшыға хабарлаңыз.';
const RETRY_LATER = 'Бір минуттан кейін қайталаңыз; себебі байланыста немесе қызметте, азаматта емес.';

export const signature = {
  'signature-missing': {
    title: 'Құжатқа қол қойылмаған',
    reason: 'Жауапта мемлекеттік органның қолтаңбасы жоқ.',
    next: REFUSE_AND_REPORT,
  },
  'signature-malformed': {
    title: 'Қолтаңба оқылмады',
    reason: 'Қолтаңба бүлінген немесе ережеге сай жасалмаған.',
    next: REFUSE_AND_REOPEN,
  },
  'signature-wrong': {
    title: 'Қолтаңба дұрыс емес',
    reason: 'Қолтаңба сәйкес келмейді: деректер өзгертілген немесе басқа кілтпен қол қойылған.',
    next: REFUSE_AND_REOPEN,
  },
  'content-mismatch': {
    title: 'Мазмұны қол қойылғаннан өзгеше',
    reason: 'Қолтаңба келген мазмұнға емес, басқа мазмұнға қойылған.',
    next: REFUSE_AND_REOPEN,
  },
  'algorithm-refused': {
    title: 'Қолтаңба алгоритмі сенімсіз',
    reason: 'Қолтаңба енді сенімді саналмайтын тәсілмен жасалған.',
    next: REFUSE_AND_REPORT,
  },
  'algorithm-unsupported': {
    title: 'Қолтаңба алгоритміне қолдау жоқ',
    reason: 'Бағдарлама мұндай қолтаңбаны тексере алмайды, құжат туралы қорытынды жасауға болмайды.',
    next: 'Әкімшіге жаңарту қажет екенін айтыңыз, әзірге басқа тәртіпті қолданыңыз.',
  },
  'signer-not-owner-body': {
    title: 'Басқа орган қол қойған',
    reason: 'Қолтаңбаны осы деректерді жүргізетін мемлекеттік орган қоймаған.',
    next: REFUSE_AND_REOPEN,
  },
  'signer-not-for-signing': {
    title: 'Сертификат қол қоюға арналмаған',
    reason: 'Бұл сертификатпен құжаттарға қол қоюға рұқсат жоқ.',
    next: REFUSE_AND_REPORT,
  },
  'signer-unidentified': {
    title: 'Қол қоюшы анықталмады',
    reason: 'Құжатқа кім қол қойғанын сертификаттан білу мүмкін емес.',
    next: REFUSE_AND_REPORT,
  },
  'chain-untrusted': {
    title: 'Сертификатқа сенуге болмайды',
    reason: 'Қол қоюшының сертификаты сенімді түбір сертификатқа апармайды.',
    next: REFUSE_AND_REOPEN,
  },
  'chain-expired': {
    title: 'Сертификат жарамсыз болған',
    reason: 'Қол қойылған сәтте сертификаттардың бірінің мерзімі өтіп кеткен немесе әлі басталмаған.',
    next: REFUSE_AND_REPORT,
  },
  'chain-broken-rule': {
    title: 'Сертификат ережені бұзады',
    reason: 'Сертификаттардың бірі жоғары тұрған сертификат белгілеген шектен шығады.',
    next: REFUSE_AND_REPORT,
  },
  'revocation-unknown': {
    title: 'Қайтарып алынуын тексеру мүмкін болмады',
    reason: 'Сертификаттың қайтарып алынған-алынбағаны белгісіз, сондықтан құжатты бағалауға болмайды.',
    next: RETRY_LATER,
  },
  'revocation-stale': {
    title: 'Қайтарып алу мәліметі ескірген',
    reason: 'Сертификаттардың қайтарып алынуы туралы тек ескі мәлімет бар, оған сүйенуге болмайды.',
    next: RETRY_LATER,
  },
  'signer-revoked': {
    title: 'Қол қоюшының сертификаты қайтарып алынған',
    reason: 'Құжатқа сертификаты қайтарып алынған кілтпен қол қойылған.',
    next: REFUSE_AND_REOPEN,
  },
  'issuer-revoked': {
    title: 'Орталықтың сертификаты қайтарып алынған',
    reason: 'Қол қою кілтін берген куәландырушы орталықтың сертификаты қайтарып алынған.',
    next: REFUSE_AND_REPORT,
  },
  'certificate-not-issued': {
    title: 'Мұндай сертификат берілмеген',
    reason: 'Куәландырушы орталық бұл сертификатты бермегенін хабарлады.',
    next: REFUSE_AND_REOPEN,
  },
  'timestamp-missing': {
    title: 'Уақыт белгісі жоқ',
    reason: 'Қол қойылған уақыт ештеңемен расталмаған.',
    next: REFUSE_AND_REPORT,
  },
  'timestamp-wrong': {
    title: 'Уақыт белгісі сәйкес емес',
    reason: 'Уақыт белгісі бүлінген немесе басқа қолтаңбаға тиесілі.',
    next: REFUSE_AND_REOPEN,
  },
  'timestamp-untrusted': {
    title: 'Уақыт белгісіне сенуге болмайды',
    reason: 'Уақыт белгісін қойған қызмет сенімді қызметтер қатарында жоқ.',
    next: REFUSE_AND_REPORT,
  },
  'timestamp-expired': {
    title: 'Уақыт белгісінің мерзімі өткен',
    reason: 'Белгі қойылған кезде уақыт қызметінің сертификаты жарамсыз болған.',
    next: REFUSE_AND_REPORT,
  },
} satisfies ReasonTexts;
