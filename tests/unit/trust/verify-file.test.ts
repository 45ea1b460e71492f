/** Signed files of every form through the entrance of the domain: told apart by their octets, and judged again from their evidence. */
import { describe, expect, it } from 'vitest';
import { createTrust, type FileAnswer, recogniseContainer } from '../../../electron/core/trust/index.ts';
import { EXCLUSIVE_C14N } from '../../../electron/core/trust/xml/names.ts';
import { extendedKeyUsage } from '../../../electron/stand/authority/certificate.ts';
import { failure, success } from '../../../shared/util/result.ts';
import { ADDRESSES, issue, NOW, PURPOSE, SIGNER } from './trial-authority.ts';
import { crl, hoursFromNow } from './trial-evidence.ts';
import { signature, token } from './trial-signature.ts';
import { rsaKey, signedXml, stampedOctets, xadesParts } from './xml/trial-xml.ts';
import { signedZip } from './zip/trial-zip.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('a file', () => {
  it.each([
    ['xml', bytes('<a/>')],
    ['xml', bytes('\uFEFF\r\n <?xml version="1.0"?>')],
    ['zip', bytes('PK\u0003\u0004')],
    ['zip', bytes('PK\u0005\u0006')],
    ['pdf', bytes('%PDF-1.7')],
    ['cms', bytes('-----BEGIN CMS-----')],
    ['cms', Uint8Array.of(0x30, 0x80)],
    ['cms', bytes('PK')],
    ['cms', new Uint8Array()],
  ])('of the form %s is known by how it begins', (container, file) => {
    expect(recogniseContainer(file)).toBe(container);
  });
});

describe('the evidence of an answer', async () => {
  const root = await issue('file-root', null);
  const signer = await issue('file-signer', root, { extensions: [...SIGNER, ...ADDRESSES] });
  const authority = await issue('file-tsa', root, { extensions: [extendedKeyUsage([PURPOSE.timeStamping], true), ...ADDRESSES] });
  const list = crl({ signer: root, thisUpdate: hoursFromNow(-1), nextUpdate: hoursFromNow(1) });
  const away = failure({ code: 'service-unreachable', detail: null } as const);
  const trustWith = (isReachable: boolean) =>
    createTrust({
      anchors: [root.der],
      intermediates: [],
      evidence: { ocsp: async () => away, crl: async () => (isReachable ? success(list) : away) },
      clock: { now: () => NOW, monotonicMs: () => 0 },
    });
  const stamped = { stamp: (value: Uint8Array) => [token({ authority, stamped: value, genTime: NOW })] };

  async function xadesT(): Promise<string> {
    const parts = xadesParts('s1', '');
    const xml = await signedXml({ ...parts, references: [{}, parts.reference], key: rsaKey(signer) });
    const stamp = Buffer.from(token({ authority, stamped: stampedOctets(xml), genTime: NOW })).toString('base64');
    return xml.replace(
      '{unsigned}',
      `<xades:SignatureTimeStamp><ds:CanonicalizationMethod Algorithm="${EXCLUSIVE_C14N}"/><xades:EncapsulatedTimeStamp>${stamp}</xades:EncapsulatedTimeStamp></xades:SignatureTimeStamp>`,
    );
  }

  it.each([
    ['cms', async () => signature({ content: bytes('signed'), signers: [{ signer, ...stamped }] })],
    ['xml', async () => bytes(await xadesT())],
    ['zip', async () => signedZip({ signature: { signers: [{ signer, ...stamped }] } })],
  ])('about %s gives the same answer again when nobody can be asked', async (container, make) => {
    const file = await make();
    const first = await trustWith(true).verifyFile({ file });
    expect([first.container, first.state, first.signedAt]).toEqual([container, 'good', NOW]);
    expect((await trustWith(false).verifyFile({ file })).state).toBe('undetermined');
    const again = await trustWith(false).verifyFile({ file, evidence: first.evidence! });
    const facts = ({ checks, state, signedAt, signers, content }: FileAnswer) => ({ checks, state, signedAt, signers, content });
    expect(facts(again)).toEqual(facts(first));
  });

  it('is asked of every form alike: an expected signer who did not sign is refused', async () => {
    const question = { expectedSignerBin: '000140000019' };
    for (const file of [bytes(await xadesT()), signedZip({ signature: { signers: [{ signer, ...stamped }] } })])
      expect((await trustWith(true).verifyFile({ file, ...question })).checks[1]).toMatchObject({ outcome: 'failed', code: 'signer-unidentified' });
  });
});
