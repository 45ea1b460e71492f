/** Base 64 and fingerprints of what goes to the portal, in the page. */
import { bytesToHex } from '../../../shared/util/bytes.ts';

export const sha256Hex = async (bytes: Uint8Array<ArrayBuffer>): Promise<string> => bytesToHex(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)));

/** As people compare it: groups of four. */
export const inGroups = (hex: string): string => (hex.match(/.{1,4}/g) ?? []).join(' ');
