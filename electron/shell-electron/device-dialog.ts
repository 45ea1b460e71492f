/** Asks the operator which of several devices is the scanner. */
import { type BrowserWindow, dialog, type MessageBoxOptions } from 'electron';

/** In all three languages at once: the system's own window knows nothing of the desk's language. */
const QUESTION = 'Сканер қайсысы?\nКоторый из них сканер?\nWhich one is the scanner?';
const NONE = '✕';

/** @returns the place of the chosen name, or null */
export async function askWhichDevice(names: readonly string[], owner: BrowserWindow | null): Promise<number | null> {
  const question: MessageBoxOptions = { type: 'question', message: QUESTION, buttons: [...names, NONE], cancelId: names.length, noLink: true };
  const { response } = await (owner === null ? dialog.showMessageBox(question) : dialog.showMessageBox(owner, question));
  return response < names.length ? response : null;
}
