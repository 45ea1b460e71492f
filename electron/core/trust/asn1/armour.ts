/** PEM armour (RFC 7468) around a signature or a certificate, as files and web portals carry it. */
import { type Bytes, Malformed } from './der.ts';

const DASH = 0x2d;
const ARMOUR = /^-----BEGIN ([A-Z0-9 ]{1,40})-----([A-Za-z0-9+/=\s]+)-----END \1-----\s*$/;

/** Bytes that do not begin with a dash are taken for binary. @throws {Malformed} */
export function withoutArmour(input: Uint8Array): Bytes {
  if (input[0] !== DASH) return new Uint8Array(input);
  const match = ARMOUR.exec(new TextDecoder().decode(input));
  if (match === null) throw new Malformed('armour');
  try {
    return Uint8Array.from(atob(match[2]!.replaceAll(/\s/g, '')), (character) => character.charCodeAt(0));
  } catch {
    throw new Malformed('armour');
  }
}
