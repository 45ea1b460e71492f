/** Which texts are XML documents, and which are refused; each refused one stands beside its accepted twin. */
import { describe, expect, it } from 'vitest';
import { Malformed } from '../../../../electron/core/trust/malformed.ts';
import { LIMITS } from '../../../../electron/core/trust/limits.ts';
import { readXml, readXmlText } from '../../../../electron/core/trust/xml/syntax/read-xml.ts';
import { attributeOf, childElements, childText, elementsOf, onlyChild, textOf } from '../../../../electron/core/trust/xml/syntax/xml-tree.ts';

const refused = (text: string | Uint8Array): string | null => {
  try {
    readXml(typeof text === 'string' ? new TextEncoder().encode(text) : text);
    return null;
  } catch (error) {
    if (error instanceof Malformed) return error.message;
    throw error;
  }
};

describe('a document', () => {
  it.each([
    ['ends what it begins', '<a><b></b></a>', '<a><b></a></b>'],
    ['has an end', '<a></a>', '<a>'],
    ['has a beginning', '<a/>', '</a>'],
    ['has one root', '<a/>', '<a/><b/>'],
    ['has a root', '<a/>', '<!-- -->'],
    ['has no text outside the root', ' <a/>\n', 'x<a/>'],
    ['has no CDATA outside the root', '<a><![CDATA[x]]></a>', '<a/><![CDATA[x]]>'],
    ['is version 1.0', '<?xml version="1.0"?><a/>', '<?xml version="1.1"?><a/>'],
    ['is UTF-8', '<?xml version="1.0" encoding="utf-8"?><a/>', '<?xml version="1.0" encoding="UTF-16"?><a/>'],
    ['is declared at its very beginning', '<?xml version="1.0" standalone="yes"?><a/>', ' <?xml version="1.0" standalone="yes"?><a/>'],
    ['has no document type', '<!--DOCTYPE--><a/>', '<!DOCTYPE a><a/>'],
    ['has names', '<ә.-1/>', '<1ә/>'],
    ['has names of two parts at most', '<a xmlns:p="u:p"><p:b/></a>', '<a xmlns:p="u:p"><p:b:c/></a>'],
    ['ends elements by their written names', '<a xmlns:p="u:p" xmlns:q="u:p"><p:b></p:b></a>', '<a xmlns:p="u:p" xmlns:q="u:p"><p:b></q:b></a>'],
    ['has white space between attributes', '<a b="1" c="2"/>', '<a b="1"c="2"/>'],
    ['quotes values', `<a b='1'/>`, '<a b=1/>'],
    ['has no markup in values', '<a b="&lt;"/>', '<a b="<"/>'],
    ['has an attribute once', '<a b="1" B="1"/>', '<a b="1" b="1"/>'],
    ['has an attribute of a namespace once', '<a xmlns:p="u:p" xmlns:q="u:q" p:b="" q:b=""/>', '<a xmlns:p="u:p" xmlns:q="u:p" p:b="" q:b=""/>'],
    ['knows five entities', '<a>&lt;&gt;&amp;&quot;&apos;</a>', '<a>&nbsp;</a>'],
    ['ends its references', '<a>&#65;</a>', '<a>&#65 </a>'],
    ['has no bare ampersand', '<a>&amp;</a>', '<a>a & b</a>'],
    ['refers to characters XML can hold', '<a>&#x9;&#xA;&#xD;&#x10FFFF;</a>', '<a>&#x0;</a>'],
    ['refers to characters that exist', '<a>&#x10FFFF;</a>', '<a>&#x110000;</a>'],
    ['refers to no half of a character', '<a>&#xE000;</a>', '<a>&#xD800;</a>'],
    ['holds no control characters', '<a>\t</a>', '<a>\u0001</a>'],
    ['has no end of CDATA in its text', '<a>]]&gt;</a>', '<a>]]></a>'],
    ['ends its comments', '<a><!-- - --></a>', '<a><!-- -- --></a>'],
    ['ends its instructions', '<a><?b c?></a>', '<a><?b c></a>'],
    ['is declared once', '<a><?xm l?></a>', '<a><?XML version="1.0"?></a>'],
    ['declares its prefixes', '<p:a xmlns:p="u:p"/>', '<p:a/>'],
    ['declares the prefixes of attributes', '<a xmlns:p="u:p" p:b=""/>', '<a p:b=""/>'],
    ['may take back the default namespace', '<a xmlns="u:a"><b xmlns=""/></a>', '<a xmlns:p="u:a"><b xmlns:p=""/></a>'],
    ['declares absolute namespaces', '<a xmlns="urn:a"/>', '<a xmlns="a"/>'],
    ['does not declare xmlns', '<a xmlns:x="u:x"/>', '<a xmlns:xmlns="u:x"/>'],
    ['does not bind xml to anything else', '<a xmlns:xml="http://www.w3.org/XML/1998/namespace"/>', '<a xmlns:xml="u:x"/>'],
    ['does not bind anything else to xml', '<a xml:lang="kk"/>', '<a xmlns:x="http://www.w3.org/XML/1998/namespace"/>'],
    ['does not declare a prefix twice', '<a xmlns:p="u:p"/>', '<a xmlns:p="u:p" xmlns:p="u:p"/>'],
  ])('%s', (_rule, accepted, twin) => {
    expect(refused(accepted)).toBeNull();
    expect(refused(twin)).toEqual(expect.any(String));
  });

  it('is refused as octets that are not UTF-8', () => {
    expect(refused(Buffer.from([0x3c, 0x61, 0x3e, 0xd0, 0xb0, 0x3c, 0x2f, 0x61, 0x3e]))).toBeNull();
    expect(refused(Buffer.from([0x3c, 0x61, 0x3e, 0xd0, 0x3c, 0x2f, 0x61, 0x3e]))).toBe('not UTF-8');
    expect(refused(Buffer.from('\uFEFF<a/>', 'utf16le'))).toEqual(expect.any(String));
  });

  it('may begin with a mark of byte order, and as text may name any encoding', () => {
    expect(refused('\uFEFF<a/>')).toBeNull();
    expect(readXmlText('<?xml version="1.0" encoding="windows-1251"?><a/>').root.localName).toBe('a');
  });
});

