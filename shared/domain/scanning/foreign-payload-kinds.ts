/** The codes people show at a counter instead of an access to a document, as a table: the first row that fits names the payload. */
import { isIin } from '../person/iin.ts';
import type { ReasonCode } from '../reason-code.ts';
import { recogniseMrz } from './mrz.ts';

export type ForeignCode = Extract<
  ReasonCode,
  | 'qr-signing'
  | 'qr-login'
  | 'qr-payment'
  | 'qr-wifi'
  | 'qr-contact'
  | 'qr-mrz'
  | 'barcode-old-card'
  | 'qr-url'
  | 'not-our-qr'
>;

interface ForeignKind {
  code: ForeignCode;
  fits(text: string): boolean;
}

const matches = (pattern: RegExp) => (text: string) => pattern.test(text);

/** Order counts: a signing link is also a URL, an ИИН is also twelve digits of nothing. */
export const FOREIGN_PAYLOAD_KINDS: readonly ForeignKind[] = [
  // eGov Mobile signing: the scheme of the public specification, the old Firebase links and the present address.
  { code: 'qr-signing', fits: matches(/^mobilesign:/i) },
  { code: 'qr-signing', fits: matches(/^https?:\/\/(mgovsign|egovbusiness)\.page\.link([/?]|$)/i) },
  { code: 'qr-signing', fits: matches(/^https?:\/\/m\.egov\.kz\/mobilesign([/?]|$)/i) },
  // Sign-in by QR exists since October 2025; its text is not public, so every eGov address that speaks of signing in counts.
  { code: 'qr-login', fits: matches(/^(egov-?login|egovauth):/i) },
  { code: 'qr-login', fits: matches(/^https?:\/\/([a-z0-9-]+\.)*e?gov\.kz\/[^\s]*(login|log-in|signin|sign-in|auth|idp)/i) },
  { code: 'qr-login', fits: matches(/^https?:\/\/(idp|login|auth|passport)\.([a-z0-9-]+\.)*e?gov\.kz([/?]|$)/i) },
  // EMVCo merchant-presented code: object 00 of length 02 comes first, with value 01.
  { code: 'qr-payment', fits: matches(/^000201\d{2}/) },
  { code: 'qr-payment', fits: matches(/^(kaspi|kaspikz|homebank|halyk|jusan|freedombank):/i) },
  { code: 'qr-payment', fits: matches(/^https?:\/\/([a-z0-9-]+\.)*(kaspi|homebank|halykbank|bcc|jusan|fortebank|bankffin)\.kz([/?]|$)/i) },
  // Payment orders: GOST R 56042 and the EPC069-12 transfer.
  { code: 'qr-payment', fits: matches(/^ST0001[0-9]\|/) },
  { code: 'qr-payment', fits: matches(/^BCD\r?\n00[12]\r?\n/) },
  { code: 'qr-wifi', fits: matches(/^WIFI:/i) },
  { code: 'qr-contact', fits: matches(/^(BEGIN:VCARD|MECARD:|BIZCARD:)/i) },
  { code: 'qr-contact', fits: matches(/^(tel|mailto|sms|smsto):/i) },
  { code: 'qr-mrz', fits: (text) => recogniseMrz(text) !== null },
  // The linear code on the back of old identity cards is the bare ИИН.
  { code: 'barcode-old-card', fits: isIin },
  { code: 'qr-url', fits: matches(/^[a-z][a-z0-9+.-]*:\/\/[^\s]/i) },
  { code: 'qr-url', fits: matches(/^www\.[^\s]+\.[a-z]{2,}/i) },
];
