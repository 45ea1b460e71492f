/** The agreement a person makes with the stand's НУЦ; a version is never edited, a new text gets a new one. The words are ours. */
import type { KeyAgreement } from '../../../shared/domain/issuance/portal-keys.ts';

export const AGREEMENT: KeyAgreement = {
  version: 'training-2026.2',
  clauses: [
    {
      kk: 'ҰКО-ға тіркеу куәлігін шығару үшін тегімді, атымды, әкемнің атын, ЖСН-імді және электрондық поштамды өңдеуге келісім беремін.',
      ru: 'Я даю НУЦ согласие обработать фамилию, имя, отчество, ИИН и адрес электронной почты, чтобы выпустить регистрационное свидетельство.',
      en: 'I agree that the certification centre uses my names, IIN and e-mail address to issue the certificate.',
    },
    {
      kk: 'Жабық кілт менің компьютерімде немесе токенімде жасалады. Оны да, құпиясөзін де ешкімге бермеймін: ЭЦҚ-ны басқаға беру үшін заң жауапкершілік көздейді.',
      ru: 'Закрытый ключ создаётся на моём компьютере или токене. Ни его, ни пароль я никому не передам: за передачу ЭЦП другому закон предусматривает ответственность.',
      en: 'The private key is made on my computer or token. I give neither it nor its password to anybody: handing an EDS to others is an offence.',
    },
    {
      kk: 'Кілт жоғалса немесе құпиясөзі басқаға белгілі болса, тіркеу куәлігін дереу қайтарып аламын.',
      ru: 'Если ключ потерян или пароль стал известен другому, я немедленно отзову регистрационное свидетельство.',
      en: 'If the key is lost or its password becomes known, I revoke the certificate at once.',
    },
    {
      kk: 'Файлдағы кілт 1 жыл, қорғалған тасымалдағыштағы кілт 3 жыл жарамды. Жаңа кілттер орнатылған сәтте бұрынғылары қайтарып алынады.',
      ru: 'Ключ в файле действует 1 год, на защищённом носителе — 3 года. Прежние ключи отзываются в момент установки новых.',
      en: 'A key in a file is valid for 1 year, on a protected carrier for 3 years. Earlier keys are revoked when the new ones are installed.',
    },
    {
      kk: 'ЭЦҚ-мен қол қойылған құжат өз қолыммен қол қойылған құжатпен тең.',
      ru: 'Документ, подписанный ЭЦП, равнозначен документу, подписанному собственноручно.',
      en: 'A document signed with the EDS counts as one signed by hand.',
    },
  ],
};
