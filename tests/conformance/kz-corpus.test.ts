/** Test data of the national centre as the corpus has it: every certificate, list, OCSP answer and message gets its verdict, GOST included. */
import { describe, expect, it } from 'vitest';
import { signedBy } from '../../electron/core/trust/path/build-path.ts';
import { readCertificate } from '../../electron/core/trust/x509/certificate.ts';
import { judgeOcsp } from '../../electron/core/trust/revocation/judge-ocsp.ts';
import { readOcspResponse } from '../../electron/core/trust/revocation/ocsp-response.ts';
import { readSignedData } from '../../electron/core/trust/cms/read-signed-data.ts';
import { contentInMemory } from '../../electron/core/trust/cms/signed-content.ts';
import { verifySignerInfo } from '../../electron/core/trust/cms/verify-signer-info.ts';
import { absence, type Corpus, type CorpusCase, readCorpus } from './corpus.ts';
import { judgeCase } from './judge-case.ts';

type Judge = (corpus: Corpus, one: CorpusCase) => Promise<string>;

const accepted = (isGood: boolean): string => (isGood ? 'accept' : 'reject');

const JUDGES: Readonly<Record<string, Judge>> = {
  async x509sig(corpus, one) {
    const { is } = await signedBy(readCertificate(corpus.blob(one.cert)), readCertificate(corpus.blob(one.issuer)));
    return accepted(is === 'right');
  },
  async cmssig(corpus, one) {
    const data = readSignedData(corpus.blob(one.cms));
    const content = data.content ?? new Uint8Array(corpus.blob(one.content!));
    const checks = await Promise.all(data.signers.map((signer) => verifySignerInfo(data, signer, contentInMemory(content), [])));
    return accepted(checks.length > 0 && checks.every(({ finding }) => finding.outcome === 'passed'));
  },
  /** At the time of the answer: the corpus asks whose it is and what it says, not whether it is fresh. */
  async ocspsig(corpus, one) {
    const encoded = corpus.blob(one.response);
    const response = readOcspResponse(encoded);
    if (typeof response === 'number') return 'unknown';
    const certificate = readCertificate(corpus.blob(one.cert));
    const issuer = readCertificate(corpus.blob(one.issuer));
    return (await judgeOcsp(encoded, { certificate, issuer, nonce: null, now: response.producedAt })).status.state;
  },
  path: async (corpus, one) => (await judgeCase(corpus, one)).verdict,
  crl: async (corpus, one) => (await judgeCase(corpus, one)).verdict,
};

const absent = absence('crypto/gost/kz.corpus.json');

describe.skipIf(absent !== null)(absent === null ? 'corpus of the national centre' : `skipped: ${absent}`, () => {
  it.each(Object.entries(JUDGES))('every %s case', async (kind, judge) => {
    const corpus = readCorpus('gost/kz');
    const cases = corpus.cases.filter((one) => one.kind === kind && one.scope === 'core');
    const wrong: string[] = [];
    for (const one of cases) {
      const verdict = await judge(corpus, one);
      if (verdict !== one.expect) wrong.push(`${one.id}: ${verdict}, not ${one.expect}`);
    }
    expect(wrong).toEqual([]);
    expect(cases.length).toBeGreaterThan(0);
  });
});
