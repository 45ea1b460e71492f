/** Run as a process of its own: reads hostile input of 64 KB, and prints by how many megabytes the process has grown with each. */
import { deflateRawSync } from 'node:zlib';
import { Malformed } from '../../../../electron/core/trust/asn1/der.ts';
import { verifyXml } from '../../../../electron/core/trust/xml/verify-xml.ts';
import { readXml } from '../../../../electron/core/trust/xml/read-xml.ts';
import { canonicalize } from '../../../../electron/core/trust/xml/canonicalize.ts';
import { verifyZip } from '../../../../electron/core/trust/zip/verify-zip.ts';
import { zip } from '../zip/zip-writer.ts';

const SIZE = 64 * 1024;
const context = { store: { anchors: [], intermediates: [] }, revocation: { statusOf: async () => ({ state: 'good', asOf: new Date(0) }) as const }, now: new Date(0) };
const times = (text: string): string => text.repeat(Math.floor((SIZE - 64) / text.length));
const signature = '<s:Signature xmlns:s="http://www.w3.org/2000/09/xmldsig#"><s:SignedInfo/><s:SignatureValue/></s:Signature>';

const XML: Record<string, string> = {
  'empty elements': `<a>${times('<b/>')}</a>`,
  'elements with attributes': `<a>${times('<b c="" d=""/>')}</a>`,
  'one long text': `<a>${times('x')}</a>`,
  comments: `<a>${times('<!---->')}</a>`,
  sections: `<a>${times('<![CDATA[]]>')}</a>`,
  references: `<a>${times('&#65;')}</a>`,
  'declarations of one prefix': `<a>${times('<b:b xmlns:b="u:b"/>')}</a>`,
  'a long namespace used often': `<a xmlns:p="urn:${'x'.repeat(SIZE / 2)}">${'<p:b/>'.repeat(SIZE / 16)}</a>`,
  identifiers: `<a>${times('<b Id=""/>')}</a>`,
  signatures: `<a>${times(signature)}</a>`,
  'no end': times('<a b="'),
};

const bomb = { name: 'META-INF/NCAManifest.xml', content: new Uint8Array(60_000_000) };
const ZIP: Record<string, Uint8Array> = {
  'a bomb for a list': zip([{ ...bomb, packed: deflateRawSync(bomb.content) }]),
  'a bomb that lies about its size': zip([{ ...bomb, size: 1_000, packed: deflateRawSync(bomb.content) }]),
  'as many files as there may be': zip(Array.from({ length: 600 }, (_, index) => ({ name: `${index}`, content: new Uint8Array() }))),
};

const grown: Record<string, number> = {};
const highWater = (): number => process.resourceUsage().maxRSS / 1024;

async function measure(name: string, run: () => unknown): Promise<void> {
  const before = highWater();
  try {
    await run();
  } catch (error) {
    if (!(error instanceof Malformed)) throw error;
  }
  grown[name] = Math.round(highWater() - before);
}

await verifyXml({ xml: Buffer.from('<a/>') }, context);
for (const [name, text] of Object.entries(XML)) {
  const xml = Buffer.from(text);
  await measure(`judged: ${name}`, () => verifyXml({ xml }, context));
  await measure(`canonical: ${name}`, () => {
    const document = readXml(xml);
    for (const exclusive of [true, false]) canonicalize({ document }, { exclusive, comments: true, inclusivePrefixes: [] });
  });
}
for (const [name, archive] of Object.entries(ZIP)) await measure(name, () => verifyZip({ archive }, context));
process.stdout.write(JSON.stringify(grown));
