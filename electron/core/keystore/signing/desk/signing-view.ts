/** A request as the page draws it: what is asked, and the places whose keys may answer it. */
import type { KeyPlace } from '../../../../../shared/domain/signing/signing-keys.ts';
import type { SigningView } from '../../../../../shared/domain/signing/signing-request.ts';
import { FILE_STORE } from '../signing-order.ts';
import type { SigningRequest } from './signing-request.ts';

/** @param waiting requests behind this one @param places all that are there now */
export function signingView(request: SigningRequest, waiting: number, lastPlace: KeyPlace | null, places: SigningView['places']): SigningView {
  const { id, asking, step, task, keys } = request;
  const stores = keys?.stores ?? null;
  const filesAllowed = keys !== null && (stores === null || stores.includes(FILE_STORE));
  const offered = places.filter(({ place }) => (place.type === 'token' ? stores === null || stores.some((store) => store !== FILE_STORE) : filesAllowed));
  return { requestId: id, caller: asking.caller, locale: asking.locale, step, task, places: offered, files: filesAllowed, lastPlace, waiting };
}