describe('bounds', () => {
  const nested = (depth: number): string => `${'<a>'.repeat(depth)}${'</a>'.repeat(depth)}`;
  const attributes = (count: number): string => `<a ${Array.from({ length: count }, (_, index) => `b${index}=""`).join(' ')}/>`;

  it('are on depth and attributes', () => {
    expect(refused(nested(LIMITS.xmlDepth))).toBeNull();
    expect(refused(nested(LIMITS.xmlDepth + 1))).toBe('nested too deep');
    expect(refused(attributes(LIMITS.xmlAttributes))).toBeNull();
    expect(refused(attributes(LIMITS.xmlAttributes + 1))).toBe('too many attributes');
  });

  it('are on the length of a namespace', () => {
    const declared = (length: number): string => `<a xmlns:p="${'urn:'.padEnd(length, 'x')}" p:b=""/>`;
    expect(refused(declared(LIMITS.xmlNamespace))).toBeNull();
    expect(refused(declared(LIMITS.xmlNamespace + 1))).toBe('namespace too long');
  });
});

describe('what is read', () => {
  const { root } = readXmlText(
    '<r xmlns="u:r" xmlns:p="u:p" a=" x&#10;\ty\r\nz " p:a="2"><one>a<![CDATA[<b>]]><!-- c -->&#13;d</one>\r\n<two/><two/><p:empty> </p:empty></r>',
  );

  it('has references resolved, lines ended by one sign and values normalised', () => {
    expect(attributeOf(root, 'a')).toBe(' x\n y z ');
    expect(attributeOf(root, 'a', 'u:p')).toBe('2');
    expect(attributeOf(root, 'b')).toBeNull();
    expect(textOf(onlyChild(root, 'one')!)).toBe('a<b>\rd');
    expect(onlyChild(root, 'one')!.children.map(({ kind }) => kind)).toEqual(['text', 'comment', 'text']);
  });

  it('knows its namespaces, children and parents', () => {
    expect([...elementsOf(root)].map(({ localName, namespace }) => `${localName} ${namespace}`)).toEqual(['r u:r', 'one u:r', 'two u:r', 'two u:r', 'empty u:p']);
    expect(childElements(root, 'two')).toHaveLength(2);
    expect(onlyChild(root, 'two')).toBeUndefined();
    expect(childText(root, 'empty')).toBeNull();
    expect(onlyChild(root, 'one')!.parent).toBe(root);
  });
});
