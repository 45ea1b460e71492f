/** Texts for the signature, its certificates and its time-stamp, in Russian. */
import type { ReasonTexts } from '../reason-text.ts';

const REFUSE_AND_REPORT = 'Не принимайте документ и сообщите руководителю; вины гражданина в этом нет.';
const REFUSE_AND_REOPEN = 'Не принимайте документ; попросите открыть доступ заново, а при повторе сообщите руководителю.';
const RETRY_LATER = 'Повторите через минуту; причина в связи или в службе, а не в гражданине.';

export const signature = {
  'signature-missing': {
    title: 'Документ без подписи',
    reason: 'В ответе нет подписи государственного органа.',
    next: REFUSE_AND_REPORT,
  },
  'signature-malformed': {
    title: 'Подпись не читается',
    reason: 'Подпись повреждена или составлена не по правилам.',
    next: REFUSE_AND_REOPEN,
  },
  'signature-wrong': {
    title: 'Подпись неверна',
    reason: 'Подпись не сходится: данные изменены или подписаны другим ключом.',
    next: REFUSE_AND_REOPEN,
  },
  'content-mismatch': {
    title: 'Содержимое не то, что подписано',
    reason: 'Подпись относится к другому содержимому, чем то, которое пришло.',
    next: REFUSE_AND_REOPEN,
  },
  'content-missing': {
    title: 'Нет подписанного содержимого',
    reason: 'Подпись хранится отдельно от документа, а сам документ с ней не пришёл.',
    next: 'Попросите передать документ вместе с подписью; до этого о нём ничего сказать нельзя.',
  },
  'algorithm-refused': {
    title: 'Ненадёжный алгоритм подписи',
    reason: 'Подпись сделана способом, который больше не считается надёжным.',
    next: REFUSE_AND_REPORT,
  },
  'algorithm-unsupported': {
    title: 'Алгоритм подписи не поддержан',
    reason: 'Программа не умеет проверять такую подпись, и судить о документе нельзя.',
    next: 'Сообщите администратору, что нужно обновление; пока используйте другой порядок.',
  },
  'signer-not-owner-body': {
    title: 'Подписал не тот орган',
    reason: 'Подпись поставил не тот государственный орган, который ведёт эти данные.',
    next: REFUSE_AND_REOPEN,
  },
  'signer-not-for-signing': {
    title: 'Сертификат не для подписи',
    reason: 'Этим сертификатом подписывать документы не разрешено.',
    next: REFUSE_AND_REPORT,
  },
  'signer-unidentified': {
    title: 'Подписавший не установлен',
    reason: 'По сертификату нельзя понять, кто подписал документ.',
    next: REFUSE_AND_REPORT,
  },
  'chain-untrusted': {
    title: 'Сертификату нельзя доверять',
    reason: 'Сертификат подписавшего не ведёт к доверенному корневому сертификату.',
    next: REFUSE_AND_REOPEN,
  },
  'chain-expired': {
    title: 'Сертификат не действовал',
    reason: 'В момент подписи один из сертификатов уже или ещё не действовал.',
    next: REFUSE_AND_REPORT,
  },
  'chain-broken-rule': {
    title: 'Сертификат нарушает правила',
    reason: 'Один из сертификатов выходит за рамки, заданные вышестоящим.',
    next: REFUSE_AND_REPORT,
  },
  'revocation-unknown': {
    title: 'Отзыв проверить не удалось',
    reason: 'Не получен ответ, отозван ли сертификат, поэтому судить о документе нельзя.',
    next: RETRY_LATER,
  },
  'revocation-stale': {
    title: 'Сведения об отзыве устарели',
    reason: 'Есть только старые сведения об отзыве сертификатов; полагаться на них нельзя.',
    next: RETRY_LATER,
  },
  'signer-revoked': {
    title: 'Сертификат подписавшего отозван',
    reason: 'Документ подписан ключом, сертификат которого отозван.',
    next: REFUSE_AND_REOPEN,
  },
  'issuer-revoked': {
    title: 'Сертификат центра отозван',
    reason: 'Отозван сертификат удостоверяющего центра, выдавшего ключ подписи.',
    next: REFUSE_AND_REPORT,
  },
  'certificate-not-issued': {
    title: 'Такой сертификат не выдавался',
    reason: 'Удостоверяющий центр сообщает, что не выдавал этого сертификата.',
    next: REFUSE_AND_REOPEN,
  },
  'timestamp-missing': {
    title: 'Нет метки времени',
    reason: 'Время подписи ничем не подтверждено.',
    next: 'Прочитайте документ и примите его, если всё остальное верно; сообщите руководителю, что нет метки времени.',
  },
  'timestamp-wrong': {
    title: 'Метка времени не подходит',
    reason: 'Метка времени повреждена или относится к другой подписи.',
    next: REFUSE_AND_REOPEN,
  },
  'timestamp-untrusted': {
    title: 'Метке времени нельзя доверять',
    reason: 'Служба, поставившая метку времени, не входит в число доверенных.',
    next: REFUSE_AND_REPORT,
  },
  'timestamp-unconfirmed': {
    title: 'Метку времени подтвердить не удалось',
    reason: 'Не получен свежий ответ, отозван ли сертификат службы времени, поэтому время подписания не доказано.',
    next: RETRY_LATER,
  },
  'timestamp-expired': {
    title: 'Метка времени не действовала',
    reason: 'Сертификат службы времени не действовал, когда она поставила метку.',
    next: REFUSE_AND_REPORT,
  },
} satisfies ReasonTexts;
