/** The signature of a ШЭП envelope: only the Body that was signed is ever used. */
import { describe, expect, test } from 'vitest';
import { checkEnvelope, signEnvelope } from '../../../electron/gateways/shep/ws-security.ts';
import { childText, element, onlyChild, textOf } from '../../../electron/gateways/shep/xml.ts';
import { openKeyFile } from '../../../electron/gateways/shep/key-file.ts';
import { TRIAL_PASSWORD, trialKey } from '../../fakes/trial-signing-key.ts';
import { createTrust } from '../../../electron/core/trust/index.ts';
import { createAuthority } from '../../../electron/stand/authority/index.ts';
import { STATE_SYSTEM_BIN, stateSystemKey } from '../../../electron/stand/shep/state-system.ts';
import { failure, success } from '../../../shared/util/result.ts';

const NOW = new Date('2026-11-22T04:00:00Z');
const PASSWORD = 'Password1';
const authority = await createAuthority({ seed: 3, now: () => NOW, baseUrl: () => 'http://127.0.0.1:1', keyDirectory: null });
const key = await (async () => {
  const file = await authority.issueSystemKey({ bin: '999940990013', organisation: 'Тест', systemOid: '1.2.398.3.99.9', password: PASSWORD });
  return openKeyFile(file.pkcs12, PASSWORD);
})();

const content = element('order', [element('amount', '100'), element('note', 'Қазақ әріптері & <белгілер>\r\n')]);
const signed = Buffer.from(await signEnvelope(content, 'b1', key)).toString();
const refused = async (xml: string) => {
  const answer = await checkEnvelope(Buffer.from(xml));
  return answer.ok ? 'accepted' : answer.failure;
};
const body = /<soapenv:Body.*<\/soapenv:Body>/s.exec(signed)![0];

describe('a signed envelope', () => {
  test('gives the signed Body with its text intact', async () => {
    const answer = await checkEnvelope(Buffer.from(signed));
    if (!answer.ok) throw new Error(answer.failure);
    const order = onlyChild(answer.value.body, 'order')!;
    expect(childText(order, 'amount')).toBe('100');
    expect(textOf(onlyChild(order, 'note')!)).toBe('Қазақ әріптері & <белгілер>\r\n');
    expect(Buffer.from(answer.value.signer)).toEqual(Buffer.from(key.certificate));
    expect(answer.value.times).toBeNull();
  });

  test('is refused when a letter of the Body or of the signature changes', async () => {
    expect(await refused(signed)).toBe('accepted');
    expect(await refused(signed.replace('<amount>100<', '<amount>900<'))).toBe('content-mismatch');
    const place = signed.indexOf('<ds:SignatureValue>') + '<ds:SignatureValue>'.length + 5;
    const letter = signed[place] === 'A' ? 'B' : 'A';
    expect(await refused(signed.slice(0, place) + letter + signed.slice(place + 1))).toBe('signature-wrong');
  });

  test('is refused without its certificate', async () => {
    expect(await refused(signed.replace(Buffer.from(key.certificate).toString('base64'), 'AAAA'))).toBe('signer-unidentified');
  });

  test('without a signature, an envelope, or with a DTD is named as what it is', async () => {
    expect(await refused(signed.replace(/<ds:Signature.*<\/ds:Signature>/s, ''))).toBe('signature-missing');
    expect(await refused('<a/>')).toBe('not-an-envelope');
    expect(await refused('not xml')).toBe('not-an-envelope');
    expect(await refused(`<!DOCTYPE a [<!ENTITY x "y">]>${signed}`)).toBe('not-an-envelope');
  });
});

describe('an answer of the stand’s ШЭП', () => {
  const trustOf = (...anchors: Uint8Array[]) =>
    createTrust({
      anchors,
      intermediates: [authority.gostIssuer, authority.issuer],
      evidence: { ocsp: async (_url, request) => success(await authority.respondOcsp(request)), crl: async () => failure({ code: 'service-unreachable', detail: null }) },
      clock: { now: () => NOW, monotonicMs: () => 0 },
    });

  test('is signed by GOST 34.10-2015 with the key of a system its authority vouches for, and no other', async () => {
    const envelope = Buffer.from(await signEnvelope(content, 'b1', await stateSystemKey({ authority: async () => authority })())).toString();
    expect(envelope).toContain('gostr34102015-gostr34112015-512"');
    const answer = await checkEnvelope(Buffer.from(envelope));
    if (!answer.ok) throw new Error(answer.failure);
    const asked = { certificate: answer.value.signer, use: 'sign' } as const;
    expect(await trustOf(authority.gostRoot).verifyCertificate(asked)).toMatchObject({ state: 'good', identity: { bin: STATE_SYSTEM_BIN } });
    expect((await trustOf(authority.root).verifyCertificate(asked)).state).toBe('bad');
    expect(await refused(envelope.replace('<amount>100<', '<amount>900<'))).toBe('content-mismatch');
  });
});

describe.each(['GOST-2015-512', 'GOST-2004', 'ECDSA-P256'] as const)('signed by a system key of %s', (algorithm) => {
  test('an envelope is taken with its signer, and refused with another amount', async () => {
    const { keyFile, certificate } = await trialKey(algorithm, NOW);
    const envelope = Buffer.from(await signEnvelope(content, 'b1', await openKeyFile(keyFile, TRIAL_PASSWORD))).toString();
    const answer = await checkEnvelope(Buffer.from(envelope));
    if (!answer.ok) throw new Error(answer.failure);
    expect(Buffer.from(answer.value.signer)).toEqual(Buffer.from(certificate));
    expect(await refused(envelope.replace('<amount>100<', '<amount>900<'))).toBe('content-mismatch');
  });
});

describe('signature wrapping', () => {
  const evil = body.replace('<amount>100<', '<amount>900<');

  test.each([
    ['another Body in front, the signed one moved into the header', signed.replace(body, evil.replace('id-b1', 'id-evil')).replace('</soapenv:Header>', `${body}</soapenv:Header>`)],
    ['two elements with the signed id', signed.replace(body, evil).replace('</soapenv:Header>', `${body}</soapenv:Header>`)],
    ['two Bodies', signed.replace(body, body + evil)],
    ['a Body in front of the signed one', signed.replace(body, evil.replace('id-b1', 'id-evil') + body)],
  ])('%s is refused', async (_name, wrapped) => {
    expect(await refused(wrapped)).toBe('signature-malformed');
  });
});
