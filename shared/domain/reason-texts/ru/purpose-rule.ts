/** Texts for the rules of the chosen purpose, in Russian. */
import type { ReasonTexts } from '../reason-text.ts';

export const purposeRule = {
  'purpose-not-allowed': {
    title: 'Цель не допускает этот документ',
    reason: 'Для выбранной цели этот вид документа смотреть нельзя.',
    next: 'Выберите цель, которая отвечает услуге, или попросите другой документ.',
  },
  'presence-required': {
    title: 'Нужно личное присутствие',
    reason: 'Для этой услуги документ принимают, только когда владелец перед вами.',
    next: 'Попросите владельца открыть доступ здесь, на своём телефоне.',
  },
  'representative-not-allowed': {
    title: 'Нужен сам владелец',
    reason: 'Для этой цели документ показывает сам владелец, а не представитель.',
    next: 'Объясните, что владелец должен прийти и открыть доступ сам.',
  },
} satisfies ReasonTexts;
