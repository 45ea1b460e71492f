/** XML signatures made here, believed by our own verifier and by a library that shares no line with either. */
import { X509Certificate } from 'node:crypto';
import { SignedXml } from 'xml-crypto';
import { DOMParser } from '@xmldom/xmldom';
import { describe, expect, it } from 'vitest';
import { signEnvelope, signXml } from '../../../electron/core/keystore/signing/index.ts';
import { checkSignatures } from '../../../electron/core/trust/xml/check-signatures.ts';
import { readXml } from '../../../electron/core/trust/xml/syntax/read-xml.ts';
import { checkEnvelope } from '../../../electron/gateways/shep/ws-security.ts';
import { openTrialKey, TRIAL_ALGORITHMS, trialKey } from '../../fakes/trial-signing-key.ts';

const NOW = new Date('2026-11-22T09:00:00Z');
const DOCUMENTS: readonly [string, string][] = [
  ['a small one', '<tag>data</tag>'],
  ['an empty root', '<a/>'],
  ['namespaces, comments and instructions', '<?xml version="1.0"?><!-- алдыңғы --><x:a xmlns:x="urn:x" xmlns="urn:d" b="1 > 0"><?pi <b>?><!-- </x:a> --><b xml:lang="kk">Ә&amp;&lt;</b></x:a>\n<!-- соңғы -->'],
  ['lines of Windows', '<a>\r\n  <b>Қ</b>\r\n</a>'],
];

const bytes = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);
const text = (signed: Uint8Array): string => new TextDecoder().decode(signed);

function orThrow<Value>(result: { ok: true; value: Value } | { ok: false; failure: unknown }): Value {
  if (!result.ok) throw new Error(JSON.stringify(result.failure));
  return result.value;
}

const integrity = async (signed: string): Promise<string[]> =>
  (await checkSignatures(readXml(bytes(signed)), { known: [], madeBy: null })).map((check) => check.finding.outcome);

describe.each(TRIAL_ALGORITHMS)('an XML signature by a key of %s', async (algorithm) => {
  const trial = await trialKey(algorithm, NOW);
  const key = await openTrialKey(trial);
  const options = { key, scheme: key.schemes[0]!, layout: 'compact', signedPath: '', parentPath: '' } as const;

  it.each(DOCUMENTS)('is good over %s, and not over another', async (_, document) => {
    for (const layout of ['compact', 'wrapped'] as const) {
      const signed = text(orThrow(await signXml(bytes(document), { ...options, layout })));
      expect(await integrity(signed)).toStrictEqual(['passed']);
      expect(await integrity(signed.replace(/<((?:x:)?(?:a|tag))/, '<$1 changed="1"'))).toStrictEqual(['failed']);
    }
  });

  it('stands beside one that is there already', async () => {
    const first = orThrow(await signXml(bytes('<a>1</a>'), options));
    const both = text(orThrow(await signXml(first, options)));
    expect(await integrity(both)).toContain('passed');
    expect((await integrity(both)).length).toBe(2);
  });

  it('is put where the caller wants it, over the part the caller names', async () => {
    const signed = text(orThrow(await signXml(bytes('<a><b Id="part">1</b><c/></a>'), { ...options, signedPath: '//b', parentPath: '/a/c' })));
    expect(signed).toMatch(/<c><ds:Signature .*URI="#part".*<\/c><\/a>$/);
    // A part: the rest of the document is unsigned, and the verifier says so.
    expect(await integrity(signed)).toStrictEqual(['attention']);
    expect(await integrity(signed.replace('>1<', '>2<'))).toStrictEqual(['failed']);
    expect(await signXml(bytes('<a><b>1</b></a>'), { ...options, signedPath: '//b' })).toMatchObject({ ok: false });
    expect(await signXml(bytes('<a/>'), { ...options, parentPath: '/nowhere' })).toMatchObject({ ok: false });
  });

  it('covers the Body of an envelope', async () => {
    const envelope = '<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body><m xmlns="urn:m">1</m></s:Body></s:Envelope>';
    const signed = text(orThrow(await signEnvelope(envelope, { key, scheme: key.schemes[0]!, bodyId: 'id-1' })));
    expect(await integrity(signed)).toStrictEqual(['attention']);
    expect(await signEnvelope(signed, { key, scheme: key.schemes[0]!, bodyId: 'id-2' })).toMatchObject({ ok: false });
    expect(await signEnvelope('<a/>', { key, scheme: key.schemes[0]!, bodyId: 'id-2' })).toMatchObject({ ok: false });
  });
});

describe('an RSA signature, read by others', async () => {
  const trial = await trialKey('RSA-2048', NOW);
  const key = await openTrialKey(trial);
  const publicKey = new X509Certificate(trial.certificate).publicKey.export({ type: 'spki', format: 'pem' }) as string;

  function believes(signed: string): boolean {
    const signature = new DOMParser().parseFromString(signed, 'text/xml').getElementsByTagNameNS('http://www.w3.org/2000/09/xmldsig#', 'Signature')[0]!;
    const checker = new SignedXml({ publicCert: publicKey, getCertFromKeyInfo: () => null });
    checker.loadSignature(signature.toString());
    return checker.checkSignature(signed);
  }

  // The library reads no document with anything beside its root.
  it.each(DOCUMENTS.filter(([, document]) => !document.includes('<!--')))('is believed over %s', async (_, document) => {
    const options = { key, scheme: key.schemes[0]!, layout: 'compact', signedPath: '', parentPath: '' } as const;
    const signed = text(orThrow(await signXml(bytes(document), options)));
    expect(believes(signed)).toBe(true);
  });

  it('has the digest that NCALayer was recorded with, and stands in one piece', async () => {
    const options = { key, scheme: key.schemes[0]!, layout: 'compact', signedPath: '', parentPath: '' } as const;
    const signed = text(orThrow(await signXml(bytes('<tag>data</tag>'), options)));
    expect(signed).toContain('<ds:DigestValue>soDZFGIUsZ1x0sK/7x1bJvtGeQsO0BKOVwAvKxC3RJY=</ds:DigestValue>');
    expect(signed.includes('\n')).toBe(false);
  });

  it('opens the door of ШЭП, and does not for another Body', async () => {
    const envelope = '<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Header><t>x</t></s:Header><s:Body><m>1</m></s:Body></s:Envelope>';
    const signed = text(orThrow(await signEnvelope(envelope, { key, scheme: key.schemes[0]!, bodyId: 'id-1' })));
    expect(await checkEnvelope(Buffer.from(signed))).toMatchObject({ ok: true });
    expect(await checkEnvelope(Buffer.from(signed.replace('<m>1', '<m>2')))).toMatchObject({ ok: false });
  });
});
