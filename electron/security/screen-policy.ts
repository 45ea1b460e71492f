/** Whether the page of a desk may see what is on the screen: to read a code there, in training and in remote support. */
import type { Connection } from '../../shared/domain/desk/connection.ts';
import { type AppOrigin, isOwnAddress } from './app-origin.ts';

/** The screen shows every other program too: outside training only an administrator's connection file lets a desk offer it. */
export const offersScreen = ({ environment, screenReading = false }: Pick<Connection, 'environment' | 'screenReading'>): boolean =>
  environment === 'training' || screenReading;

export interface ScreenQuestion {
  frame: 'top' | 'inner';
  address: string;
  /** What is heard belongs to nobody here. */
  sound: boolean;
}

/** Only that it may ask: what of the screen is shown the operator chooses at each question, outside the page. */
export const mayAskForScreen = ({ frame, address, sound }: ScreenQuestion, origin: AppOrigin, offered: boolean, operatorPresent: boolean): boolean =>
  offered && operatorPresent && frame === 'top' && !sound && isOwnAddress(address, origin);
