/** Every time-stamp in the manifest of the NCA's data: signed by whom, good for what, under which policy. */
import { describe, expect, it } from 'vitest';
import type { Certificate } from '../../../electron/core/trust/x509/certificate.ts';
import type { Bytes } from '../../../electron/core/trust/asn1/der.ts';
import { judgeChain } from '../../../electron/core/trust/answer/judge-chain.ts';
import { PURPOSE } from '../../../electron/core/trust/oids.ts';
import { readSignedData } from '../../../electron/core/trust/cms/read-signed-data.ts';
import { readTstInfo } from '../../../electron/core/trust/timestamp/tst-info.ts';
import { judgeTimeStamp } from '../../../electron/core/trust/timestamp/timestamp.ts';
import { contentInMemory } from '../../../electron/core/trust/cms/signed-content.ts';
import { verifySignerInfo } from '../../../electron/core/trust/cms/verify-signer-info.ts';
import { absence } from '../corpus.ts';
import { kzCertificate, kzFile } from './kz-manifest.ts';

const absent = absence('kz-pki/MANIFEST.md');
const NOW = new Date('2026-11-22T00:00:00Z');
const withLastBitFlipped = (bytes: Bytes): Bytes => bytes.with(bytes.length - 1, bytes.at(-1)! ^ 1);

const PRODUCTION = {
  anchors: ['ca/prod/root_gost_2022.pem', 'ca/prod/root_gost.pem', 'ca/prod/root_rsa.pem'],
  intermediates: ['ca/prod/nca_gost_2022.pem', 'ca/prod/nca_gost.pem', 'ca/prod/nca_rsa.pem'],
};
const OLD_TEST = { anchors: ['ca/test/root_gost_test_old.crt'], intermediates: ['ca/test/nca_gost_test_old.crt'] };
const storeOf = ({ anchors, intermediates }: typeof PRODUCTION): { anchors: Certificate[]; intermediates: Certificate[] } => ({
  anchors: anchors.map(kzCertificate),
  intermediates: intermediates.map(kzCertificate),
});
const unrevoked = { statusOf: async () => ({ state: 'good', asOf: NOW }) as const };

describe.skipIf(absent !== null)(absent === null ? 'time-stamps' : `skipped: ${absent}`, () => {
  it.each([
    ['prod_tst_gost2015_2026-07-20.der', PRODUCTION, '2026-07-20T09:08:07Z'],
    ['prod_tst_gost2004_2018-12-21.der', PRODUCTION, '2018-12-21T09:25:04Z'],
    ['prod_tst_rsa_2020-10-22.der', PRODUCTION, '2020-10-22T12:00:00Z'],
    ['tsp_token.der', OLD_TEST, '2022-09-18T12:00:00Z'],
  ])('%s is signed by an authority trusted at its time', async (name, roots, time) => {
    const data = readSignedData(kzFile(`tsp/${name}`));
    const check = await verifySignerInfo(data, data.signers[0]!, contentInMemory(data.content!), []);
    expect(check.finding.outcome).toBe('passed');
    const question = { at: new Date(time), purposes: new Set([PURPOSE.timeStamping]) };
    expect((await judgeChain(check.certificate!, storeOf(roots), question)).finding.code).toBe('chain-trusted');
    const strangers = { anchors: [kzCertificate('ca/test/root_test_gost_2022.cer')], intermediates: storeOf(roots).intermediates };
    expect((await judgeChain(check.certificate!, strangers, question)).finding.code).toBe('chain-untrusted');
    const tampered = await verifySignerInfo(data, data.signers[0]!, contentInMemory(withLastBitFlipped(data.content!)), []);
    expect(tampered.finding.code).toBe('content-mismatch');
  });

  it('prod_tst_gost2015_2026-07-20.der is good for the signature it was made for, and for no other', async () => {
    const token = kzFile('tsp/prod_tst_gost2015_2026-07-20.der');
    const judged = async (message: string): Promise<string> => {
      const stamped = readSignedData(kzFile(`cms/gost2015-cades-t/${message}.der`)).signers[0]!.signature;
      const input = { token, stamped, store: storeOf(PRODUCTION), revocation: unrevoked, now: NOW };
      const { finding, genTime } = await judgeTimeStamp(input);
      return `${finding.code} ${genTime?.toISOString() ?? ''}`.trimEnd();
    };
    // The two forms of a message carry one signature.
    expect(await judged('individual_attached')).toBe('timestamp-good 2026-07-20T09:08:07.000Z');
    expect(await judged('individual_detached')).toBe('timestamp-good 2026-07-20T09:08:07.000Z');
    expect(await judged('legal_entity_attached')).toBe('timestamp-wrong');
    expect(await judged('legal_entity_detached')).toBe('timestamp-wrong');
  });

  it('tsp_token.der has an imprint by SHA-1: told, and it proves no time', async () => {
    const token = kzFile('tsp/tsp_token.der');
    const { hash } = readTstInfo(readSignedData(token).content!);
    const circumstances = { token, store: storeOf(OLD_TEST), revocation: unrevoked, now: NOW };
    const { finding, genTime } = await judgeTimeStamp({ ...circumstances, stamped: async () => hash });
    expect(finding).toMatchObject({ outcome: 'attention', code: 'timestamp-weak', detail: 'imprint by SHA-1' });
    expect(genTime).toBeNull();
    // Beside it: of something else it is as wrong as any other, and under an unknown root it is not even weak.
    expect((await judgeTimeStamp({ ...circumstances, stamped: new Uint8Array() })).finding.code).toBe('timestamp-wrong');
    const strangers = { ...circumstances, store: storeOf(PRODUCTION), stamped: async () => hash };
    expect((await judgeTimeStamp(strangers)).finding.code).toBe('timestamp-untrusted');
  });

  it.each([
    ['prod_tst_gost2015_2026-07-20.der', PRODUCTION, '1.2.398.3.3.2.6.4'],
    ['prod_tst_gost2004_2018-12-21.der', PRODUCTION, '1.2.398.3.3.2.6.1'],
    ['prod_tst_rsa_2020-10-22.der', PRODUCTION, '1.2.398.3.3.2.6.2'],
  ])('%s counts under its policy alone', async (name, roots, policy) => {
    const token = kzFile(`tsp/${name}`);
    const info = readTstInfo(readSignedData(token).content!);
    const input = { token, stamped: async () => info.hash, store: storeOf(roots), revocation: unrevoked, now: NOW };
    expect(info.policy).toBe(policy);
    expect((await judgeTimeStamp({ ...input, timeStampPolicies: new Set([policy]) })).genTime).toEqual(info.genTime);
    const { finding } = await judgeTimeStamp({ ...input, timeStampPolicies: new Set(['1.2.398.3.3.2.6.9']) });
    expect(finding).toMatchObject({ outcome: 'undetermined', code: 'timestamp-policy-unaccepted', detail: policy });
  });
});
