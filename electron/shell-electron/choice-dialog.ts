/** Asks the operator which of several things is meant: in a window of the system, which no page can answer. */
import { type BrowserWindow, dialog, type MessageBoxOptions } from 'electron';

/** In all three languages at once: the system's own window knows nothing of the desk's language. */
const QUESTIONS = {
  scanner: 'Сканер қайсысы?\nКоторый из них сканер?\nWhich one is the scanner?',
  screen: 'Код қай экранда? Жұмыс орны оның бір суретін алады.\nНа каком экране код? Рабочее место возьмёт один его снимок.\nWhich screen shows the code? The desk takes one picture of it.',
} as const;
const NONE = '✕';

/** @returns the place of the chosen name, or null */
export async function askWhich(thing: keyof typeof QUESTIONS, names: readonly string[], owner: BrowserWindow | null): Promise<number | null> {
  const question: MessageBoxOptions = { type: 'question', message: QUESTIONS[thing], buttons: [...names, NONE], cancelId: names.length, noLink: true };
  const { response } = await (owner === null ? dialog.showMessageBox(question) : dialog.showMessageBox(owner, question));
  return response < names.length ? response : null;
}
