/** Base64 as XML Schema has it: white space anywhere, nothing else besides the alphabet. */
import { type Bytes, Malformed } from '../asn1/der.ts';

const WHOLE = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;

/** @throws {Malformed} */
export function fromBase64(text: string): Bytes {
  const packed = text.replaceAll(/[ \t\r\n]+/g, '');
  if (packed === '' || !WHOLE.test(packed)) throw new Malformed('Base64');
  return Uint8Array.from(atob(packed), (character) => character.charCodeAt(0));
}

export const toBase64 = (bytes: Uint8Array): string => {
  let binary = '';
  for (let i = 0; i < bytes.length; i += 0x8000) binary += String.fromCharCode(...bytes.subarray(i, i + 0x8000));
  return btoa(binary);
};
