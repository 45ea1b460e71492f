/** Other programs as a second opinion on XML: libxml2 writes the same canonical forms, xmlsec1 and xml-crypto believe the same signatures. */
import { execFileSync, spawnSync } from 'node:child_process';
import { createPublicKey } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SignedXml } from 'xml-crypto';
import { Malformed } from '../../../electron/core/trust/malformed.ts';
import { canonicalize } from '../../../electron/core/trust/xml/canonicalize.ts';
import { ENVELOPED, EXCLUSIVE_C14N, INCLUSIVE_C14N } from '../../../electron/core/trust/xml/names.ts';
import { readXml } from '../../../electron/core/trust/xml/syntax/read-xml.ts';
import { decisive, root, signer } from '../../unit/trust/trial/trial-judgement.ts';
import { judgedXml, RSA_SHA256, SHA256, signedXml, type XmlTrial } from '../../unit/trust/xml/trial-xml.ts';
import { anyDocument } from './xml-documents.ts';

const isThere = (command: string): boolean => spawnSync(command, ['--version'], { stdio: 'ignore' }).error === undefined;
const absent = isThere('xmlsec1') && isThere('xmllint') ? null : 'xmlsec1 and xmllint are not installed';
const GENUINE = 'timestamp attention timestamp-missing';
const FORMS = [
  ['--c14n', false],
  ['--exc-c14n', true],
] as const;

let folder: string;
const keep = (name: string, content: string | Uint8Array): string => {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
};
const pem = (der: Uint8Array): string => `-----BEGIN CERTIFICATE-----\n${Buffer.from(der).toString('base64').replaceAll(/.{64}/g, '$&\n')}\n-----END CERTIFICATE-----\n`;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tekser-xml-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

describe.skipIf(absent !== null)(absent === null ? 'libxml2' : `libxml2 (skipped: ${absent})`, () => {
  it('writes the same canonical forms of whatever document', () => {
    fc.assert(
      fc.property(anyDocument, (text) => {
        const file = keep('document.xml', text);
        const document = readXml(Buffer.from(text));
        for (const [flag, exclusive] of FORMS) {
          const ours = Buffer.from(canonicalize({ document }, { exclusive, comments: true, inclusivePrefixes: [] })).toString();
          // xmllint ends what it prints with a line feed of its own.
          expect(execFileSync('xmllint', [flag, file]).toString().replace(/\n$/, '')).toBe(ours);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('reads every document that we read: damaged ones are refused by both, or only by us', () => {
    fc.assert(
      fc.property(anyDocument, fc.nat(), fc.constantFrom('<', '>', '&', '"', ':', ' ', '/', '!', '\u0001', ']]>', ''), (text, place, sign) => {
        const at = place % text.length;
        const damaged = text.slice(0, at) + sign + text.slice(at + 1);
        if (!isReadable(damaged)) return;
        expect(spawnSync('xmllint', ['--noout', '--nonet', keep('damaged.xml', damaged)]).status).toBe(0);
      }),
      { numRuns: 120 },
    );
  });
});

function isReadable(text: string): boolean {
  try {
    readXml(Buffer.from(text));
    return true;
  } catch (error) {
    if (error instanceof Malformed) return false;
    throw error;
  }
}

describe.skipIf(absent !== null)(absent === null ? 'xmlsec1' : `xmlsec1 (skipped: ${absent})`, () => {
  const believes = (xml: string): boolean =>
    spawnSync('xmlsec1', ['--verify', '--id-attr:Id', 'line', '--trusted-pem', keep('root.pem', pem(root.der)), '--verification-gmt-time', '2026-11-22 09:00:00', keep('signed.xml', xml)]).status === 0;
  const part = '<order><line Id="a">100</line><line>қосымша</line>{signature}</order>';

  it.each([
    ['a whole document, exclusive', {}],
    ['a whole document, inclusive', { references: [{ transforms: [ENVELOPED, INCLUSIVE_C14N] }], canonicalization: INCLUSIVE_C14N }],
    ['a document with namespaces', { document: '<p:order xmlns:p="urn:p" xmlns="urn:d" xml:lang="kk"><amount p:b="1" a="&#13;"/><!-- c -->{signature}</p:order>' }],
    ['a part', { document: part, references: [{ uri: '#a', transforms: [EXCLUSIVE_C14N] }] }],
  ] satisfies [string, XmlTrial][])('believes our signature over %s, and like us none over another', async (_name, trial) => {
    const xml = await signedXml(trial);
    const changed = xml.replace('100', '900').replace('p:b="1"', 'p:b="2"');
    expect([believes(xml), believes(changed)]).toEqual([true, false]);
    expect(decisive(await judgedXml(changed))).toBe('integrity failed content-mismatch');
  });

  it.each([EXCLUSIVE_C14N, INCLUSIVE_C14N])('makes signatures we believe: %s', async (form) => {
    const template = (await signedXml({ references: [{ transforms: [ENVELOPED, form] }], canonicalization: form }))
      .replace(/<ds:DigestValue>[^<]*/, '<ds:DigestValue>')
      .replace(/<ds:SignatureValue>[^<]*/, '<ds:SignatureValue>')
      .replace(/<ds:X509Certificate>.*<\/ds:X509Certificate>/, '');
    const key = keep('key.pem', signer.key.privateKey.export({ type: 'pkcs8', format: 'pem' }));
    const output = join(folder, 'made.xml');
    execFileSync('xmlsec1', ['--sign', '--privkey-pem', `${key},${keep('signer.pem', pem(signer.der))}`, '--output', output, keep('template.xml', template)], { stdio: 'pipe' });
    const made = readFileSync(output, 'utf8');
    expect(decisive(await judgedXml(made))).toBe(GENUINE);
    expect(decisive(await judgedXml(made.replace('100', '900')))).toBe('integrity failed content-mismatch');
  });
});

describe('xml-crypto', () => {
  const publicCert = createPublicKey(signer.key.privateKey).export({ type: 'spki', format: 'pem' });
  function believes(xml: string): boolean {
    const checker = new SignedXml({ publicCert, getCertFromKeyInfo: () => null });
    checker.loadSignature(/<ds:Signature .*<\/ds:Signature>/s.exec(xml)![0]);
    try {
      return checker.checkSignature(xml);
    } catch {
      return false;
    }
  }

  it('believes our signatures, and like us none over another document', async () => {
    const xml = await signedXml();
    expect([believes(xml), believes(xml.replace('100', '900'))]).toEqual([true, false]);
  });

  it.each([EXCLUSIVE_C14N, INCLUSIVE_C14N])('makes signatures we believe: %s', async (form) => {
    const writer = new SignedXml({
      privateKey: signer.key.privateKey.export({ type: 'pkcs8', format: 'pem' }),
      publicCert: pem(signer.der),
      signatureAlgorithm: RSA_SHA256,
      canonicalizationAlgorithm: form as typeof EXCLUSIVE_C14N,
    });
    writer.addReference({ xpath: '/*', transforms: [ENVELOPED, form], digestAlgorithm: SHA256, isEmptyUri: true });
    writer.computeSignature('<p:order xmlns:p="urn:p" xmlns="urn:d"><amount p:b="1">100</amount></p:order>', { prefix: 'ds' });
    const made = writer.getSignedXml();
    expect(decisive(await judgedXml(made))).toBe(GENUINE);
    expect(decisive(await judgedXml(made.replace('100', '900')))).toBe('integrity failed content-mismatch');
  });
});
