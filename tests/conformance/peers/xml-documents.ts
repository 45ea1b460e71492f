/** Documents as fast-check makes them up: namespaces that shadow each other, attributes of all kinds, references, comments, CDATA. */
import fc from 'fast-check';

const PREFIXES = ['', 'a', 'b', 'ә'];
/** libxml2 takes only what is a URI, letter for letter, and forgets to escape “&” in one. */
const URIS = ['urn:x', 'urn:y', 'http://example.test/z?a=b'];
const TEXTS = ['', ' ', 'x', '\n\t', 'қазақ', '&lt;&amp;&gt;', '&#13;&#10;&#9;', '&quot;&apos;', '\u2028\u0085', '\u{1D538}', ']]&gt;'];

interface Made {
  name: string;
  prefix: string;
  declared: [string, string][];
  attributes: [string, string, string][];
  children: (Made | string)[];
}

const text = fc.constantFrom(...TEXTS);
const aside = fc.oneof(text, fc.constantFrom('<!-- c -->', '<?pi d  e ?>', '<?pi?>', '<![CDATA[<&>\r\n]]>'));
const { element } = fc.letrec<{ element: Made }>((tie) => ({
  element: fc.record({
    name: fc.constantFrom('e', 'f', 'қ', '_.-1'),
    prefix: fc.constantFrom(...PREFIXES),
    declared: fc.uniqueArray(fc.tuple(fc.constantFrom(...PREFIXES), fc.constantFrom(...URIS)), { selector: ([prefix]) => prefix, maxLength: 3 }),
    attributes: fc.array(fc.tuple(fc.constantFrom('', 'a', 'b', 'xml'), fc.constantFrom('k', 'l', 'id', 'lang'), text), { maxLength: 4 }),
    children: fc.array(fc.oneof({ depthSize: 'small', maxDepth: 4 }, aside, tie('element')), { maxLength: 4 }),
  }),
}));

function written({ name, prefix, declared, attributes, children }: Made, scope: ReadonlyMap<string, string>): string {
  const inner = new Map([...scope, ...declared]);
  const known = inner.has(prefix) ? prefix : '';
  const seen = new Set<string>();
  const kept = attributes.filter(([attributePrefix, local]) => {
    const namespace = attributePrefix === '' ? '' : attributePrefix === 'xml' ? 'xml' : inner.get(attributePrefix);
    const key = `${namespace} ${local}`;
    return namespace !== undefined && !seen.has(key) && seen.add(key);
  });
  const qualified = (before: string, local: string): string => (before === '' ? local : `${before}:${local}`);
  const tag = qualified(known, name);
  const markup = [
    ...declared.map(([declaredPrefix, uri]) => ` ${qualified(declaredPrefix === '' ? '' : 'xmlns', declaredPrefix === '' ? 'xmlns' : declaredPrefix)}="${uri}"`),
    ...kept.map(([attributePrefix, local, value]) => ` ${qualified(attributePrefix, local)} = '${value}'`),
  ].join('');
  const inside = children.map((child) => (typeof child === 'string' ? child : written(child, inner))).join('');
  return inside === '' ? `<${tag}${markup}/>` : `<${tag}${markup}>${inside}</${tag}>`;
}

const around = fc.constantFrom('', '\n', '<!-- around -->', '<?around?>\n');
export const anyDocument: fc.Arbitrary<string> = fc
  .tuple(around, element, around)
  .map(([before, made, after]) => `${before}${written(made, new Map())}${after}`);
