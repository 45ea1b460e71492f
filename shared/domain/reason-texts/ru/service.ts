/** Texts for outside systems that fail or answer wrongly; none of this is the citizen's doing, in Russian. */
import type { ReasonTexts } from '../reason-text.ts';

const RETRY_OR_PAPER = 'Повторите через минуту; если сбой затянется, перейдите к бумажному порядку.';
const RETRY_OR_REPORT = 'Повторите проверку; если не поможет, сообщите администратору код на экране.';

export const service = {
  'service-unreachable': {
    title: 'Сервис недоступен',
    reason: 'Связи с сервисом документов нет; гражданин здесь ни при чём.',
    next: RETRY_OR_PAPER,
  },
  'service-timeout': {
    title: 'Сервис не ответил вовремя',
    reason: 'Ответ не пришёл за отведённое время; дело в сервисе, а не в гражданине.',
    next: RETRY_OR_PAPER,
  },
  'service-error': {
    title: 'Сбой на стороне сервиса',
    reason: 'Сервис сообщил о внутренней ошибке; документ гражданина тут ни при чём.',
    next: RETRY_OR_PAPER,
  },
  'service-refused-us': {
    title: 'Сервис не принял наш запрос',
    reason: 'Нашей организации отказано в доступе: дело в её настройках или ключах.',
    next: 'Сообщите администратору код на экране; от гражданина ничего не требуется.',
  },
  'answer-malformed': {
    title: 'Ответ сервиса не читается',
    reason: 'Ответ пришёл в неожиданном виде, поэтому судить о документе нельзя.',
    next: RETRY_OR_REPORT,
  },
  'answer-too-large': {
    title: 'Ответ сервиса слишком велик',
    reason: 'Размер ответа больше допустимого, и он не был прочитан.',
    next: RETRY_OR_REPORT,
  },
  'answer-replayed': {
    title: 'Ответ не на наш запрос',
    reason: 'Пришёл ответ на другой, возможно старый, запрос.',
    next: 'Не принимайте документ; повторите проверку и сообщите администратору.',
  },
  'clock-skewed': {
    title: 'Часы компьютера неточны',
    reason: 'Часы слишком расходятся с часами сервиса, и сроки сравнить нельзя.',
    next: 'Попросите администратора выставить время; до этого проверка невозможна.',
  },
} satisfies ReasonTexts;
