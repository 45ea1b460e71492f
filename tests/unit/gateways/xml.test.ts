/** XML is written so that any text comes back as it was, and read without surprises. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { childElements, childText, element, onlyChild, parseXml, textOf } from '../../../electron/gateways/shep/xml.ts';

describe('text in elements', () => {
  test('survives writing and reading, whatever it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        // XML 1.0 (section 2.2) has no place for these; they are dropped, and nothing else is.
        // oxlint-disable-next-line no-control-regex -- the control characters are the point
        const writable = text.replaceAll(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, '');
        expect(textOf(parseXml(element('a', text).xml)!)).toBe(writable);
      }),
    );
  });

  test('cannot become markup', () => {
    const root = parseXml(element('a', '</a><b>x</b>').xml)!;
    expect(childElements(root)).toHaveLength(0);
    expect(element('a', [], { k: '"><b/>' }).xml).toBe('<a k="&quot;&gt;&lt;b/&gt;"></a>');
  });
});

describe('reading', () => {
  const root = parseXml('<r><one> x </one><two/><two/><empty></empty></r>')!;

  test('one child is found, none and several are not taken for one', () => {
    expect(childText(root, 'one')).toBe('x');
    expect(onlyChild(root, 'two')).toBeUndefined();
    expect(onlyChild(root, 'three')).toBeUndefined();
    expect(childText(root, 'empty')).toBeNull();
  });

  test('what is not well formed is null', () => {
    expect(parseXml('<a><b></a>')).toBeNull();
    expect(parseXml('')).toBeNull();
    expect(parseXml('<a/>')).not.toBeNull();
  });
});
