/** Tells our access QR from every other code; looks at the text only, follows nothing and keeps nothing. */
import { FOREIGN_PAYLOAD_KINDS, type ForeignCode } from './foreign-payload-kinds.ts';

export type RecognisedPayload =
  | { kind: 'access'; token: string }
  /** Begins like ours, but what follows cannot be a token. */
  | { kind: 'damaged-access' }
  | { kind: 'foreign'; code: ForeignCode };

/** Unreserved characters of RFC 3986 section 2.3: an opaque token travels in a URL without escapes. */
const TOKEN = /^[A-Za-z0-9._~-]{8,512}$/;

/** `prefixes`: what stands before the token in the QR of «Открыть доступ», from the connection. */
export function recognisePayload(payload: string, prefixes: readonly string[]): RecognisedPayload {
  const text = payload.trim();
  const prefix = prefixes.find((candidate) => text.startsWith(candidate));
  if (prefix !== undefined) {
    const token = text.slice(prefix.length);
    return TOKEN.test(token) ? { kind: 'access', token } : { kind: 'damaged-access' };
  }
  const foreign = FOREIGN_PAYLOAD_KINDS.find((kind) => kind.fits(text));
  return { kind: 'foreign', code: foreign?.code ?? 'not-our-qr' };
}

/** Whether a text says what it is. A torn symbol that decodes to chance letters, or to half of an access, does not. */
export function isKnownPayload(payload: string, prefixes: readonly string[]): boolean {
  const recognised = recognisePayload(payload, prefixes);
  return recognised.kind === 'access' || (recognised.kind === 'foreign' && recognised.code !== 'not-our-qr');
}
