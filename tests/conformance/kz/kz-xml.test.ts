/** Every XML row in the manifest of the NCA's data through the whole judgement; a row whose file is not here is skipped and says so. */
import { describe, expect, it } from 'vitest';
import { verifyXml, type XmlAnswer } from '../../../electron/core/trust/xml/verify-xml.ts';
import { absence } from '../corpus.ts';
import { kzFile } from './kz-manifest.ts';
import { codesOf, decisiveOf, kzContext, kzFolder } from './kz-trust.ts';

const judge = (xml: Uint8Array): Promise<XmlAnswer> => verifyXml({ xml }, kzContext());
const judged = (path: string): Promise<XmlAnswer> => judge(kzFile(`xml/${path}`));
const text = (octets: Uint8Array | null): string => new TextDecoder().decode(octets ?? new Uint8Array());
const changed = (path: string, from: string, to: string): Promise<XmlAnswer> => judge(Buffer.from(Buffer.from(kzFile(`xml/${path}`)).toString('utf8').replace(from, to)));

/** A row of the manifest about these files: run where they are, else skipped with the reason in its name. */
function row(name: string, path: string, prove: (path: string) => void): void {
  const absent = absence(`kz-pki/xml/${path}`);
  describe.skipIf(absent !== null)(absent === null ? name : `${name} (skipped: ${absent})`, () => {
    prove(path);
  });
}

row('ncanode-2022/xml_rsa_one_signer: RSA-SHA256, whole document, crypto OK, expired', 'ncanode-2022/xml_rsa_one_signer.xml', (path) => {
  it('is intact, and its certificate has ended', async () => {
    const answer = await judged(path);
    expect(codesOf(answer).slice(0, 3)).toEqual(['integrity-intact', 'signer-owner-body', 'chain-expired']);
    expect([answer.state, text(answer.content), answer.signed[0]!.extent]).toEqual(['bad', '<a><b>test</b></a>', 'document']);
  });

  it('is not intact with its content changed', async () => {
    expect(decisiveOf(await changed(path, '<b>test', '<b>tost'))).toBe('content-mismatch');
  });
});

row('ncanode-2022/xml_rsa_then_gost2015_two_signers: two sequential signatures', 'ncanode-2022/xml_rsa_then_gost2015_two_signers.xml', (path) => {
  it('are both intact, the first one over the document without the second', async () => {
    const answer = await judged(path);
    expect(answer.bySigner.map(codesOf).map((codes) => codes.slice(0, 3))).toEqual([
      ['integrity-intact', 'signer-owner-body', 'chain-expired'],
      ['integrity-intact', 'signer-owner-body', 'chain-expired'],
    ]);
    expect([answer.state, text(answer.content)]).toEqual(['bad', '<a><b>test</b></a>']);
    expect(answer.signed.map(({ octets }) => text(octets).includes('Signature'))).toEqual([false, true]);
  });

  it('are both broken with the content changed, and only the second with the first one changed', async () => {
    const content = await changed(path, '<b>test', '<b>tost');
    expect(content.bySigner.map(decisiveOf)).toEqual(['content-mismatch', 'content-mismatch']);
    const first = await changed(path, '<ds:SignatureValue>\na', '<ds:SignatureValue>\nb');
    expect(first.bySigner.map(decisiveOf)).toEqual(['signature-wrong', 'content-mismatch']);
  });
});

row('wsse/soap_signed_rsa.xml: one reference to the Body, exc-C14N, crypto OK, expired', 'wsse/soap_signed_rsa.xml', (path) => {
  it('is intact over exactly the Body, and its certificate has ended', async () => {
    const answer = await judged(path);
    expect(codesOf(answer).slice(0, 3)).toEqual(['integrity-intact', 'signer-owner-body', 'chain-expired']);
    expect(text(answer.content)).toMatch(/^<SOAP-ENV:Body .*<iin>931002451325<\/iin>.*<\/SOAP-ENV:Body>$/s);
  });

  it('is not intact with the Body changed or swapped', async () => {
    expect(decisiveOf(await changed(path, '<iin>9', '<iin>8'))).toBe('content-mismatch');
    expect(decisiveOf(await changed(path, '<SOAP-ENV:Body ', '<SOAP-ENV:Body/><SOAP-ENV:Body '))).toBe('signature-malformed');
  });
});

