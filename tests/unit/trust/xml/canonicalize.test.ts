/** Canonical forms, by the examples of the two recommendations and where they differ from each other. */
import { describe, expect, it } from 'vitest';
import { Malformed } from '../../../../electron/core/trust/malformed.ts';
import { type CanonicalForm, canonicalize } from '../../../../electron/core/trust/xml/canonicalize.ts';
import { readXmlText } from '../../../../electron/core/trust/xml/syntax/read-xml.ts';
import { elementsOf } from '../../../../electron/core/trust/xml/syntax/xml-tree.ts';

const INCLUSIVE: CanonicalForm = { exclusive: false, comments: false, inclusivePrefixes: [] };
const EXCLUSIVE: CanonicalForm = { ...INCLUSIVE, exclusive: true };
const written = (xml: string, form: CanonicalForm, apexName?: string): string => {
  const document = readXmlText(xml);
  const apex = apexName === undefined ? undefined : [...elementsOf(document.root)].find(({ localName }) => localName === apexName);
  return new TextDecoder().decode(canonicalize({ document, ...(apex !== undefined && { apex }) }, form));
};

describe('Canonical XML 1.0', () => {
  it('3.1: instructions, comments and what is outside the root', () => {
    const xml =
      '<?xml version="1.0"?>\n\n<?xml-stylesheet   href="doc.xsl"\n   type="text/xsl"   ?>\n\n<doc>Hello, world!<!-- Comment 1 --></doc>\n\n<?pi-without-data     ?>\n\n<!-- Comment 2 -->\n\n<!-- Comment 3 -->';
    const instructions = '<?xml-stylesheet href="doc.xsl"\n   type="text/xsl"   ?>\n';
    expect(written(xml, INCLUSIVE)).toBe(`${instructions}<doc>Hello, world!</doc>\n<?pi-without-data?>`);
    expect(written(xml, { ...INCLUSIVE, comments: true })).toBe(
      `${instructions}<doc>Hello, world!<!-- Comment 1 --></doc>\n<?pi-without-data?>\n<!-- Comment 2 -->\n<!-- Comment 3 -->`,
    );
  });

  it('3.2: white space in content is kept', () => {
    const xml = '<doc>\n   <clean>   </clean>\n   <mixed>\n      A\n      <clean>   </clean>\n   </mixed>\n</doc>';
    expect(written(xml, INCLUSIVE)).toBe(xml);
  });

  it('3.3: start and end tags', () => {
    const xml =
      '<doc>\n   <e1   />\n   <e3   name = "elem3"   id="elem3"   />\n   <e5 a:attr="out" b:attr="sorted" attr2="all" attr="I\'m"\n      xmlns:b="http://www.ietf.org"\n      xmlns:a="http://www.w3.org"\n      xmlns="http://example.org"/>\n   <e6 xmlns="" xmlns:a="http://www.w3.org">\n      <e7 xmlns="http://www.ietf.org">\n         <e8 xmlns="" xmlns:a="http://www.w3.org">\n            <e9 xmlns="" xmlns:a="http://www.ietf.org"/>\n         </e8>\n      </e7>\n   </e6>\n</doc>';
    expect(written(xml, INCLUSIVE)).toBe(
      '<doc>\n   <e1></e1>\n   <e3 id="elem3" name="elem3"></e3>\n   <e5 xmlns="http://example.org" xmlns:a="http://www.w3.org" xmlns:b="http://www.ietf.org" attr="I\'m" attr2="all" b:attr="sorted" a:attr="out"></e5>\n   <e6 xmlns:a="http://www.w3.org">\n      <e7 xmlns="http://www.ietf.org">\n         <e8 xmlns="">\n            <e9 xmlns:a="http://www.ietf.org"></e9>\n         </e8>\n      </e7>\n   </e6>\n</doc>',
    );
  });

  it('3.4: characters and references', () => {
    const xml = '<doc>\r\n<text>First line&#x0d;&#10;Second line</text><value>&#x32;</value><compute><![CDATA[value>"0" && value<"10" ?"valid":"error"]]></compute><norm attr=\' &apos;   &#x20;&#13;&#xa;&#9;   &apos; \'/></doc>';
    expect(written(xml, INCLUSIVE)).toBe(
      '<doc>\n<text>First line&#xD;\nSecond line</text><value>2</value><compute>value&gt;"0" &amp;&amp; value&lt;"10" ?"valid":"error"</compute><norm attr=" \'    &#xD;&#xA;&#x9;   \' "></norm></doc>',
    );
  });

  it('3.6: UTF-8, whatever the document was written in', () => {
    expect(written('<doc>&#169;</doc>', INCLUSIVE)).toBe('<doc>©</doc>');
  });

  it('2.4: an element taken by itself brings namespaces and xml attributes of its ancestors', () => {
    const xml = '<a xmlns="u:a" xmlns:p="u:p" xml:lang="kk" xml:space="preserve" q="1"><b xml:lang="ru"><c/></b></a>';
    expect(written(xml, INCLUSIVE, 'b')).toBe('<b xmlns="u:a" xmlns:p="u:p" xml:lang="ru" xml:space="preserve"><c></c></b>');
    expect(written(xml, INCLUSIVE, 'c')).toBe('<c xmlns="u:a" xmlns:p="u:p" xml:lang="ru" xml:space="preserve"></c>');
  });

  it('sorts by code points, as UTF-8 does', () => {
    expect(written('<a \u{10400}="" \uFF21="" b=""/>', INCLUSIVE)).toBe('<a b="" \uFF21="" \u{10400}=""></a>');
  });
});

