/** The lexical level of XML 1.0 (fifth edition) without a DTD: names, white space, references and quoted values. */
import { Malformed } from '../../malformed.ts';

/** NameStartChar of 2.3 without the colon, in the order of the recommendation. */
const NAME_START =
  'A-Z_a-z\\u00C0-\\u00D6\\u00D8-\\u00F6\\u00F8-\\u02FF\\u0370-\\u037D\\u037F-\\u1FFF\\u200C\\u200D' +
  '\\u2070-\\u218F\\u2C00-\\u2FEF\\u3001-\\uD7FF\\uF900-\\uFDCF\\uFDF0-\\uFFFD\\u{10000}-\\u{EFFFF}';
const NC_NAME = `[${NAME_START}][${NAME_START}\\-.0-9\\u00B7\\u0300-\\u036F\\u203F\\u2040]*`;
/** A name with at most one colon, as namespaces require (Namespaces in XML 1.0, section 4). */
const QUALIFIED = new RegExp(`(?:(${NC_NAME}):)?(${NC_NAME})`, 'uy');
/** The same of the letters most names are made of; what follows must not belong to a longer name. */
const PLAIN = /(?:([A-Za-z_][\w.-]*):)?([A-Za-z_][\w.-]*)(?=[ \t\n=/>?])/y;
const SPACE = /[ \t\n]*/y;
/** XML 1.0 2.2: what no document may hold, written out or by reference. */
// oxlint-disable-next-line no-control-regex -- the control characters are the point
const FORBIDDEN = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF\uD800-\uDFFF]/u;
const REFERENCE = /&(?:#([0-9]{1,7})|#x([0-9A-Fa-f]{1,6})|([a-z]{2,4}));|&/g;
const PREDEFINED: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

export interface QualifiedName {
  prefix: string;
  localName: string;
}

export const writtenName = ({ prefix, localName }: QualifiedName): string => (prefix === '' ? localName : `${prefix}:${localName}`);

/** Ends of lines become line feeds (2.11); what may not be in a document is refused. @throws {Malformed} */
export function normalized(text: string): string {
  const lines = text.includes('\r') ? text.replaceAll(/\r\n?/g, '\n') : text;
  if (FORBIDDEN.test(lines)) throw new Malformed('character that XML cannot hold');
  return lines;
}

/** Character references and the five names every document knows; any other entity would need a DTD. @throws {Malformed} */
export function withoutReferences(raw: string): string {
  if (!raw.includes('&')) return raw;
  return raw.replaceAll(REFERENCE, (_, decimal?: string, hexadecimal?: string, name?: string) => {
    if (name !== undefined && Object.hasOwn(PREDEFINED, name)) return PREDEFINED[name]!;
    const code = decimal === undefined ? Number.parseInt(hexadecimal ?? '', 16) : Number(decimal);
    // NaN, and so out of range, for an entity of another name or a bare ampersand.
    if (!(code > 0 && code <= 0x10ffff)) throw new Malformed('entity or reference');
    const character = String.fromCodePoint(code);
    if (FORBIDDEN.test(character)) throw new Malformed('reference to a character that XML cannot hold');
    return character;
  });
}

export class XmlCursor {
  readonly #text: string;
  #position = 0;

  constructor(text: string) {
    this.#text = text;
  }

  get atEnd(): boolean {
    return this.#position === this.#text.length;
  }

  startsWith(sign: string): boolean {
    return this.#text.startsWith(sign, this.#position);
  }

  /** Passes over this sign if it comes next. */
  takes(sign: string): boolean {
    const found = this.startsWith(sign);
    if (found) this.#position += sign.length;
    return found;
  }

  /** @throws {Malformed} */
  expect(sign: string): void {
    if (!this.takes(sign)) throw new Malformed(`“${sign}” expected`);
  }

  /** Passes over white space and says whether there was any. */
  space(): boolean {
    SPACE.lastIndex = this.#position;
    const { length } = SPACE.exec(this.#text)![0];
    this.#position += length;
    return length > 0;
  }

  /** @throws {Malformed} */
  name(): QualifiedName {
    const match = this.#match(PLAIN) ?? this.#match(QUALIFIED);
    if (match === null) throw new Malformed('name expected');
    return { prefix: match[1] ?? '', localName: match[2]! };
  }

  #match(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.#position;
    const match = pattern.exec(this.#text);
    if (match !== null) this.#position = pattern.lastIndex;
    return match;
  }

  /** Everything before this sign, which is passed over. @throws {Malformed} when it never comes. */
  until(sign: string): string {
    const end = this.#text.indexOf(sign, this.#position);
    if (end === -1) throw new Malformed(`“${sign}” never comes`);
    const found = this.#text.slice(this.#position, end);
    this.#position = end + sign.length;
    return found;
  }

  /** Character data up to the next markup or the end. */
  characters(): string {
    const next = this.#text.indexOf('<', this.#position);
    const end = next === -1 ? this.#text.length : next;
    const found = this.#text.slice(this.#position, end);
    this.#position = end;
    return found;
  }

  /** Value of an attribute, normalised as one without a DTD is: CDATA (3.3.3). @throws {Malformed} */
  quoted(): string {
    const quote = this.takes('"') ? '"' : "'";
    if (quote === "'") this.expect("'");
    const raw = this.until(quote);
    if (raw.includes('<')) throw new Malformed('markup in an attribute');
    return withoutReferences(raw.replaceAll(/[\t\n]/g, ' '));
  }
}
