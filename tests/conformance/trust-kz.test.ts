/** Real data of the national centre: everything reads, RSA is judged right, and GOST is “not yet supported”, never good and never bad. */
import { describe, expect, it } from 'vitest';
import { withoutArmour } from '../../electron/core/trust/armour.ts';
import { buildPath, signedBy } from '../../electron/core/trust/build-path.ts';
import { type Certificate, readCertificate } from '../../electron/core/trust/certificate.ts';
import { describeCertificate } from '../../electron/core/trust/index.ts';
import { judgeCrl } from '../../electron/core/trust/judge-crl.ts';
import { judgeOcsp } from '../../electron/core/trust/judge-ocsp.ts';
import { readOcspResponse } from '../../electron/core/trust/ocsp-response.ts';
import { readCrl } from '../../electron/core/trust/read-crl.ts';
import { readSignedData } from '../../electron/core/trust/read-signed-data.ts';
import { maySignDocuments, maySignIn, SIGNING_PURPOSES } from '../../electron/core/trust/signer-rules.ts';
import { judgeTimeStamp } from '../../electron/core/trust/timestamp.ts';
import { verifySignature } from '../../electron/core/trust/verify-signature.ts';
import { verifySignerInfo } from '../../electron/core/trust/verify-signer-info.ts';
import { absence, bytesAt, type Corpus, type CorpusCase, readCorpus } from './corpus.ts';

const kz = (path: string): Uint8Array => bytesAt(`kz-pki/${path}`);
const certificate = (path: string): Certificate => readCertificate(withoutArmour(kz(path)));
const absent = absence('kz-pki/MANIFEST.md');

describe.skipIf(absent !== null)(absent === null ? 'files of the national centre' : `skipped: ${absent}`, () => {
  const RSA_CHAINS = [
    { issuer: 'ca/prod/root_rsa_2020.cer', issued: 'ca/prod/nca_rsa_2022.cer', at: '2026-11-22T00:00:00Z' },
    { issuer: 'ca/prod/root_rsa.pem', issued: 'ca/prod/nca_rsa.pem', at: '2021-01-01T00:00:00Z' },
    { issuer: 'ca/test/kuc_rsa_test.cer', issued: 'ca/test/nca_rsa_test.cer', at: '2026-11-22T00:00:00Z' },
    { issuer: 'ca/test/root_rsa_test_old.crt', issued: 'ca/test/nca_rsa_test_old.crt', at: '2022-09-27T00:00:00Z' },
  ];

  it.each(RSA_CHAINS)('$issued chains to $issuer', async ({ issuer, issued, at }) => {
    const answer = await buildPath(
      certificate(issued),
      { anchors: [certificate(issuer)], intermediates: [] },
      new Date(at),
      SIGNING_PURPOSES,
    );
    expect(answer.state).toBe('trusted');
  });

  it('two roots of one common name are two roots', async () => {
    const other = { anchors: [certificate('ca/prod/root_rsa.pem')], intermediates: [] };
    const answer = await buildPath(certificate('ca/prod/nca_rsa_2022.cer'), other, new Date('2024-01-01T00:00:00Z'), SIGNING_PURPOSES);
    expect(answer).toMatchObject({ state: 'faulty', fault: { code: 'chain-untrusted' } });
  });

  it('a chain under GOST keys is undetermined', async () => {
    const store = { anchors: [certificate('ca/prod/root_gost_2022.pem')], intermediates: [] };
    const answer = await buildPath(certificate('ca/prod/nca_gost_2022.pem'), store, new Date('2026-11-22T00:00:00Z'), SIGNING_PURPOSES);
    expect(answer.state).toBe('undetermined');
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
    expect(crl.entry('6c425659bd2fc6dc587b871aede1857727cf8451')).toBeNull();
  });

  it('an RSA CRL answers for its issuer while it is fresh, and is stale after', async () => {
    const crl = readCrl(kz('crl/nca_rsa_test.2023-11-17.crl'));
    const issuer = certificate('ca/test/nca_rsa_test.cer');
    const question = { certificate: certificate('cert/ncanode-2022/individual_valid_sign_2004_rsa.cer'), issuer };
    expect((await judgeCrl(crl, { ...question, now: new Date('2024-01-01T00:00:00Z') })).state).toBe('good');
    expect((await judgeCrl(crl, { ...question, now: new Date('2026-11-22T00:00:00Z') })).state).toBe('stale');
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
    const check = await verifySignerInfo(data, data.signers[0]!, data.content!, []);
    expect(check.finding.outcome).toBe('passed');
  });

  it('GOST CAdES-T is undetermined, with its content and without', async () => {
    const trust = {
      store: { anchors: [], intermediates: [] },
      revocation: { statusOf: async () => ({ state: 'unknown', detail: '' }) as const },
      now: new Date(),
    };
    const attached = await verifySignature({ signature: kz('cms/gost2015-cades-t/individual_attached.der') }, trust);
    const detached = await verifySignature({ signature: kz('cms/gost2015-cades-t/individual_detached.der') }, trust);
    expect([attached.state, attached.checks[0]!.code, attached.content]).toEqual(['undetermined', 'algorithm-unsupported', null]);
    expect([detached.state, detached.content]).toEqual(['undetermined', null]);
  });

  it('two signers, one of them unsupported and one expired at signing, are not good', async () => {
    const store = { anchors: [certificate('ca/test/root_rsa_test_old.crt')], intermediates: [certificate('ca/test/nca_rsa_test_old.crt')] };
    const revocation = { statusOf: async () => ({ state: 'good', asOf: new Date() }) as const };
    const answer = await verifySignature(
      { signature: kz('cms/ncanode-2022/signed_cms_one_signer.der') },
      { store, revocation, now: new Date('2022-09-27T00:00:00Z') },
    );
    expect(answer.checks.map(({ layer, code }) => `${layer}: ${code}`)).toContain('chain: chain-expired');
  });
});

