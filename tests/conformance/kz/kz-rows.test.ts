/** Where each row of the manifest gets its verdict: a row that is new there fails here until a test names it. */
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { absence } from '../corpus.ts';
import { authorityRows, holderRows, rowNames, rowsElsewhere } from './kz-manifest.ts';

const absent = absence('kz-pki/MANIFEST.md');

/** The row, and what the tests beside this one name in judging it: files, or the title as it stands there. */
const VERDICTS: Readonly<Record<string, readonly string[]>> = {
  'nca_gost2022_test.2022-07-27': ['nca_gost2022_test.2022-07-27.crl'],
  'nca_gost2022_test.2023-11-17': ['nca_gost2022_test.2023-11-17.crl'],
  'nca_gost2022_test.2025-04-29': ['nca_gost2022_test.2025-04-29.crl'],
  'nca_gost2022_test.2026-08-11': ['nca_gost2022_test.2026-08-11.crl'],
  'nca_gost2022_d_test.2025-04-29.delta': ['nca_gost2022_d_test.2025-04-29.delta.crl'],
  'nca_gost2022_d_test.2023-11-17.delta': ['nca_gost2022_d_test.2023-11-17.delta.crl'],
  'nca_gost_test.2023-11-17 / nca_rsa_test.2023-11-17': ['nca_gost_test.2023-11-17.crl', 'nca_rsa_test.2023-11-17.crl', 'nca_gost_d_test.2023-11-17.delta.crl', 'nca_rsa_d_test.2023-11-17.delta.crl'],
  'nca_gost_test_old / nca_rsa_test_old.2022-03-29': ['nca_gost_test_old.2022-03-29.crl', 'nca_rsa_test_old.2022-03-29.crl'],
  'ocsp_response_ceo_2015_revoked': ['ocsp_response_ceo_2015_revoked.der'],
  'ocsp_response_ceo_sign_2004_revoked': ['ocsp_response_ceo_sign_2004_revoked.der'],
  'ocsp_response_individual_sign_2004': ['ocsp_response_individual_sign_2004.der'],
  'ocsp_response_individual_2015': ['ocsp_response_individual_2015.der'],
  'tsp/prod_tst_gost2015_2026-09-02, …2026-07-20': ['tsp/prod_tst_gost2015_2026-09-02.der', 'tsp/prod_tst_gost2015_2026-07-20.der'],
  'tsp/prod_tst_gost2004_2018-12-21, …2021-05-03': ['tsp/prod_tst_gost2004_2018-12-21.der', 'tsp/prod_tst_gost2004_2021-05-03.der'],
  'tsp/prod_tst_rsa_2020-10-22': ['tsp/prod_tst_rsa_2020-10-22.der'],
  'tsp/tsp_token, tsp_response': ['tsp/tsp_token.der', 'tsp/tsp_response.der'],
  'gost2015-cades-t/individual_attached, individual_detached (+ individual_document.txt)': ["'individual'", 'gost2015-cades-t/%s is good at the time of its stamp, attached and detached'],
  'gost2015-cades-t/legal_entity_*': ["'legal_entity'", 'gost2015-cades-t/%s is good at the time of its stamp, attached and detached'],
  'detached file with another content': ['gost2015-cades-t/%s does not cover another document'],
  'ncanode-2022/signed_cms (content inside), signed_detached_cms (+ content.bin "test123")': ['ncanode-2022/signed_cms.der', 'ncanode-2022/signed_detached_cms.der'],
  'ncanode-2022/signed_cms_one_signer': ['ncanode-2022/signed_cms_one_signer.der'],
  'ncanode-go-2020/*.cms': ['cms/ncanode-go-2020'],
  'gost2004-prod-2018/test_CMS_GOST.pem': ['cms/gost2004-prod-2018/test_CMS_GOST.pem'],
  'gost2004-test-2019-detached-content-unknown': ['gost2004-test-2019-detached-content-unknown'],
  'ncalayer-rs-2026/*.xml': ['ncalayer-rs-2026'],
  'ncanode-2022/xml_rsa_one_signer': ['xml_rsa_one_signer'],
  'ncanode-2022/xml_rsa_then_gost2015_two_signers': ['xml_rsa_then_gost2015_two_signers'],
  'ncanode-go-2020/*.xml': ['ncanode-go-2020'],
  'xades/xades-test-signed-t.xml': ['xades-test-signed-t.xml'],
  'wsse/soap_signed_rsa.xml': ['soap_signed_rsa.xml', 'soap_unsigned.xml'],
  'sign.zip': ['sign.zip'],
  'zip_with_ts.zip': ['zip_with_ts.zip'],
  'zip_signed_files.zip': ['zip_signed_files.zip'],
  'zip_multiply.zip': ['zip_multiply.zip'],
};
const TESTS = readdirSync(import.meta.dirname)
  .filter((name) => name.endsWith('.test.ts') && name !== basename(import.meta.filename))
  .map((name) => readFileSync(join(import.meta.dirname, name), 'utf8'))
  .join('\n');
const isFile = (name: string): boolean => name.startsWith('`');

describe.skipIf(absent !== null)(absent === null ? 'rows of the manifest' : `skipped: ${absent}`, () => {
  it('are those that have a verdict, and no others', () => {
    expect(rowNames().filter((name) => !isFile(name)).toSorted()).toEqual(Object.keys(VERDICTS).toSorted());
  });

  it.each(Object.entries(VERDICTS))('%s is named by a test', (_, names) => {
    expect(names.filter((name) => !TESTS.includes(name))).toEqual([]);
  });

  it('of authorities and of keys are each a test by its path, or skipped by it', () => {
    const judged = [...authorityRows(), ...holderRows()].map(({ path }) => path);
    const files = rowNames().filter(isFile).map((name) => /^`([^`]+)`/.exec(name)![1]!);
    expect(files.toSorted()).toEqual([...judged, ...rowsElsewhere('p12/')].toSorted());
    expect(judged.length).toBeGreaterThan(20);
  });
});
