/** Real data of the national centre: names, uses and RSA signatures. What is signed with GOST has its own tests. */
import { describe, expect, it } from 'vitest';
import { withoutArmour } from '../../../electron/core/trust/asn1/armour.ts';
import { buildPath } from '../../../electron/core/trust/path/build-path.ts';
import { type Certificate, readCertificate } from '../../../electron/core/trust/x509/certificate.ts';
import { describeCertificate } from '../../../electron/core/trust/index.ts';
import { judgeCrls } from '../../../electron/core/trust/revocation/judge-crls.ts';
import { readCrl } from '../../../electron/core/trust/revocation/read-crl.ts';
import { readSignedData } from '../../../electron/core/trust/cms/read-signed-data.ts';
import { maySignDocuments, maySignIn, SIGNING_PURPOSES } from '../../../electron/core/trust/answer/signer-rules.ts';
import { judgeTimeStamp } from '../../../electron/core/trust/timestamp/timestamp.ts';
import { verifySignature } from '../../../electron/core/trust/cms/verify-signature.ts';
import { contentInMemory } from '../../../electron/core/trust/cms/signed-content.ts';
import { verifySignerInfo } from '../../../electron/core/trust/cms/verify-signer-info.ts';
import { absence, bytesAt } from '../corpus.ts';

const kz = (path: string): Uint8Array => bytesAt(`kz-pki/${path}`);
const certificate = (path: string): Certificate => readCertificate(withoutArmour(kz(path)));
const absent = absence('kz-pki/MANIFEST.md');

const pathOf = (leaf: Certificate, anchor: Certificate, at: string): ReturnType<typeof buildPath> =>
  buildPath(leaf, { anchors: [anchor], intermediates: [] }, { at: new Date(at), purposes: SIGNING_PURPOSES });

describe.skipIf(absent !== null)(absent === null ? 'files of the national centre' : `skipped: ${absent}`, () => {
  const RSA_CHAINS = [
    { issuer: 'ca/prod/root_rsa_2020.cer', issued: 'ca/prod/nca_rsa_2022.cer', at: '2026-11-22T00:00:00Z' },
    { issuer: 'ca/prod/root_rsa.pem', issued: 'ca/prod/nca_rsa.pem', at: '2021-01-01T00:00:00Z' },
    { issuer: 'ca/test/kuc_rsa_test.cer', issued: 'ca/test/nca_rsa_test.cer', at: '2026-11-22T00:00:00Z' },
    { issuer: 'ca/test/root_rsa_test_old.crt', issued: 'ca/test/nca_rsa_test_old.crt', at: '2022-09-27T00:00:00Z' },
  ];

  it.each(RSA_CHAINS)('$issued chains to $issuer', async ({ issuer, issued, at }) => {
    const answer = await pathOf(certificate(issued), certificate(issuer), at);
    expect(answer.state).toBe('trusted');
  });

  it('two roots of one common name are two roots', async () => {
    const answer = await pathOf(certificate('ca/prod/nca_rsa_2022.cer'), certificate('ca/prod/root_rsa.pem'), '2024-01-01T00:00:00Z');
    expect(answer).toMatchObject({ state: 'faulty', fault: { code: 'chain-untrusted' } });
  });

  it('a certificate with a line break in an address is read, and the address is not used', () => {
    expect(certificate('ca/prod/nca_rsa.pem').crlUrls).toEqual([]);
  });

  it('names the signer by attribute type', async () => {
    const encoded = Buffer.from(Buffer.from(kz('cert/legal_entity_signer.b64.cer')).toString(), 'base64');
    expect(await describeCertificate(encoded)).toMatchObject({
      commonName: 'ТЕСТОВ ТЕСТ',
      bin: '123456789021',
      iin: '123456789011',
      roles: ['organisation', 'first-head'],
    });
  });

  it('an AUTH certificate signs in and does not sign documents, its SIGN twin signs', () => {
    const auth = certificate('cert/ncanode-2022/individual_valid_sign_2004_rsa_auth.cer');
    const sign = certificate('cert/ncanode-2022/individual_valid_sign_2004_rsa.cer');
    expect([maySignIn(auth), maySignDocuments(auth)]).toEqual([null, 'key usage without nonRepudiation']);
    expect(maySignDocuments(sign)).toBeNull();
  });

  const CRLS = [
    'nca_gost2022_test.2026-08-11.crl',
    'nca_rsa_test.2023-11-17.crl',
    'nca_rsa_test_old.2022-03-29.crl',
    'nca_gost2022_d_test.2025-04-29.delta.crl',
  ];

  it.each(CRLS)('%s is read', (name) => {
    expect(readCrl(kz(`crl/${name}`)).nextUpdate).not.toBeNull();
  });

  it('a CRL with another parameter form outside its signed part lists what the centre revoked', () => {
    const crl = readCrl(kz('crl/nca_gost2022_test.2026-08-11.crl'));
    expect(crl.entry('6c425659bd2fc6dc587b871aede1857727cf8451', crl.issuer.canonical)).toBeNull();
  });

  it('an RSA CRL answers for its issuer while it is fresh, and is stale after', async () => {
    const crl = readCrl(kz('crl/nca_rsa_test.2023-11-17.crl'));
    const issuer = certificate('ca/test/nca_rsa_test.cer');
    // Its own authority of that year is not in the data: another generation, of nearly the same name.
    const holder = certificate('cert/ncanode-2022/individual_valid_sign_2004_rsa.cer');
    const question = { certificate: { ...holder, issuer: issuer.subject }, issuer };
    expect((await judgeCrls([crl], { ...question, now: new Date('2024-01-01T00:00:00Z') })).state).toBe('good');
    expect((await judgeCrls([crl], { ...question, now: new Date('2026-11-22T00:00:00Z') })).state).toBe('stale');
  });

  it('a stored RSA time-stamp is of its own signature only', async () => {
    const { finding } = await judgeTimeStamp({
      token: kz('tsp/prod_tst_rsa_2020-10-22.der'),
      stamped: new Uint8Array([1]),
      store: { anchors: [certificate('ca/prod/root_rsa.pem')], intermediates: [certificate('ca/prod/nca_rsa.pem')] },
      revocation: { statusOf: async () => ({ state: 'good', asOf: new Date() }) },
      now: new Date(),
    });
    expect(finding).toMatchObject({ code: 'timestamp-wrong', detail: 'stamp of something else' });
  });

  it('a production RSA time-stamp is signed by its authority', async () => {
    const data = readSignedData(kz('tsp/prod_tst_rsa_2020-10-22.der'));
    const check = await verifySignerInfo(data, data.signers[0]!, contentInMemory(data.content!), []);
    expect(check.finding.outcome).toBe('passed');
  });

  it('a signer whose certificate had expired before signing is not good', async () => {
    const store = { anchors: [certificate('ca/test/root_rsa_test_old.crt')], intermediates: [certificate('ca/test/nca_rsa_test_old.crt')] };
    const revocation = { statusOf: async () => ({ state: 'good', asOf: new Date() }) as const };
    const answer = await verifySignature(
      { signature: kz('cms/ncanode-2022/signed_cms_one_signer.der') },
      { store, revocation, now: new Date('2022-09-27T00:00:00Z') },
    );
    expect(answer.checks.map(({ layer, code }) => `${layer}: ${code}`)).toContain('chain: chain-expired');
  });
});
