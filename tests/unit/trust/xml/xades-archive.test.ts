/** XAdES with long-term values and archive time-stamps: good years later by what they protect, and only by that. */
import { describe, expect, it } from 'vitest';
import { canonicalize } from '../../../../electron/core/trust/xml/canonicalize.ts';
import { EXCLUSIVE_C14N, XADES_141 } from '../../../../electron/core/trust/xml/names.ts';
import { readSignature } from '../../../../electron/core/trust/xml/read-signature.ts';
import { readXmlText } from '../../../../electron/core/trust/xml/syntax/read-xml.ts';
import { signaturesIn } from '../../../../electron/core/trust/xml/signed-part.ts';
import { xadesArchiveStamps } from '../../../../electron/core/trust/xml/xades-archive.ts';
import { elementsOf } from '../../../../electron/core/trust/xml/syntax/xml-tree.ts';
import { createTrust } from '../../../../electron/core/trust/index.ts';
import { crlDistributionPoint, extendedKeyUsage } from '../../../../electron/stand/authority/certificate.ts';
import { failure, success } from '../../../../shared/util/result.ts';
import { ADDRESSES, AUTHORITY, issue, PURPOSE, SIGNER } from '../trial/trial-authority.ts';
import { crl } from '../trial/trial-evidence.ts';
import { token } from '../trial/trial-signature.ts';
import { rsaKey, signedXml, stampedOctets, xadesParts } from './trial-xml.ts';

const SIGNED = new Date('2026-11-22T09:00:00Z');
const YEARS_LATER = new Date('2031-01-01T00:00:00Z');
const HOUR_MS = 60 * 60 * 1000;
const FORM = { exclusive: true, comments: false, inclusivePrefixes: [] };

const root = await issue('archive-root', null);
const ended = { notBefore: new Date('2022-01-01T00:00:00Z'), notAfter: new Date('2027-01-01T00:00:00Z') };
const issuer = await issue('archive-issuer', root, { ...ended, extensions: [...AUTHORITY, ...ADDRESSES] });
const signer = await issue('archive-signer', issuer, { ...ended, extensions: [...SIGNER, ...ADDRESSES] });
const authority = await issue('archive-tsa', root, { extensions: [extendedKeyUsage([PURPOSE.timeStamping], true), ...ADDRESSES] });
const later = await issue('later-tsa', root, { extensions: [extendedKeyUsage([PURPOSE.timeStamping], true), crlDistributionPoint('http://later.test/ca.crl')] });

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');
const listOf = (by: typeof root, now: Date): Uint8Array => crl({ signer: by, thisUpdate: new Date(now.getTime() - HOUR_MS), nextUpdate: new Date(now.getTime() + HOUR_MS) });
const stampMarkup = (name: string, stamp: Uint8Array): string =>
  `<${name}><ds:CanonicalizationMethod Algorithm="${EXCLUSIVE_C14N}"/><xades:EncapsulatedTimeStamp>${base64(stamp)}</xades:EncapsulatedTimeStamp></${name.split(' ')[0]}>`;
const values =
  `<xades:CertificateValues><xades:EncapsulatedX509Certificate>${base64(issuer.der)}</xades:EncapsulatedX509Certificate></xades:CertificateValues>` +
  `<xades:RevocationValues><xades:CRLValues>${[root, issuer].map((by) => `<xades:EncapsulatedCRLValue>${base64(listOf(by, SIGNED))}</xades:EncapsulatedCRLValue>`).join('')}</xades:CRLValues></xades:RevocationValues>`;

/** By the letter of the standard: references, SignedInfo, SignatureValue, KeyInfo, then the properties so far. */
function archivedOctets(xml: string): Uint8Array {
  const document = readXmlText(xml);
  const all = [...elementsOf(document.root)];
  const named = (name: string) => all.find(({ localName }) => localName === name)!;
  const written = (name: string): Uint8Array => canonicalize({ document, apex: named(name) }, FORM);
  const content = canonicalize({ document, omitted: new Set([named('Signature')]) }, FORM);
  const properties = named('UnsignedSignatureProperties').children.map((child) => (child.kind === 'element' ? canonicalize({ document, apex: child }, FORM) : new Uint8Array()));
  return Buffer.concat([content, written('SignedProperties'), written('SignedInfo'), written('SignatureValue'), written('KeyInfo'), ...properties]);
}

async function longTerm(): Promise<string> {
  const parts = xadesParts('s1', '');
  const xml = await signedXml({ ...parts, references: [{}, parts.reference], key: rsaKey(signer) });
  const stamp = token({ authority, stamped: stampedOctets(xml), genTime: SIGNED });
  return xml.replace('{unsigned}', `${stampMarkup('xades:SignatureTimeStamp', stamp)}${values}{archive}`);
}
const withArchive = (xml: string, stamped: Uint8Array = archivedOctets(xml.replace('{archive}', ''))): string =>
  xml.replace('{archive}', stampMarkup(`a:ArchiveTimeStamp xmlns:a="${XADES_141}"`, token({ authority: later, stamped: new Uint8Array(stamped), genTime: SIGNED })));