describe('Exclusive XML Canonicalization 1.0', () => {
  it('2.2: an element does not change with its surroundings', () => {
    const element = '<n1:elem2 xmlns:n1="http://example.net" xml:lang="en"><n3:stuff xmlns:n3="ftp://example.org"></n3:stuff></n1:elem2>';
    const first = `<n0:pdu xmlns:n0="http://a.example" xmlns:n3="ftp://example.org">${element.replace(' xmlns:n3="ftp://example.org"', '')}</n0:pdu>`;
    const second = `<n2:pdu xmlns:n1="http://example.com" xmlns:n2="http://foo.example" xmlns:n3="ftp://example.org" xml:lang="fr">${element}</n2:pdu>`;
    expect(written(first, EXCLUSIVE, 'elem2')).toBe(element);
    expect(written(second, EXCLUSIVE, 'elem2')).toBe(element);
    expect(written(second, INCLUSIVE, 'elem2')).not.toBe(element);
  });

  it('declares where it is used, and takes a default back only where one was written', () => {
    const xml = '<a xmlns="u:a" xmlns:p="u:p"><b xmlns=""><p:c d="" p:d=""/></b><p:c/></a>';
    expect(written(xml, EXCLUSIVE)).toBe('<a xmlns="u:a"><b xmlns=""><p:c xmlns:p="u:p" d="" p:d=""></p:c></b><p:c xmlns:p="u:p"></p:c></a>');
    expect(written(xml, EXCLUSIVE, 'b')).toBe('<b><p:c xmlns:p="u:p" d="" p:d=""></p:c></b>');
  });

  it('writes listed prefixes as the inclusive form does', () => {
    const xml = '<a xmlns="u:a" xmlns:p="u:p" xmlns:q="u:q"><b p="q:x"><c xmlns:q="u:r"/></b></a>';
    expect(written(xml, { ...EXCLUSIVE, inclusivePrefixes: ['q', 'none'] }, 'b')).toBe('<b xmlns="u:a" xmlns:q="u:q" p="q:x"><c xmlns:q="u:r"></c></b>');
    expect(written(xml, { ...EXCLUSIVE, inclusivePrefixes: [''] }, 'c')).toBe('<c xmlns="u:a"></c>');
  });

  it('of a short document is never endless: a namespace used again and again is refused', () => {
    const grown = (times: number): string => `<a xmlns:p="urn:${'x'.repeat(1_000)}">${'<p:b/>'.repeat(times)}</a>`;
    expect(written(grown(60), EXCLUSIVE).length).toBeGreaterThan(60_000);
    expect(() => written(grown(5_000), EXCLUSIVE)).toThrow(Malformed);
  });
});
