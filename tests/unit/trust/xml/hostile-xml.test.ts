/** Whatever is done to a signed document, it never ends as good over other content, and never as an exception. */
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { Malformed } from '../../../../electron/core/trust/malformed.ts';
import { canonicalize } from '../../../../electron/core/trust/xml/canonicalize.ts';
import { readXml } from '../../../../electron/core/trust/xml/syntax/read-xml.ts';
import { anyDocument } from '../../../conformance/peers/xml-documents.ts';
import { judgedXml, signedXml, xadesParts } from './trial-xml.ts';

const CONTENT = '<order Id="o"><amount>100</amount></order>';
let good: Buffer;

beforeAll(async () => {
  const parts = xadesParts('s', '<xades:SigningTime>2026-11-22T08:59:00Z</xades:SigningTime>');
  const xml = await signedXml({ ...parts, document: CONTENT.replace('</order>', '{signature}</order>'), references: [{}, parts.reference] });
  good = Buffer.from(xml.replace('{unsigned}', ''));
});

/** Nothing but the signed content is ever given out. */
async function isHarmless(xml: Uint8Array): Promise<boolean> {
  const { content } = await judgedXml(xml);
  return content === null || Buffer.from(content).toString() === CONTENT;
}

describe('a good document', () => {
  it('is good before anything is done to it', async () => {
    expect((await judgedXml(good)).state).toBe('good');
  });

  it('with any one octet changed gives no other content', async () => {
    for (let at = 0; at < good.length; at += 1) {
      const changed = Uint8Array.from(good);
      changed[at]! ^= 1 + (at % 7);
      if (!(await isHarmless(changed))) throw new Error(`octet ${at}`);
    }
  });

  it('with any octet that is signed changed is bad', async () => {
    const text = good.toString();
    const signed = [CONTENT.slice(0, -8), /<ds:SignedInfo>.*<\/ds:SignedInfo>/s.exec(text)![0], /<xades:SignedProperties.*<\/xades:SignedProperties>/s.exec(text)![0]];
    for (const region of signed) {
      const start = text.indexOf(region);
      for (let at = start; at < start + region.length; at += 1) {
        const changed = Uint8Array.from(good);
        changed[at]! ^= 1;
        if ((await judgedXml(changed)).state === 'good') throw new Error(`octet ${at}: ${text.slice(at - 20, at + 20)}`);
      }
    }
  });

  it('with several octets changed, taken out or put in gives no other content', async () => {
    const edit = fc.record({ at: fc.nat(), by: fc.uint8Array({ maxLength: 4 }), out: fc.nat(4) });
    await fc.assert(
      fc.asyncProperty(fc.array(edit, { minLength: 1, maxLength: 3 }), async (edits) => {
        let octets: Buffer = good;
        for (const { at, by, out } of edits) {
          const place = at % octets.length;
          octets = Buffer.concat([octets.subarray(0, place), by, octets.subarray(place + out)]);
        }
        return isHarmless(octets);
      }),
      { numRuns: 300 },
    );
  });

  it('with pieces of itself put anywhere gives no other content', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(), fc.nat(), fc.nat(), async (from, length, to) => {
        const text = good.toString();
        const start = from % text.length;
        const piece = text.slice(start, start + (length % 600));
        const place = to % text.length;
        return isHarmless(Buffer.from(text.slice(0, place) + piece + text.slice(place)));
      }),
      { numRuns: 300 },
    );
  });
});

describe('any octets', () => {
  it('are a document or malformed, and nothing else', () => {
    const markup = fc.array(fc.constantFrom('<', '</', '/>', '>', 'a', ' ', '"', '=', '&', ';', '<!--', '-->', '<![CDATA[', ']]>', '<?', '?>', 'xmlns', ':', '\n'), { maxLength: 60 });
    const octets = fc.oneof(
      fc.uint8Array({ maxLength: 300 }),
      markup.map((parts) => Buffer.from(parts.join(''))),
      anyDocument.map((text) => Buffer.from(text)),
    );
    fc.assert(
      fc.property(octets, (input) => {
        try {
          readXml(input);
        } catch (error) {
          expect(error).toBeInstanceOf(Malformed);
        }
      }),
      { numRuns: 1_500 },
    );
  });

  it('that are a document have a canonical form that is its own', () => {
    fc.assert(
      fc.property(anyDocument, fc.boolean(), (text, exclusive) => {
        const form = { exclusive, comments: true, inclusivePrefixes: [] };
        const once = canonicalize({ document: readXml(Buffer.from(text)) }, form);
        expect(Buffer.from(canonicalize({ document: readXml(once) }, form)).equals(once)).toBe(true);
      }),
    );
  });
});
