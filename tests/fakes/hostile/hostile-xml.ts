/** XML documents of 64 KB made to keep a reader busy: whatever is looked up, compared or written again and again. */
import { DSIG, ENVELOPED, EXCLUSIVE_C14N, XADES, XADES_141 } from '../../../electron/core/trust/xml/names.ts';
import { authority, CONTENT } from '../../unit/trust/trial/trial-judgement.ts';
import { token } from '../../unit/trust/trial/trial-signature.ts';
import { signedXml, xadesParts } from '../../unit/trust/xml/trial-xml.ts';

const SIZE = 64 * 1024;
const range = (count: number): number[] => Array.from({ length: count }, (_, index) => index);
const name = (index: number): string => `n${index.toString(36)}`;

/** As many pieces between head and tail as there is room for. */
function filled(head: string, piece: string | ((index: number) => string), tail = '</a>'): string {
  const pieces: string[] = [];
  for (let room = SIZE - head.length - tail.length, index = 0; ; index += 1) {
    const next = typeof piece === 'string' ? piece : piece(index);
    if ((room -= next.length) < 0) return head + pieces.join('') + tail;
    pieces.push(next);
  }
}

/** Elements inside each other, as deep as a document may be. */
function nested(tag: (level: number) => string, inside: string, depth = 190): string {
  return range(depth).reduceRight((content, level) => `<${tag(level)}>${content}</${tag(level).split(' ')[0]!}>`, inside);
}

const attributes = (prefixes: readonly string[]): string => `<b ${range(250).map((at) => `${prefixes[at % prefixes.length]!}${name(at)}=""`).join(' ')}/>`;
const longNamespace = (length: number, end = ''): string => `urn:${'x'.repeat(length)}${end}`;
const prefixList = range(250).map(name).join(' ');
const unsigned = `<s:Signature xmlns:s="${DSIG}"><s:SignedInfo/><s:SignatureValue/></s:Signature>`;
const listing = `<s:CanonicalizationMethod Algorithm="${EXCLUSIVE_C14N}"><e:InclusiveNamespaces xmlns:e="${EXCLUSIVE_C14N}" PrefixList="${prefixList}"/></s:CanonicalizationMethod>`;

/** Signatures of anybody, who need not be trusted to make work: each over all of the document. */
async function signedOften(count: number): Promise<string> {
  let xml = `<order>${'<b/>'.repeat(2_000)}</order>`;
  for (let at = 0; at < count; at += 1)
    xml = await signedXml({ document: xml.replace('</order>', '{signature}</order>'), references: [{ transforms: [ENVELOPED, EXCLUSIVE_C14N] }] });
  return xml.replace('<b/>', '<c/>');
}

/** Archive time-stamps after thousands of properties, deep inside a document with a declaration on every level. */
async function archivedOften(): Promise<string> {
  const parts = xadesParts('s', '');
  const signed = await signedXml({ ...parts, document: nested((level) => `n xmlns:${name(level)}="u:"`, '{signature}', 180), references: [{}, parts.reference] });
  const stamp = `<t:ArchiveTimeStamp xmlns:t="${XADES_141}"><x:EncapsulatedTimeStamp xmlns:x="${XADES}">${Buffer.from(token({ authority, stamped: CONTENT })).toString('base64')}</x:EncapsulatedTimeStamp></t:ArchiveTimeStamp>`;
  const [before, after] = signed.split('{unsigned}') as [string, string];
  return filled(before, '<b/>', stamp.repeat(4) + after);
}

export const HOSTILE_XML: Readonly<Record<string, () => string | Promise<string>>> = {
  'empty elements': () => filled('<a>', '<b/>'),
  'elements with attributes': () => filled('<a>', '<b c="" d=""/>'),
  'one long text': () => filled('<a>', 'x'),
  'comments': () => filled('<a>', '<!---->'),
  'texts cut by comments': () => filled('<a>', 'x<!---->'),
  'sections': () => filled('<a>', '<![CDATA[]]>'),
  'instructions': () => filled('<a>', '<?b?>'),
  'references': () => filled('<a>', '&#65;'),
  'names of other letters': () => filled('<a>', '<ә/>', '</a>').slice(0, SIZE / 2) + '</a>',
  'declarations of one prefix': () => filled('<a>', '<b:b xmlns:b="u:b"/>'),
  'a default that comes and goes': () => filled('<a>', '<b xmlns="u:a"><c xmlns=""/></b>'),
  'a declaration on every level': () => nested((level) => `n xmlns:${name(level)}="u:"`, '<b/>'.repeat(14_500)),
  'attributes of xml on every level': () => nested((level) => `n xml:${name(level)}=""`, '<b/>'.repeat(14_500)),
  'hundreds of declarations in force': () => nested((level) => `n ${range(250).map((at) => `xmlns:${name(250 * level + at)}="u:"`).join(' ')}`, '<b/>'.repeat(2_000), 10),
  'a namespace used often': () => filled(`<a xmlns:p="${longNamespace(1_000)}">`, '<p:b/>'),
  'a long namespace used often': () => filled(`<a xmlns:p="${longNamespace(SIZE / 2)}">`, '<p:b/>'),
  'attributes of one namespace': () => filled(`<a xmlns:p="${longNamespace(1_000)}">`, attributes(['p:'])),
  'attributes of a long namespace': () => filled(`<a xmlns:p="${longNamespace(SIZE / 2)}">`, attributes(['p:'])),
  'attributes of two namespaces that are almost one': () => filled(`<a xmlns:p="${longNamespace(1_000, '1')}" xmlns:q="${longNamespace(1_000, '2')}">`, attributes(['p:', 'q:'])),
  'attributes of two long namespaces that are almost one': () => filled(`<a xmlns:p="${longNamespace(SIZE / 4, '1')}" xmlns:q="${longNamespace(SIZE / 4, '2')}">`, attributes(['p:', 'q:'])),
  'attributes whose names are almost one': () => filled('<a>', `<b ${range(250).map((at) => `${'x'.repeat(230)}${name(at)}=""`).join(' ')}/>`),
  'identifiers': () => filled('<a>', '<b Id=""/>'),
  'signatures': () => filled('<a>', unsigned),
  'a prefix list over thousands of elements': () =>
    filled(`<a><s:Signature xmlns:s="${DSIG}"><s:SignedInfo>${listing}`, '<b/>', '</s:SignedInfo><s:SignatureValue>AAAA</s:SignatureValue></s:Signature></a>'),
  'sixteen signatures over all of it': () => signedOften(16),
  'archive time-stamps over thousands of properties': archivedOften,
  'white space': () => `<a${' '.repeat(SIZE - 10)}/>`,
  'a name without an end': () => '<'.padEnd(SIZE, 'a'),
  'no end': () => filled('', '<a b="', ''),
  'elements without an end': () => '<a>'.repeat(SIZE / 3),
};
