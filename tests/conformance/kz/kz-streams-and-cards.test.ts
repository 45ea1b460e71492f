/** Real messages of the NCA's data read as a stream, and put into document cards: the answer is the one they have alone in memory. */
import { describe, expect, it } from 'vitest';
import { nodeStreamedDigests } from '../../../electron/adapters/node-streamed-digests.ts';
import { verifyPdf } from '../../../electron/core/trust/pdf/verify-pdf.ts';
import { verifyStream } from '../../../electron/core/trust/stream/verify-stream.ts';
import { verifySignature } from '../../../electron/core/trust/cms/verify-signature.ts';
import { inMemoryByteSource } from '../../fakes/in-memory/in-memory-byte-source.ts';
import { pdfWithAttachments } from '../../fakes/documents/synthetic-pdf.ts';
import { absence } from '../corpus.ts';
import { kzCertificate, kzFile } from './kz-manifest.ts';

const absent = absence('kz-pki/MANIFEST.md');
const NOW = new Date('2026-11-22T00:00:00Z');
const PIECE = 777;

const world = () => ({
  store: {
    anchors: ['ca/test/root_test_gost_2022.cer', 'ca/test/root_rsa_test_old.crt', 'ca/prod/root_gost_2022.pem'].map(kzCertificate),
    intermediates: ['ca/test/nca_gost2022_test.cer', 'ca/test/nca_rsa_test_old.crt', 'ca/prod/nca_gost_2022.pem'].map(kzCertificate),
  },
  revocation: { statusOf: async () => ({ state: 'good', asOf: NOW }) as const },
  now: NOW,
});
const armoured = (cms: Uint8Array): Uint8Array =>
  Buffer.from(`-----BEGIN CMS-----\r\n${Buffer.from(cms).toString('base64').replaceAll(/.{64}/g, '$&\r\n')}\r\n-----END CMS-----\r\n`);

describe.skipIf(absent !== null)(absent === null ? 'real messages' : `skipped: ${absent}`, () => {
  it.each<[string, string | null, string]>([
    ['gost2015-cades-t/individual_attached.der', null, 'good'],
    ['gost2015-cades-t/individual_detached.der', 'gost2015-cades-t/individual_document.txt', 'good'],
    ['gost2015-cades-t/legal_entity_attached.der', null, 'good'],
    ['gost2015-cades-t/legal_entity_detached.der', 'gost2015-cades-t/legal_entity_document.txt', 'good'],
    ['gost2015-cades-t/legal_entity_detached.der', 'gost2015-cades-t/individual_document.txt', 'bad'],
    ['ncanode-2022/signed_cms.der', null, 'bad'],
    ['ncanode-2022/signed_detached_cms.der', 'ncanode-2022/content.bin', 'bad'],
    ['ncanode-2022/signed_cms_one_signer.der', null, 'bad'],
  ])('%s over %s as a stream is %s, as it is in memory', async (message, document, state) => {
    const signature = kzFile(`cms/${message}`);
    const content = document === null ? undefined : kzFile(`cms/${document}`);
    const whole = await verifySignature({ signature, ...(content !== undefined && { content }) }, world());
    expect(whole.state).toBe(state);
    for (const encoded of [signature, armoured(signature)]) {
      const question = { signature: inMemoryByteSource(encoded, PIECE), ...(content !== undefined && { content: inMemoryByteSource(content, PIECE) }) };
      expect(await verifyStream(question, world(), nodeStreamedDigests)).toEqual({ ...whole, content: null });
    }
  });

  it.each(['individual', 'legal_entity'])('%s_document.txt with its signature attached is a good card', async (name) => {
    const document = { name: `${name}.txt`, content: kzFile(`cms/gost2015-cades-t/${name}_document.txt`) };
    const signature = { name: 'signature.cms', content: kzFile(`cms/gost2015-cades-t/${name}_detached.der`) };
    const good = await verifyPdf({ pdf: pdfWithAttachments([document, signature]) }, world());
    expect([good.state, good.form, good.signers[0]?.iin]).toEqual(['good', 'card', '123456789011']);
    expect(Buffer.from(good.content!).equals(document.content)).toBe(true);
    const other = { ...document, content: document.content.with(0, document.content[0]! ^ 1) };
    expect((await verifyPdf({ pdf: pdfWithAttachments([other, signature]) }, world())).state).toBe('bad');
  });
});
