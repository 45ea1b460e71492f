/** Every CMS message in the manifest of the NCA's data through the whole judgement. */
import { describe, expect, it } from 'vitest';
import type { TrustStore } from '../../../electron/core/trust/path/build-path.ts';
import { readCertificate } from '../../../electron/core/trust/x509/certificate.ts';
import { judgeCrls } from '../../../electron/core/trust/revocation/judge-crls.ts';
import { readCrl } from '../../../electron/core/trust/revocation/read-crl.ts';
import { readSignedData } from '../../../electron/core/trust/cms/read-signed-data.ts';
import type { RevocationService } from '../../../electron/core/trust/revocation/revocation-service.ts';
import type { SignatureAnswer } from '../../../electron/core/trust/answer/signature-answer.ts';
import { verifySignature } from '../../../electron/core/trust/cms/verify-signature.ts';
import { verifyValue } from '../../../electron/core/trust/algorithms/verify-value.ts';
import { absence } from '../corpus.ts';
import { kzCertificate, kzFile } from './kz-manifest.ts';

const absent = absence('kz-pki/MANIFEST.md');
/** The only list in the data that is fresh then. */
const LIST = 'crl/nca_gost2022_test.2026-08-11.crl';
const NOW = new Date('2026-11-22T00:00:00Z');

const storeOf = (anchors: string[], intermediates: string[]): TrustStore => ({
  anchors: anchors.map(kzCertificate),
  intermediates: intermediates.map(kzCertificate),
});
const PRODUCTION = ['ca/prod/root_gost_2022.pem', 'ca/prod/root_gost.pem', 'ca/prod/root_rsa.pem'];
const TEST = ['ca/test/root_test_gost_2022.cer', 'ca/test/root_gost_test_old.crt', 'ca/test/root_rsa_test_old.crt'];
const AUTHORITIES = [
  'ca/prod/nca_gost_2022.pem',
  'ca/prod/nca_gost.pem',
  'ca/prod/nca_rsa.pem',
  'ca/test/nca_gost2022_test.cer',
  'ca/test/nca_gost_test_old.crt',
  'ca/test/nca_rsa_test_old.crt',
];

/** Signers of the test centre are looked up in its list; for authorities and the production centre no list is in the data. */
const byList: RevocationService = {
  async statusOf([certificate, issuer]) {
    const crl = readCrl(kzFile(LIST));
    if (crl.issuer.canonical !== issuer!.subject.canonical) return { state: 'good', asOf: NOW };
    return judgeCrls([crl], { certificate: certificate!, issuer: issuer!, now: NOW });
  },
};

interface Asked {
  message: string;
  content?: Uint8Array;
  roots?: string[];
  now?: Date;
}

const judged = ({ message, content, roots = [...TEST, ...PRODUCTION], now = NOW }: Asked): Promise<SignatureAnswer> =>
  verifySignature(
    { signature: kzFile(`cms/${message}`), ...(content === undefined ? {} : { content }) },
    { store: storeOf(roots, AUTHORITIES), revocation: byList, now },
  );
const codesOf = ({ checks }: SignatureAnswer): string[] => checks.map(({ code }) => code);
const decisive = (answer: SignatureAnswer): string =>
  answer.checks.find(({ outcome }) => outcome === 'failed' || outcome === 'undetermined')?.code ?? answer.state;

