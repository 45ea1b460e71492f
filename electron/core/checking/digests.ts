/** The hashes that stand in the journal instead of what they were made of. */
import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';
import { bytesToHex } from '../../../shared/util/bytes.ts';

/** SHA-256 of a signed document: nobody guesses a signature, so no key is needed. */
export const documentHash = (signedDocument: Uint8Array): string => bytesToHex(sha256(signedDocument));

/**
 * HMAC-SHA-256 of whatever was scanned or typed. Keyed, because six digits or the twelve of an old card are found from a
 * bare hash by trying them all; the label keeps these hashes apart from those of subjects.
 */
export const payloadHash = (key: Uint8Array, payload: string): string =>
  bytesToHex(hmac(sha256, key, utf8ToBytes(`payload\n${payload.toWellFormed()}`)));
