/** What `tekser verify` says of a file and its signers, in Russian. */
import type { VerifyText } from './en.ts';

export const verify: VerifyText = {
  good: 'Подпись верна',
  attention: 'Подпись верна, есть замечание',
  bad: 'Подпись неверна',
  undetermined: 'О подписи нельзя судить',
  signer: 'Подписал: {name}',
  role: 'В роли: {roles}',
  identified: 'Личность установлена: {channel}',
  signedAt: 'Метка времени: {at}',
  archivedAt: 'Архивная метка: {at}',
  claimedAt: 'По словам подписавшего: {at} (не доказано)',
  reading: 'Чтение: {percent} %',
  revocationAsOf: 'Сведения об отзыве на: {at}',
  roots: 'Доверенный корень: {worlds}',
  unknownRoot: 'неизвестный этой программе',
  signedDocument: 'Подписан весь документ',
  signedPart: 'Подписана только часть {part}',
  signedFile: 'Подписан файл: {name}, байт: {bytes}',
};
