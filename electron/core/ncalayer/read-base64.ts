/** Base 64 as portals hand it over: also with the armour that basics itself puts around a CMS, which the real application trips over. */
import { decodeBase64 } from '../../../shared/util/base64.ts';

const ARMOUR = /^-----BEGIN [A-Z0-9 ]{1,40}-----([A-Za-z0-9+/=\s]*)-----END [A-Z0-9 ]{1,40}-----\s*$/;

export function readBase64(text: string): Uint8Array<ArrayBuffer> | null {
  if (!text.startsWith('-----BEGIN ')) return decodeBase64(text);
  const inside = ARMOUR.exec(text)?.[1];
  return inside === undefined ? null : decodeBase64(inside);
}

/** What Java says of the first letter that is none, where portals show it. */
export function firstWrongLetter(text: string): string {
  const wrong = /[^A-Za-z0-9+/=\s]/.exec(text)?.[0] ?? '=';
  return `java.lang.IllegalArgumentException: Illegal base64 character ${wrong.charCodeAt(0).toString(16)}`;
}