const JUDGES: Record<string, (corpus: Corpus, one: CorpusCase) => Promise<{ good: boolean; unsupported: boolean }>> = {
  async x509sig(corpus, one) {
    const { is } = await signedBy(readCertificate(corpus.blob(one.cert)), readCertificate(corpus.blob(one.issuer)));
    return { good: is === 'right', unsupported: is === 'unsupported' };
  },
  async cmssig(corpus, one) {
    const data = readSignedData(corpus.blob(one.cms));
    const content = data.content ?? new Uint8Array(corpus.blob(one.content!));
    const checks = await Promise.all(data.signers.map((signer) => verifySignerInfo(data, signer, content, [])));
    const outcomes = checks.map(({ finding }) => finding.outcome);
    return { good: outcomes.every((outcome) => outcome === 'passed'), unsupported: outcomes.includes('undetermined') };
  },
  async ocspsig(corpus, one) {
    const encoded = corpus.blob(one.response);
    const response = readOcspResponse(encoded);
    const now = typeof response === 'number' ? new Date() : response.producedAt;
    const question = {
      certificate: readCertificate(corpus.blob(one.cert)),
      issuer: readCertificate(corpus.blob(one.issuer)),
      nonce: null,
      now,
    };
    const { status } = await judgeOcsp(encoded, question);
    return { good: status.state === one.expect, unsupported: 'detail' in status && status.detail.includes('GOST') };
  },
};

describe('signatures of the national centre', () => {
  it('RSA is judged as the centre meant it, GOST is left open', async (context) => {
    const missing = absence('crypto/gost/kz.corpus.json');
    if (missing !== null) return context.skip(missing);
    const corpus = readCorpus('gost/kz');
    const wrong: string[] = [];
    let judged = 0;
    for (const one of corpus.cases) {
      const judge = JUDGES[one.kind];
      if (judge === undefined) continue;
      const { good, unsupported } = await judge(corpus, one);
      if (good !== (one.expect !== 'reject') && !unsupported) wrong.push(one.id);
      if (good && one.expect === 'reject') wrong.push(`${one.id} accepted`);
      if (!unsupported) judged += 1;
    }
    expect(wrong).toEqual([]);
    expect(judged).toBeGreaterThan(4);
  });
});
