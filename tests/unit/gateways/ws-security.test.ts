/** The signature of a ШЭП envelope: only the Body that was signed is ever used. */
import { describe, expect, test } from 'vitest';
import { checkEnvelope, signEnvelope, type SigningKey } from '../../../electron/gateways/shep/ws-security.ts';
import { childText, element, onlyChild } from '../../../electron/gateways/shep/xml.ts';
import { openKeyFile } from '../../../electron/gateways/shep/key-file.ts';
import { createAuthority } from '../../../electron/stand/authority/index.ts';

const NOW = new Date('2026-11-22T04:00:00Z');
const PASSWORD = 'Password1';
const key: SigningKey = await (async () => {
  const authority = await createAuthority({ seed: 3, now: () => NOW, baseUrl: () => 'http://127.0.0.1:1', keyDirectory: null });
  const file = await authority.issueSystemKey({ bin: '999940990013', organisation: 'Тест', systemOid: '1.2.398.3.99.9', password: PASSWORD });
  return openKeyFile(file.pkcs12, PASSWORD);
})();

const content = element('order', [element('amount', '100'), element('note', 'Қазақ әріптері & <белгілер>\r\n')]);
const signed = signEnvelope(content, 'b1', key);
const refused = (xml: string) => {
  const answer = checkEnvelope(xml);
  return answer.ok ? 'accepted' : answer.failure;
};
const body = /<soapenv:Body.*<\/soapenv:Body>/s.exec(signed)![0];

describe('a signed envelope', () => {
  test('gives the signed Body with its text intact', () => {
    const answer = checkEnvelope(signed);
    if (!answer.ok) throw new Error(answer.failure);
    const order = onlyChild(answer.value.body, 'order')!;
    expect(childText(order, 'amount')).toBe('100');
    expect(onlyChild(order, 'note')!.textContent).toBe('Қазақ әріптері & <белгілер>\r\n');
    expect(answer.value.signer.subject).toContain('OU=BIN999940990013');
  });

  test('is refused when a letter of the Body or of the signature changes', () => {
    expect(refused(signed)).toBe('accepted');
    expect(refused(signed.replace('<amount>100<', '<amount>900<'))).toBe('signature-wrong');
    expect(refused(signed.replace(/<ds:SignatureValue>./, '<ds:SignatureValue>+'))).toBe('signature-wrong');
  });

  test('is refused with the certificate of somebody else in it', () => {
    const other = Buffer.from(key.certificate);
    other[other.length - 1]! ^= 1;
    const swapped = signed.replace(Buffer.from(key.certificate).toString('base64'), 'AAAA');
    expect(refused(swapped)).toBe('unsigned');
  });
});

describe('signature wrapping', () => {
  const evil = body.replace('<amount>100<', '<amount>900<');

  test('another Body in front, the signed one moved into the header', () => {
    const wrapped = signed.replace(body, evil.replace('id-b1', 'id-evil')).replace('</soapenv:Header>', `${body}</soapenv:Header>`);
    expect(refused(wrapped)).toBe('body-not-signed');
  });

  test('two elements with the signed id', () => {
    const wrapped = signed.replace(body, evil).replace('</soapenv:Header>', `${body}</soapenv:Header>`);
    expect(refused(wrapped)).toBe('signature-wrong');
  });

  test('two Bodies', () => {
    expect(refused(signed.replace(body, body + evil))).toBe('not-an-envelope');
  });

  test('a signature that covers something else than the Body', () => {
    expect(refused(signed.replace('URI="#id-b1"', 'URI=""'))).toBe('body-not-signed');
  });

  test('two signatures', () => {
    const signature = /<ds:Signature.*<\/ds:Signature>/s.exec(signed)![0];
    expect(refused(signed.replace(signature, signature + signature))).toBe('unsigned');
  });
});

describe('what the channel does not use', () => {
  test.each([
    ['SHA-1 digests', 'http://www.w3.org/2001/04/xmlenc#sha256', 'http://www.w3.org/2000/09/xmldsig#sha1'],
    ['RSA with SHA-1', 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256', 'http://www.w3.org/2000/09/xmldsig#rsa-sha1'],
    ['HMAC', 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256', 'http://www.w3.org/2000/09/xmldsig#hmac-sha1'],
    ['other canonical forms', 'http://www.w3.org/2001/10/xml-exc-c14n#', 'http://www.w3.org/TR/2001/REC-xml-c14n-20010315'],
  ])('%s are refused before anything is computed', (_name, own, foreign) => {
    expect(refused(signed.replace(own, foreign))).toBe('algorithm-refused');
  });

  test('no signature, no envelope, a DTD', () => {
    expect(refused(signed.replace(/<ds:Signature.*<\/ds:Signature>/s, ''))).toBe('unsigned');
    expect(refused('<a/>')).toBe('not-an-envelope');
    expect(refused('not xml')).toBe('not-an-envelope');
    expect(refused(`<!DOCTYPE a [<!ENTITY x "y">]>${signed}`)).toBe('not-an-envelope');
  });
});
