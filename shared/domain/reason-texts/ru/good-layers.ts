/** Texts for layers of a check that passed, and for those that were not reached, in Russian. */
import type { ReasonTexts } from '../reason-text.ts';

const NOTHING_TO_DO = 'Действий не требуется.';

export const goodLayers = {
  'access-granted': {
    title: 'Доступ открыт',
    reason: 'Гражданин открыл доступ к документу, и срок доступа ещё идёт.',
    next: NOTHING_TO_DO,
  },
  'integrity-intact': {
    title: 'Документ не изменён',
    reason: 'Содержимое документа в точности то, которое было подписано.',
    next: NOTHING_TO_DO,
  },
  'signer-owner-body': {
    title: 'Подписал орган-владелец',
    reason: 'Документ подписан государственным органом, который ведёт эти данные.',
    next: NOTHING_TO_DO,
  },
  'chain-trusted': {
    title: 'Сертификату можно доверять',
    reason: 'Сертификат подписавшего проверен до доверенного корневого сертификата.',
    next: NOTHING_TO_DO,
  },
  'not-revoked': {
    title: 'Сертификат не отозван',
    reason: 'Удостоверяющий центр подтвердил, что сертификат подписавшего не отозван.',
    next: NOTHING_TO_DO,
  },
  'timestamp-good': {
    title: 'Время подписи подтверждено',
    reason: 'Метка времени подлинная и относится к этой подписи.',
    next: NOTHING_TO_DO,
  },
  'document-in-force': {
    title: 'Документ действует',
    reason: 'Статус и срок документа в порядке.',
    next: NOTHING_TO_DO,
  },
  'person-alive': {
    title: 'Сведения о владельце в порядке',
    reason: 'Реестр физических лиц знает владельца, и данные совпадают.',
    next: NOTHING_TO_DO,
  },
  'purpose-allowed': {
    title: 'Цель допускает документ',
    reason: 'Для выбранной цели этот документ можно принять.',
    next: NOTHING_TO_DO,
  },
  'not-reached': {
    title: 'Не проверялось',
    reason: 'До этой проверки не дошло: раньше не пройдена другая.',
    next: 'Смотрите первую непройденную проверку в списке.',
  },
} satisfies ReasonTexts;
