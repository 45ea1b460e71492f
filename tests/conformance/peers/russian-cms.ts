/** A signature of Kazakh GOST put into the words of RFC 9215, so that tools of Russian GOST can read it: the names of the algorithms, and the order of the octets of the value. */
import { type Bytes, DerReader, encode, objectIdentifier, oidOf, TAG } from '../../../electron/core/trust/asn1/index.ts';

/** The arc 1.2.398.3.10.1 of the NCA, and what stands for the same mathematics in Russia. */
const RUSSIAN_NAMES: Readonly<Record<string, string>> = {
  '1.2.398.3.10.1.1.2.2': '1.2.643.7.1.1.1.2',
  '1.2.398.3.10.1.1.2.2.1': '1.2.643.7.1.2.1.2.1',
  '1.2.398.3.10.1.1.2.3.2': '1.2.643.7.1.1.3.3',
  '1.2.398.3.10.1.3.3': '1.2.643.7.1.1.2.3',
};
/** r ‖ s of GOST 34.10-2015-512. */
const VALUE_LENGTH = 128;
const CONSTRUCTED = 0x20;

export interface Translation {
  /** False leaves r ‖ s lowest octet first, as it is here and nowhere else. */
  turnValues: boolean;
}

/** @param encoded DER; certificates inside are renamed too, so that their own signatures hold no longer. @throws {Malformed} */
export function inRussianWords(encoded: Bytes, translation: Translation = { turnValues: true }): Bytes {
  const elements = new DerReader(encoded).rest().map((element, place, all) => {
    const { tag, content } = element;
    if (tag === TAG.oid) return objectIdentifier(RUSSIAN_NAMES[oidOf(element)] ?? oidOf(element));
    if ((tag & CONSTRUCTED) !== 0) return encode(tag, inRussianWords(content, translation));
    // A value follows the name of its algorithm.
    const isValue = tag === TAG.octetString && content.length === VALUE_LENGTH && all[place - 1]?.tag === TAG.sequence;
    return encode(tag, isValue && translation.turnValues ? content.toReversed() : content);
  });
  return Uint8Array.from(Buffer.concat(elements));
}
