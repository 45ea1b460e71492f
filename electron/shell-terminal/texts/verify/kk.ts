/** What `tekser verify` says of a file and its signers, in Kazakh. */
import type { VerifyText } from './en.ts';

export const verify: VerifyText = {
  good: 'Қолтаңба дұрыс',
  bad: 'Қолтаңба дұрыс емес',
  undetermined: 'Қолтаңбаны бағалау мүмкін болмады',
  signer: 'Қол қойған: {name}',
  signedAt: 'Уақыт белгісі: {at}',
  archivedAt: 'Мұрағаттық белгі: {at}',
  claimedAt: 'Қол қоюшының айтуынша: {at} (дәлелденбеген)',
  reading: 'Оқылуда: {percent} %',
  revocationAsOf: 'Кері қайтару туралы мәлімет мына сәтке: {at}',
  signedDocument: 'Құжатқа тұтас қол қойылған',
  signedPart: 'Тек {part} бөлігіне қол қойылған',
  signedFile: 'Қол қойылған файл: {name}, байт саны: {bytes}',
};
