/** Where a window may go and what it may load: its own origin, nothing else. */
import { type AppOrigin, isOwnAddress } from './app-origin.ts';

export const mayNavigate = (address: string, origin: AppOrigin): boolean => isOwnAddress(address, origin);

/** Pictures the page makes itself are blob: addresses with its own origin inside; everything else must be the bundle. */
export function mayRequest(address: string, origin: AppOrigin): boolean {
  return isOwnAddress(address.startsWith('blob:') ? address.slice('blob:'.length) : address, origin);
}

/** The citizen's phone of the stand is a page of the stand and stays on the stand. */
export function mayNavigatePhone(address: string, phoneAddress: string): boolean {
  const url = URL.parse(address);
  const phone = URL.parse(phoneAddress);
  return url !== null && phone !== null && url.protocol === phone.protocol && url.host === phone.host && url.username === '';
}
