/** Distinguished names: read by attribute type, compared by a canonical form. */
import { bytesToHex } from '../../../../shared/util/bytes.ts';
import { type Bytes, complete, DerReader, type Element, TAG } from '../asn1/der.ts';
import { Malformed } from '../malformed.ts';
import { readOid, textOf } from '../asn1/der-values.ts';

export interface Name {
  encoded: Bytes;
  attributes: { type: string; text: string }[];
  /** Canonical form of each relative distinguished name, outermost first. */
  relativeNames: string[];
  /** Equal for names that RFC 5280 7.1 calls equal. */
  canonical: string;
}

/**
 * Case of A–Z and runs of spaces do not count, the string type does not count; every other character does, invisible ones too:
 * locale-aware comparison would call “Issu(soft hyphen)ing CA” and “Issuing CA” the same.
 */
function canonicalText(text: string): string {
  const lower = text.replaceAll(/[A-Z]+/g, (letters) => letters.toLowerCase());
  return / {2}|^ | $/.test(lower) ? lower.replaceAll(/ +/g, ' ').replaceAll(/^ | $/g, '') : lower;
}

export function readName(element: Element): Name {
  if (element.tag !== TAG.sequence) throw new Malformed('name');
  const attributes: Name['attributes'] = [];
  const relativeNames = new DerReader(element.content).rest().map((relativeName) => {
    if (relativeName.tag !== TAG.set) throw new Malformed('relative name');
    return readRelativeName(relativeName.content, attributes);
  });
  return { encoded: element.encoded, attributes, relativeNames, canonical: relativeNames.join(',') };
}

/** Canonical form of one RelativeDistinguishedName from inside its SET; its texts are added to `attributes`. @throws {Malformed} */
export function readRelativeName(content: Bytes, attributes: Name['attributes']): string {
  if (content.length === 0) throw new Malformed('relative name');
  const parts = new DerReader(content).rest().map((attribute) => {
    if (attribute.tag !== TAG.sequence) throw new Malformed('attribute of a name');
    const { type, value } = complete(new DerReader(attribute.content), (reader) => ({ type: readOid(reader), value: reader.element() }));
    const text = textOf(value);
    if (text === null) return `${type}=#${bytesToHex(value.encoded)}`;
    attributes.push({ type, text });
    return JSON.stringify([type, canonicalText(text)]);
  });
  return parts.toSorted().join('+');
}

export const attributeTexts = (name: Name, type: string): string[] =>
  name.attributes.filter((attribute) => attribute.type === type).map((attribute) => attribute.text);

/** For people: the common name, else the organisation, else nothing better than the types. */
export const commonNameOf = (name: Name): string =>
  attributeTexts(name, '2.5.4.3')[0] ?? attributeTexts(name, '2.5.4.10')[0] ?? name.attributes.map(({ text }) => text).join(', ');
