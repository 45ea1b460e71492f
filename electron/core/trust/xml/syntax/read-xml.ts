/**
 * Reads XML 1.0 with namespaces, strictly and within bounds. There is no DTD: whoever brings one brings entities, defaults and
 * attribute types that change what a signature covers, and is refused.
 */
import type { Bytes } from '../../asn1/der.ts';
import { Malformed } from '../../malformed.ts';
import { LIMITS } from '../../limits.ts';
import { beginElement, type OpenElement } from './begin-element.ts';
import { createNamespaceScopes } from './namespace-scopes.ts';
import { normalized, withoutReferences, writtenName, XmlCursor } from './xml-cursor.ts';
import type { XmlComment, XmlDocument, XmlInstruction, XmlNode, XmlText } from './xml-tree.ts';

const SPACES = '[ \\t\\n]+';
const EQUALS = '[ \\t\\n]*=[ \\t\\n]*';
/** XMLDecl (2.8): version, then encoding, then standalone. */
const DECLARATION = new RegExp(
  `^<\\?xml${SPACES}version${EQUALS}(?:"1\\.0"|'1\\.0')` +
    `(?:${SPACES}encoding${EQUALS}(?:"(?<double>[\\w.-]+)"|'(?<single>[\\w.-]+)'))?` +
    `(?:${SPACES}standalone${EQUALS}(?:"(?:yes|no)"|'(?:yes|no)'))?[ \\t\\n]*\\?>`,
);
const UTF8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const BYTE_ORDER_MARK = '\uFEFF';

/** @throws {Malformed} for anything but well-formed UTF-8 XML without a DTD. */
export function readXml(input: Uint8Array): XmlDocument {
  if (input.length > LIMITS.xmlBytes) throw new Malformed('document too large');
  let text: string;
  try {
    text = UTF8.decode(input as Bytes);
  } catch {
    throw new Malformed('not UTF-8');
  }
  return readDocument(text, 'utf-8');
}

/** Of text that is characters already: an encoding it names is of no account. @throws {Malformed} */
export function readXmlText(text: string): XmlDocument {
  if (text.length > LIMITS.xmlBytes) throw new Malformed('document too large');
  return readDocument(text, null);
}

function readDocument(input: string, encoding: 'utf-8' | null): XmlDocument {
  const text = normalized(input.startsWith(BYTE_ORDER_MARK) ? input.slice(1) : input);
  const declaration = DECLARATION.exec(text);
  const named = declaration?.groups?.['double'] ?? declaration?.groups?.['single'] ?? 'utf-8';
  if (encoding !== null && named.toLowerCase() !== encoding) throw new Malformed('encoding');
  const children = readNodes(new XmlCursor(text.slice(declaration?.[0].length ?? 0)));
  const roots = children.filter((node) => node.kind === 'element');
  const [root] = roots;
  if (root === undefined || roots.length > 1) throw new Malformed('not exactly one root');
  return { kind: 'document', root, children: children.filter(({ kind }) => kind !== 'text'), size: text.length };
}

/** One pass without recursion: how deep a document is may not decide over the stack. */
function readNodes(cursor: XmlCursor): XmlNode[] {
  const scopes = createNamespaceScopes();
  const top: XmlNode[] = [];
  const open: OpenElement[] = [];
  let nodes = 0;
  while (!cursor.atEnd) {
    const siblings = open.at(-1)?.children ?? top;
    if ((nodes += 1) > LIMITS.xmlNodes) throw new Malformed('too many parts');
    if (!cursor.startsWith('<')) addText(siblings, characterData(cursor, open.length));
    else if (cursor.takes('</')) {
      const ended = open.pop();
      if (ended === undefined || writtenName(cursor.name()) !== ended.name) throw new Malformed('end of another element');
      cursor.space();
      cursor.expect('>');
      scopes.leave(ended.element.declarations);
    } else if (cursor.takes('<!--')) siblings.push(comment(cursor));
    else if (cursor.takes('<![CDATA[')) {
      if (open.length === 0) throw new Malformed('text outside the root');
      addText(siblings, cursor.until(']]>'));
    } else if (cursor.takes('<?')) siblings.push(instruction(cursor));
    else if (cursor.startsWith('<!')) throw new Malformed('document type declaration');
    else {
      if (open.length >= LIMITS.xmlDepth) throw new Malformed('nested too deep');
      const begun = beginElement(cursor, scopes, open.at(-1)?.element ?? null);
      siblings.push(begun.element);
      if (cursor.takes('/>')) scopes.leave(begun.element.declarations);
      else {
        cursor.expect('>');
        open.push(begun);
      }
    }
  }
  if (open.length > 0) throw new Malformed('element without an end');
  return top;
}

function characterData(cursor: XmlCursor, depth: number): string {
  const raw = cursor.characters();
  if (raw.includes(']]>')) throw new Malformed('“]]>” in text');
  if (depth === 0 && /[^ \t\n]/.test(raw)) throw new Malformed('text outside the root');
  return withoutReferences(raw);
}

function addText(siblings: XmlNode[], text: string): void {
  const last = siblings.at(-1);
  if (last?.kind === 'text') (last as XmlText).text += text;
  else if (text !== '') siblings.push({ kind: 'text', text });
}

function comment(cursor: XmlCursor): XmlComment {
  const text = cursor.until('--');
  cursor.expect('>');
  return { kind: 'comment', text };
}

function instruction(cursor: XmlCursor): XmlInstruction {
  const { prefix, localName: target } = cursor.name();
  if (prefix !== '' || target.toLowerCase() === 'xml') throw new Malformed('processing instruction');
  const spaced = cursor.space();
  const data = cursor.until('?>');
  if (!spaced && data !== '') throw new Malformed('processing instruction');
  return { kind: 'instruction', target, data };
}
