/** Texts for the rules of the chosen purpose, in Kazakh. */
import type { ReasonTexts } from '../reason-text.ts';

export const purposeRule = {
  'purpose-not-allowed': {
    title: 'Бұл құжат мақсатқа сай емес',
    reason: 'Таңдалған мақсат үшін мұндай құжатты қарауға болмайды.',
    next: 'Қызметке сай мақсатты таңдаңыз немесе басқа құжат сұраңыз.',
  },
  'presence-required': {
    title: 'Өзі келуі қажет',
    reason: 'Бұл қызмет үшін құжат иесі алдыңызда тұрғанда ғана қабылданады.',
    next: 'Құжат иесінен қолжетімділікті осы жерде, өз телефонында ашуын сұраңыз.',
  },
  'representative-not-allowed': {
    title: 'Құжат иесінің өзі керек',
    reason: 'Бұл мақсатта құжатты өкілі емес, иесінің өзі көрсетеді.',
    next: 'Құжат иесі өзі келіп, қолжетімділікті өзі ашуы керек екенін түсіндіріңіз.',
  },
} satisfies ReasonTexts;