describe.skipIf(absent !== null)(absent === null ? 'messages' : `skipped: ${absent}`, () => {
  it.each([
    ['individual', '2026-07-20T09:08:07.000Z', { iin: '123456789011', bin: null }],
    ['legal_entity', '2026-07-20T09:10:09.000Z', { iin: '123456789011', bin: '123456789021', roles: ['organisation', 'first-head'] }],
  ])('gost2015-cades-t/%s is good at the time of its stamp, attached and detached', async (name, signedAt, signer) => {
    const content = kzFile(`cms/gost2015-cades-t/${name}_document.txt`);
    const attached = await judged({ message: `gost2015-cades-t/${name}_attached.der` });
    const detached = await judged({ message: `gost2015-cades-t/${name}_detached.der`, content });
    for (const answer of [attached, detached]) {
      expect(codesOf(answer)).toEqual(['integrity-intact', 'signer-owner-body', 'chain-trusted', 'not-revoked', 'timestamp-good']);
      expect([answer.state, answer.signedAt?.toISOString()]).toEqual(['good', signedAt]);
      expect(answer.signers).toMatchObject([signer]);
      expect(Buffer.from(answer.content!).equals(content)).toBe(true);
    }
  });

  it.each(['individual', 'legal_entity'])('gost2015-cades-t/%s is refused by who trusts the other roots only', async (name) => {
    const message = `gost2015-cades-t/${name}_attached.der`;
    expect(decisive(await judged({ message, roots: PRODUCTION }))).toBe('chain-untrusted');
    // Without the production root the stamp proves nothing, and the signature is judged as of now.
    expect(codesOf(await judged({ message, roots: TEST })).at(-1)).toBe('timestamp-untrusted');
  });

  it.each(['individual', 'legal_entity'])('gost2015-cades-t/%s does not cover another document', async (name) => {
    const message = `gost2015-cades-t/${name}_detached.der`;
    const content = kzFile(`cms/gost2015-cades-t/${name}_document.txt`);
    expect(decisive(await judged({ message, content: content.with(0, content[0]! ^ 1) }))).toBe('content-mismatch');
    expect(decisive(await judged({ message }))).toBe('content-missing');
  });

  it('ncanode-2022 with two signers is bad for the one whose certificate had expired', async () => {
    const signed = new Date('2022-09-27T12:00:00Z');
    const content = kzFile('cms/ncanode-2022/content.bin');
    const both = [
      await judged({ message: 'ncanode-2022/signed_cms.der', now: signed }),
      await judged({ message: 'ncanode-2022/signed_detached_cms.der', content, now: signed }),
    ];
    for (const answer of both) {
      expect(codesOf(answer).slice(0, 3)).toEqual(['integrity-intact', 'signer-owner-body', 'chain-expired']);
      expect([answer.state, answer.signers.length]).toEqual(['bad', 2]);
    }
    expect(decisive(await judged({ message: 'ncanode-2022/signed_cms.der' }))).toBe('chain-expired');
  });

  it('ncanode-2022/signed_cms_one_signer had expired before signing', async () => {
    const answer = await judged({ message: 'ncanode-2022/signed_cms_one_signer.der', now: new Date('2022-09-27T12:00:00Z') });
    expect([answer.state, decisive(answer)]).toEqual(['bad', 'chain-expired']);
  });

  describe('gost2004-test-2019-detached-content-unknown', () => {
    const message = 'gost2004-test-2019-detached-content-unknown/CMS_for_double_sign.pem';

    it('asks for its document, and is never good with another', async () => {
      const answer = await judged({ message });
      expect([answer.state, decisive(answer)]).toEqual(['undetermined', 'content-missing']);
      expect(decisive(await judged({ message, content: new Uint8Array(6) }))).toBe('content-mismatch');
    });

    it('is signed all the same: the C library of the NCA names the key where the signature algorithm stands', async () => {
      const data = readSignedData(kzFile(`cms/${message}`));
      const [signer] = data.signers;
      const { publicKey } = readCertificate(data.certificates[0]!);
      const asked = { algorithm: signer!.signatureAlgorithm, key: publicKey, data: signer!.signedAttributesEncoded!, value: signer!.signature };
      expect(signer!.signatureAlgorithm.oid).toBe(publicKey.algorithm.oid);
      expect(await verifyValue({ ...asked, digest: signer!.digestAlgorithm.oid })).toEqual({ is: 'right', legacy: ['GOST 34.310-2004'] });
      expect((await verifyValue({ ...asked, digest: '1.2.398.3.10.1.3.3' })).is).toBe('refused');
      expect((await verifyValue({ ...asked, digest: null })).is).toBe('refused');
    });
  });
});
