/** Rows of the manifest about messages and time-stamps that only some copies of the data hold: each is judged where it is, and said to be skipped where not. */
import { readdirSync } from 'node:fs';
import { fromBER } from 'asn1js';
import { TimeStampResp } from 'pkijs';
import { describe, expect, it } from 'vitest';
import { readSignedData } from '../../../electron/core/trust/cms/read-signed-data.ts';
import type { SignatureAnswer } from '../../../electron/core/trust/answer/signature-answer.ts';
import { judgeTimeStamp, type TimeStampJudgement } from '../../../electron/core/trust/timestamp/timestamp.ts';
import { readTstInfo } from '../../../electron/core/trust/timestamp/tst-info.ts';
import { verifySignature } from '../../../electron/core/trust/cms/verify-signature.ts';
import { absence, dataPath } from '../corpus.ts';
import { kzCertificate, kzFile } from './kz-manifest.ts';

const NOW = new Date('2026-11-22T00:00:00Z');
const store = (anchors: string[], intermediates: string[]) => ({ anchors: anchors.map(kzCertificate), intermediates: intermediates.map(kzCertificate) });
const production = () =>
  store(['ca/prod/root_gost_2022.pem', 'ca/prod/root_gost.pem', 'ca/prod/root_rsa.pem'], ['ca/prod/nca_gost_2022.pem', 'ca/prod/nca_gost.pem', 'ca/prod/nca_rsa.pem']);
const oldTest = () =>
  store(['ca/test/root_gost_test_old.crt', 'ca/test/root_rsa_test_old.crt'], ['ca/test/nca_gost_test_old.crt', 'ca/test/nca_rsa_test_old.crt']);
const revocation = { statusOf: async () => ({ state: 'good', asOf: NOW }) as const };

const rowOf = (path: string): string => `kz-pki/${path}`;
const title = (path: string): string => {
  const absent = absence(rowOf(path));
  return absent === null ? path : `${path}, skipped: ${absent}`;
};
const isAway = (path: string): boolean => absence(rowOf(path)) !== null;
const bad = ({ checks }: SignatureAnswer): string | undefined => checks.find(({ outcome }) => outcome === 'failed')?.code;

describe('messages', () => {
  it.skipIf(isAway('cms/gost2004-prod-2018/test_CMS_GOST.pem'))(title('cms/gost2004-prod-2018/test_CMS_GOST.pem'), async () => {
    const signature = kzFile('cms/gost2004-prod-2018/test_CMS_GOST.pem');
    const judged = (world = production()): Promise<SignatureAnswer> => verifySignature({ signature }, { store: world, revocation, now: NOW });
    const answer = await judged();
    expect([answer.state, answer.signedAt?.toISOString(), answer.signers[0]?.roles]).toEqual(['good', '2018-12-21T09:25:04.000Z', expect.arrayContaining(['employee'])]);
    // The C library names the key where the signature algorithm stands.
    expect(readSignedData(signature).signers[0]!.signatureAlgorithm.oid).toBe('1.2.398.3.10.1.1.1.1');
    expect(bad(await judged(oldTest()))).toBe('chain-untrusted');
    const other = await verifySignature({ signature, content: Uint8Array.of(1) }, { store: production(), revocation, now: NOW });
    expect(other.state).not.toBe('good');
  });

  describe('cms/ncanode-go-2020', () => {
    const folder = 'cms/ncanode-go-2020';
    it.skipIf(isAway(folder))(title(folder), async () => {
      const names = readdirSync(dataPath(rowOf(folder)), { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.cms'));
      expect(names.length).toBeGreaterThan(0);
      for (const name of names) {
        const signature = kzFile(`${folder}/${name}`);
        const signed = await verifySignature({ signature }, { store: oldTest(), revocation, now: new Date('2020-09-09T12:00:00Z') });
        expect([name, signed.checks[0]!.outcome, signed.contentBytes]).toEqual([name, 'passed', 6]);
        const today = await verifySignature({ signature }, { store: oldTest(), revocation, now: NOW });
        expect([name, bad(today)]).toEqual([name, 'chain-expired']);
      }
    });
  });
});

describe('time-stamps', () => {
  const judged = (token: Uint8Array, world: ReturnType<typeof production>): Promise<TimeStampJudgement> => {
    const { hash } = readTstInfo(readSignedData(token).content!);
    return judgeTimeStamp({ token, stamped: async () => hash, store: world, revocation, now: NOW });
  };

  const ROWS = [
    ['tsp/prod_tst_gost2015_2026-09-02.der', '1.2.398.3.3.2.6.4', '2026-09-02'],
    ['tsp/prod_tst_gost2015_2026-07-20.der', '1.2.398.3.3.2.6.4', '2026-07-20'],
    ['tsp/prod_tst_gost2004_2018-12-21.der', '1.2.398.3.3.2.6.1', '2018-12-21'],
    ['tsp/prod_tst_gost2004_2021-05-03.der', '1.2.398.3.3.2.6.1', '2021-05-03'],
    ['tsp/prod_tst_rsa_2020-10-22.der', '1.2.398.3.3.2.6.2', '2020-10-22'],
  ] as const;
  for (const [path, policy, day] of ROWS) {
    it.skipIf(isAway(path))(title(path), async () => {
      const token = kzFile(path);
      const { genTime } = await judged(token, production());
      expect([genTime?.toISOString().slice(0, 10), readTstInfo(readSignedData(token).content!).policy]).toEqual([day, policy]);
      expect((await judged(token, oldTest())).finding.code).toBe('timestamp-untrusted');
    });
  }

  it.skipIf(isAway('tsp/tsp_response.der'))(title('tsp/tsp_response.der'), async () => {
    const response = new TimeStampResp({ schema: fromBER(new Uint8Array(kzFile('tsp/tsp_response.der'))).result });
    expect(response.status.status).toBe(0);
    const token = new Uint8Array(response.timeStampToken!.toSchema().toBER());
    expect((await judged(token, oldTest())).finding).toMatchObject({ outcome: 'attention', code: 'timestamp-weak' });
  });
});