row('wsse/soap_unsigned.xml: no signature → NOT SIGNED', 'wsse/soap_unsigned.xml', (path) => {
  it('is not signed', async () => {
    expect(decisiveOf(await judged(path))).toBe('signature-missing');
  });
});

row('ncalayer-rs-2026/*.xml: GOST2015-512 by Kalkan, self-signed certificate → UNTRUSTED', 'ncalayer-rs-2026', () => {
  it.each(kzFolder('xml/ncalayer-rs-2026', '.xml'))('%s is intact and untrusted, and says what it covers', async (name) => {
    const answer = await judged(`ncalayer-rs-2026/${name}`);
    const [integrity, , chain] = codesOf(answer);
    expect([answer.state, chain]).toEqual(['bad', 'chain-untrusted']);
    expect(integrity).toBe(name.includes('xpath') ? 'signed-part-only' : 'integrity-intact');
    if (name.includes('xpath')) expect(answer.signed).toMatchObject([{ uri: '#part', extent: 'part' }]);
  });
});

row('ncanode-go-2020/*.xml: RSA and GOST2004, crypto OK, expired', 'ncanode-go-2020', () => {
  it.each(kzFolder('xml/ncanode-go-2020', '.xml'))('%s is intact and not valid now', async (name) => {
    const answer = await judged(`ncanode-go-2020/${name}`);
    expect([answer.state, codesOf(answer)[0]]).toEqual(['bad', 'integrity-intact']);
    // Keys for sign-in are refused as such before their chain is looked at.
    expect(decisiveOf(answer)).toBe(name.includes('AUTH') ? 'signer-not-for-signing' : 'chain-expired');
  });
});

row('xades/xades-test-signed-t.xml: XAdES-T, valid at 2026-09-02T10:05:14Z with test roots', 'xades/xades-test-signed-t.xml', (path) => {
  it('is good at the time of its stamp', async () => {
    const answer = await judged(path);
    expect(codesOf(answer)).toEqual(['integrity-intact', 'signer-owner-body', 'chain-trusted', 'not-revoked', 'timestamp-good']);
    expect([answer.state, answer.signedAt?.toISOString()]).toEqual(['good', '2026-09-02T10:05:14.000Z']);
    expect(answer.signers).toMatchObject([{ iin: '123456789011' }]);
  });

  it('is not intact with its content or its signed properties changed', async () => {
    expect(decisiveOf(await changed(path, 'Тестовый', 'Пустой'))).toBe('content-mismatch');
    expect(decisiveOf(await changed(path, '<xades:SigningTime>2026', '<xades:SigningTime>2025'))).toBe('content-mismatch');
  });
});

/** Which octets are changed: every one where a key is quick, every so many where it is GOST. */
const MUTATED: [string, number][] = [
  ['ncanode-2022/xml_rsa_one_signer.xml', 1],
  ['wsse/soap_signed_rsa.xml', 1],
  ['ncanode-2022/xml_rsa_then_gost2015_two_signers.xml', 11],
];
describe.each(MUTATED)('real signatures: %s', (path, step) => {
  const absent = absence(`kz-pki/xml/${path}`);
  it.skipIf(absent !== null)(absent === null ? 'with one octet changed, anywhere, give no other content' : `(skipped: ${absent})`, async () => {
    const good = kzFile(`xml/${path}`);
    const first = await judge(good);
    const octetsOf = ({ signed }: XmlAnswer): string[] => signed.map(({ octets }) => text(octets));
    const known = new Set(octetsOf(first));
    for (let at = 0; at < good.length; at += step) {
      const answer = await judge(good.with(at, good[at]! ^ (1 << (at % 7))));
      if (answer.content !== null && text(answer.content) !== text(first.content)) throw new Error(`octet ${at}: other content`);
      for (const octets of octetsOf(answer)) if (!known.has(octets)) throw new Error(`octet ${at}: other signed octets`);
    }
  });
});
