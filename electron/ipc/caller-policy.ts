/** Who may call the core: the top frame of the page at its exact origin. */
import { type AppOrigin, isOwnAddress } from '../security/app-origin.ts';

export interface Caller {
  frame: 'top' | 'inner';
  /** Address of the calling frame as the shell, not the page, knows it. */
  address: string;
}

export const mayCall = (caller: Caller, origin: AppOrigin): boolean => caller.frame === 'top' && isOwnAddress(caller.address, origin);
