/** Reminds of keys that end through the notifications of the operating system, in the language of the desk. */
import { Notification } from 'electron';
import type { Language } from '../../shared/domain/localized.ts';
import type { Notifier } from '../ports/notifier.ts';

/** No name and no number: the lock screen of some systems shows notifications to everybody. */
const TEXTS: Readonly<Record<Language, { title: string; body: (days: number) => string }>> = {
  kk: { title: 'ЭЦҚ кілтінің мерзімі аяқталады', body: (days) => `Қалған күн: ${days}. Tekser бағдарламасында «Кілттер» бөлімін ашыңыз.` },
  ru: { title: 'Срок ключа ЭЦП заканчивается', body: (days) => `Осталось дней: ${days}. Откройте в программе Tekser раздел «Ключи».` },
  en: { title: 'A signing key ends soon', body: (days) => `Days left: ${days}. Open “Keys” in Tekser.` },
};

/** @param language of the desk at that moment */
export function createElectronNotifier(language: () => Promise<Language>): Notifier {
  return {
    async keyEnding({ daysLeft }) {
      if (!Notification.isSupported()) return;
      const { title, body } = TEXTS[await language()];
      new Notification({ title, body: body(daysLeft) }).show();
    },
  };
}
