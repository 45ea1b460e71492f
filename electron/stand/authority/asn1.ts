/** Short constructors for the DER the authority issues, over asn1js. */
import * as asn1js from 'asn1js';

export type Asn1 = asn1js.BaseBlock;

const buffer = (bytes: Uint8Array): ArrayBuffer => new Uint8Array(bytes).buffer;

export const der = (value: Asn1): Uint8Array => new Uint8Array(value.toBER());
export const seq = (...value: Asn1[]): Asn1 => new asn1js.Sequence({ value });
export const set = (...value: Asn1[]): Asn1 => new asn1js.Set({ value });
export const oid = (value: string): Asn1 => new asn1js.ObjectIdentifier({ value });
export const utf8 = (value: string): Asn1 => new asn1js.Utf8String({ value });
export const printable = (value: string): Asn1 => new asn1js.PrintableString({ value });
export const ia5 = (value: string): Asn1 => new asn1js.IA5String({ value });
export const octets = (bytes: Uint8Array): Asn1 => new asn1js.OctetString({ valueHex: buffer(bytes) });
export const bool = (value: boolean): Asn1 => new asn1js.Boolean({ value });
export const nothing = (): Asn1 => new asn1js.Null();
export const enumerated = (value: number): Asn1 => new asn1js.Enumerated({ value });

export const bits = (bytes: Uint8Array, unusedBits = 0): Asn1 => new asn1js.BitString({ valueHex: buffer(bytes), unusedBits });

/** A number, or the content octets of an already minimal INTEGER. */
export const int = (value: number | Uint8Array): Asn1 =>
  typeof value === 'number' ? new asn1js.Integer({ value }) : new asn1js.Integer({ valueHex: buffer(value) });

export const explicit = (tagNumber: number, ...value: Asn1[]): Asn1 =>
  new asn1js.Constructed({ idBlock: { tagClass: 3, tagNumber }, value });

export const implicitOctets = (tagNumber: number, bytes: Uint8Array): Asn1 =>
  new asn1js.Primitive({ idBlock: { tagClass: 3, tagNumber }, valueHex: buffer(bytes) });

/** Puts ready DER into a structure. @throws {SyntaxError} when it is not ASN.1. */
export function embedded(bytes: Uint8Array): Asn1 {
  const parsed = asn1js.fromBER(bytes, { maxNodes: 200_000, maxContentLength: 64 * 1024 * 1024 });
  if (parsed.offset === -1) throw new SyntaxError(parsed.result.error);
  return parsed.result;
}

const twoDigits = (value: number): string => String(value).padStart(2, '0');
const clockText = (date: Date): string =>
  [date.getUTCMonth() + 1, date.getUTCDate(), date.getUTCHours(), date.getUTCMinutes(), date.getUTCSeconds()].map(twoDigits).join('') + 'Z';

/** Whole seconds without a fraction (RFC 5280 4.1.2.5.2). */
export const generalizedTime = (date: Date): Asn1 => textTime(24, `${date.getUTCFullYear()}${clockText(date)}`);

/** UTCTime to the end of 2049, GeneralizedTime after (RFC 5280 4.1.2.5). */
export const time = (date: Date): Asn1 =>
  date.getUTCFullYear() < 2050 ? textTime(23, twoDigits(date.getUTCFullYear() % 100) + clockText(date)) : generalizedTime(date);

function textTime(tagNumber: number, text: string): Asn1 {
  return new asn1js.Primitive({ idBlock: { tagClass: 1, tagNumber }, valueHex: buffer(new TextEncoder().encode(text)) });
}

/** SET OF in DER order: by the encodings of its elements (X.690 11.6). */
export const setOf = (...value: Asn1[]): Asn1 =>
  set(
    ...value
      .map((element) => ({ element, order: Buffer.from(der(element)) }))
      .toSorted((a, b) => Buffer.compare(a.order, b.order))
      .map(({ element }) => element),
  );
