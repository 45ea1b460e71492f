/** PEM armour (RFC 7468) around signatures, certificates and keys, as files and web portals carry it: put on, and taken off. */
import { decodeBase64, encodeBase64Lines } from '../../../../shared/util/base64.ts';
import type { Bytes } from './der.ts';
import { Malformed } from '../malformed.ts';

const DASH = 0x2d;
const ARMOUR = /^-----BEGIN ([A-Z0-9 ]{1,40})-----([A-Za-z0-9+/=\s]+)-----END \1-----\s*$/;

/** Bytes that do not begin with a dash are taken for binary. @throws {Malformed} */
export function withoutArmour(input: Uint8Array): Bytes {
  if (input[0] !== DASH) return new Uint8Array(input);
  const match = ARMOUR.exec(new TextDecoder().decode(input));
  if (match === null) throw new Malformed('armour');
  const bytes = decodeBase64(match[2]!);
  if (bytes === null) throw new Malformed('armour');
  return bytes;
}

/** 64 letters a line (RFC 7468 section 2). */
const LINE_OCTETS = 48;

export const withArmour = (label: string, bytes: Uint8Array): string =>
  `-----BEGIN ${label}-----\n${encodeBase64Lines(bytes, LINE_OCTETS)}-----END ${label}-----\n`;
