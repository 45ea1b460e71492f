/** What `tekser verify` says of a file and its signers, in Kazakh. */
import type { VerifyText } from './en.ts';

export const verify: VerifyText = {
  good: 'Қолтаңба дұрыс',
  attention: 'Қолтаңба дұрыс, ескертуі бар',
  bad: 'Қолтаңба дұрыс емес',
  undetermined: 'Қолтаңбаны бағалау мүмкін болмады',
  signer: 'Қол қойған: {name}',
  role: 'Рөлі: {roles}',
  identified: 'Жеке басы анықталған жолы: {channel}',
  signedAt: 'Уақыт белгісі: {at}',
  archivedAt: 'Мұрағаттық белгі: {at}',
  claimedAt: 'Қол қоюшының айтуынша: {at} (дәлелденбеген)',
  reading: 'Оқылуда: {percent} %',
  revocationAsOf: 'Қайтарып алу дерегінің уақыты: {at}',
  roots: 'Сенімді түбір: {worlds}',
  unknownRoot: 'бұл бағдарламаға белгісіз',
  signedDocument: 'Құжатқа тұтас қол қойылған',
  signedPart: 'Тек {part} бөлігіне қол қойылған',
  signedFile: 'Қол қойылған файл: {name}, байт саны: {bytes}',
};