const AWAY = failure({ code: 'service-unreachable', detail: null } as const);
/** Only the authority of the archive stamp can still be asked about. */
const trustAt = (now: Date, isReachable = true) =>
  createTrust({
    anchors: [root.der],
    intermediates: [],
    evidence: { ocsp: async () => AWAY, crl: async (url) => (isReachable && url.startsWith('http://later.test') ? success(listOf(root, now)) : AWAY) },
    clock: { now: () => now, monotonicMs: () => 0 },
  });
const judged = (xml: string) => trustAt(YEARS_LATER).verifyFile({ file: Buffer.from(xml) });

describe('long-term values', () => {
  it('without an archive stamp have gone stale after years', async () => {
    const answer = await judged((await longTerm()).replace('{archive}', ''));
    expect([answer.state, answer.bySigner[0]!.archivedAt]).toEqual(['undetermined', null]);
  });

  it('count as they were when an archive stamp was put over them', async () => {
    const answer = await judged(withArchive(await longTerm()));
    expect([answer.state, answer.checks.map(({ code }) => code)]).toEqual(['good', ['integrity-intact', 'signer-owner-body', 'chain-trusted', 'not-revoked', 'timestamp-good']]);
    expect(answer.bySigner[0]).toMatchObject({ signedAt: SIGNED, archivedAt: SIGNED });
  });

  it('are judged again by the evidence of the answer when nobody can be asked', async () => {
    const file = Buffer.from(withArchive(await longTerm()));
    const first = await trustAt(YEARS_LATER).verifyFile({ file });
    const decadesLater = trustAt(new Date('2041-01-01T00:00:00Z'), false);
    expect(await decadesLater.verifyFile({ file, evidence: first.evidence! })).toEqual(first);
    expect((await decadesLater.verifyFile({ file, evidence: { ...first.evidence!, crls: [] } })).state).toBe('undetermined');
    expect((await decadesLater.verifyFile({ file })).state).toBe('undetermined');
  });

  it.each([
    ['something else', async (xml: string) => withArchive(xml, new TextEncoder().encode('x'))],
    ['other values than those that are there', async (xml: string) => withArchive(xml).replace('<xades:CRLValues>', '<xades:CRLValues> ')],
    ['properties that were added later', async (xml: string) => withArchive(xml.replace('{archive}', '<xades:CertificateValues/>{archive}'), archivedOctets(xml.replace('{archive}', '')))],
    ['less than the standard says', async (xml: string) => withArchive(xml, archivedOctets(xml.replace('{archive}', '')).subarray(1))],
  ])('do not count for a stamp over %s', async (_name, archived) => {
    const answer = await judged(await archived(await longTerm()));
    expect([answer.state, answer.bySigner[0]!.archivedAt]).toEqual(['undetermined', null]);
  });

  it('do not count by what stands behind the archive stamp', async () => {
    const moved = (await longTerm()).replace(`${values}{archive}`, `{archive}${values}`);
    const answer = await judged(withArchive(moved, archivedOctets(moved.replace(`{archive}${values}`, ''))));
    expect([answer.state, answer.bySigner[0]!.archivedAt]).toEqual(['undetermined', SIGNED]);
  });

  it('are not written out without end: long namespaces in force over many of them are a fault of the stamp', async () => {
    const prefixes = Array.from({ length: 20 }, (_, at) => `x${at}`);
    const declarations = prefixes.map((prefix) => `xmlns:${prefix}="urn:${prefix.padEnd(1_000, 'x')}"`).join(' ');
    const property = `<n ${prefixes.map((prefix) => `${prefix}:a=""`).join(' ')}/>`;
    const xml = (await longTerm()).replace('<xades:UnsignedSignatureProperties>', `<xades:UnsignedSignatureProperties ${declarations}>`);
    const readings = (properties: number) => {
      const document = readXmlText(withArchive(xml.replace('{archive}', `${property.repeat(properties)}{archive}`), new Uint8Array(1)));
      const signature = readSignature(signaturesIn(document.root)[0]!);
      return xadesArchiveStamps({ document, signature, digested: [], embedded: [] });
    };
    expect(readings(1)).toMatchObject([{ is: 'stamp' }]);
    expect(readings(50)).toEqual([{ is: 'fault', why: 'too much is signed' }]);
    expect(() => readings(100)).toThrow('too many properties');
  });

  it('are told of where the archive stamp cannot be read', async () => {
    const answer = await judged((await longTerm()).replace('{archive}', `<a:ArchiveTimeStamp xmlns:a="${XADES_141}"><xades:EncapsulatedTimeStamp>AAAA</xades:EncapsulatedTimeStamp></a:ArchiveTimeStamp>`));
    expect(answer.state).toBe('undetermined');
  });
});
