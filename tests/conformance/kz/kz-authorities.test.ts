/** Every authority and every key holder in the manifest of the NCA's data: who signed the certificate, is it in its time, is it revoked. */
import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { signedBy } from '../../../electron/core/trust/path/signed-by.ts';
import type { Certificate } from '../../../electron/core/trust/x509/certificate.ts';
import { judgeChain } from '../../../electron/core/trust/answer/judge-chain.ts';
import { judgeCrls } from '../../../electron/core/trust/revocation/judge-crls.ts';
import { readCrl } from '../../../electron/core/trust/revocation/read-crl.ts';
import { maySignDocuments, maySignIn, SIGN_IN_PURPOSES, SIGNING_PURPOSES } from '../../../electron/core/trust/answer/signer-rules.ts';
import { verifyValue } from '../../../electron/core/trust/algorithms/verify-value.ts';
import { absence } from '../corpus.ts';
import { authorityRows, certificateInKeyFile, type HolderRow, holderRows, isHere, kzCertificate, kzFile, rowsElsewhere } from './kz-manifest.ts';

const absent = absence('kz-pki/MANIFEST.md');
const NOW = new Date('2026-11-22T00:00:00Z');
const DAY_MS = 24 * 60 * 60 * 1000;

/** Issuers as the manifest says the chains must build. */
const ISSUERS: Readonly<Record<string, string>> = {
  'ca/prod/nca_gost_2022.pem': 'ca/prod/root_gost_2022.pem',
  'ca/prod/nca_rsa_2022.cer': 'ca/prod/root_rsa_2020.cer',
  'ca/prod/nca_gost.pem': 'ca/prod/root_gost.pem',
  'ca/prod/nca_rsa.pem': 'ca/prod/root_rsa.pem',
  'ca/prod/ucgo_gost.cer': 'ca/prod/root_gost_2020.cer',
  'ca/prod/btsd_gost.cer': 'ca/prod/root_gost_2020.cer',
  'ca/test/nca_gost2022_test.cer': 'ca/test/root_test_gost_2022.cer',
  'ca/test/nca_gost_test.cer': 'ca/test/kuc_gost_test.cer',
  'ca/test/nca_rsa_test.cer': 'ca/test/kuc_rsa_test.cer',
  'ca/test/nca_gost_test_old.crt': 'ca/test/root_gost_test_old.crt',
  'ca/test/nca_rsa_test_old.crt': 'ca/test/root_rsa_test_old.crt',
};

const purposes = new Set([...SIGNING_PURPOSES, ...SIGN_IN_PURPOSES]);
const codeOf = async (leaf: Certificate, anchors: string[], intermediates: string[], at: Date): Promise<string> => {
  const store = { anchors: anchors.map(kzCertificate), intermediates: intermediates.map(kzCertificate) };
  return (await judgeChain(leaf, store, { at, purposes })).finding.code;
};
const damaged = ({ tbs, ...rest }: Certificate): Certificate => ({ ...rest, tbs: tbs.with(40, tbs[40]! ^ 1) });

describe.skipIf(absent !== null)(absent === null ? 'authorities' : `skipped: ${absent}`, () => {
  it.each(authorityRows())('$path', async ({ path, sha256, notBefore, notAfter }) => {
    const certificate = kzCertificate(path);
    expect(createHash('sha256').update(certificate.encoded).digest('hex')).toBe(sha256);
    const issuer = kzCertificate(ISSUERS[path] ?? path);
    expect((await signedBy(certificate, issuer)).is).toBe('right');
    expect((await signedBy(damaged(certificate), issuer)).is).toBe('wrong');

    const root = ISSUERS[path];
    if (root === undefined) return;
    // btsd_gost.cer is older than its root: validity need not nest, both must be in their time when it is judged.
    const inTime = new Date(Math.max(notBefore.getTime(), issuer.notBefore.getTime()) + DAY_MS);
    expect(await codeOf(certificate, [root], [], inTime)).toBe('chain-trusted');
    expect(await codeOf(certificate, [root], [], NOW)).toBe(notAfter < NOW ? 'chain-expired' : 'chain-trusted');
    expect(await codeOf(certificate, [], [root], inTime)).toBe('chain-untrusted');
  });

  it('no authority is signed by the key of another', async () => {
    const paths = authorityRows().map(({ path }) => path);
    for (const path of paths)
      for (const other of paths)
        if (other !== (ISSUERS[path] ?? path)) expect((await signedBy(kzCertificate(path), kzCertificate(other))).is).not.toBe('right');
  });

  it('the roots of GOST 2020 and 2015, of one common name, do not stand for each other', async () => {
    expect(await codeOf(kzCertificate('ca/prod/ucgo_gost.cer'), ['ca/prod/root_gost.pem'], [], new Date('2024-01-01'))).toBe('chain-untrusted');
  });
});

interface HolderIssuer {
  issuer: string;
  root: string;
  lists: readonly string[];
}

const HOLDER_ISSUERS: readonly HolderIssuer[] = [
  {
    issuer: 'ca/test/nca_gost2022_test.cer',
    root: 'ca/test/root_test_gost_2022.cer',
    lists: ['nca_gost2022_test.2022-07-27.crl', 'nca_gost2022_test.2023-11-17.crl', 'nca_gost2022_test.2025-04-29.crl', 'nca_gost2022_test.2026-08-11.crl'],
  },
  { issuer: 'ca/test/nca_gost_test.cer', root: 'ca/test/kuc_gost_test.cer', lists: ['nca_gost_test.2023-11-17.crl'] },
  { issuer: 'ca/test/nca_rsa_test.cer', root: 'ca/test/kuc_rsa_test.cer', lists: ['nca_rsa_test.2023-11-17.crl'] },
  { issuer: 'ca/test/nca_gost_test_old.crt', root: 'ca/test/root_gost_test_old.crt', lists: ['nca_gost_test_old.2022-03-29.crl'] },
  { issuer: 'ca/test/nca_rsa_test_old.crt', root: 'ca/test/root_rsa_test_old.crt', lists: ['nca_rsa_test_old.2022-03-29.crl'] },
];
const REASONS = ['(no reason)', 'keyCompromise', '', 'affiliationChanged', 'superseded', 'cessationOfOperation', 'certificateHold'];

describe.skipIf(absent !== null)(absent === null ? 'holders of keys' : `skipped: ${absent}`, () => {
  it.each(holderRows())('$path', async (row: HolderRow) => {
    const certificate = certificateInKeyFile(row);
    expect(certificate.serialHex.startsWith(row.serialStart)).toBe(true);
    const named = HOLDER_ISSUERS.find(({ issuer }) => kzCertificate(issuer).subject.canonical === certificate.issuer.canonical)!;
    const inTime = new Date(certificate.notBefore.getTime() + DAY_MS);
    expect(await codeOf(certificate, [named.root], [named.issuer], inTime)).toBe('chain-trusted');
    expect(await codeOf(damaged(certificate), [named.root], [named.issuer], inTime)).toBe('chain-untrusted');
    expect(await codeOf(certificate, [named.root], [named.issuer], certificate.notBefore)).toBe('chain-trusted');
    expect(await codeOf(certificate, [named.root], [named.issuer], new Date(certificate.notAfter.getTime() + 1000))).toBe('chain-expired');

    expect(maySignDocuments(certificate) === null).toBe(row.use !== 'AUTH');
    if (row.use !== 'system') expect(maySignIn(certificate)).toBeNull();

    const issuer = kzCertificate(named.issuer);
    for (const list of named.lists.filter((each) => isHere(`crl/${each}`))) {
      const crl = readCrl(kzFile(`crl/${list}`));
      const status = await judgeCrls([crl], { certificate, issuer, now: new Date(crl.thisUpdate.getTime() + DAY_MS) });
      if (row.revoked === null) expect(status.state).toBe('good');
      // Lists of other years need not name what had expired by then.
      if (row.revoked?.crl !== list) continue;
      expect(status).toMatchObject({ state: 'revoked' });
      if (status.state !== 'revoked') return;
      expect([status.at.toISOString().slice(0, 10), REASONS[status.reason ?? 0]]).toEqual([row.revoked.day, row.revoked.reason]);
    }
  });

  it.for(rowsElsewhere('p12/'))('%s', (_path, context) => context.skip('its file is in the other part of the data'));

  it.each(holderRows().filter(({ algorithm }) => algorithm.includes('Gamma')))('the key of $path is refused by name', async (row) => {
    const { publicKey } = certificateInKeyFile(row);
    const algorithm = kzCertificate('ca/test/nca_gost_test.cer').signatureAlgorithm;
    const answer = await verifyValue({ algorithm, digest: null, key: publicKey, data: new Uint8Array(), value: new Uint8Array(64) });
    expect(answer).toEqual({ is: 'refused', why: 'key of the withdrawn Gamma algorithm' });
  });
});

const CERTIFICATES = [
  ['cert/individual_signer.b64.cer', 'ca/test/nca_gost2022_test.cer'],
  ['cert/legal_entity_signer.b64.cer', 'ca/test/nca_gost2022_test.cer'],
  ['cert/test_cert_gost2004_prodCA_2018.pem', 'ca/prod/nca_gost.pem'],
  ['cert/ncanode-2022/ceo_valid_sign_2004_gost.cer', 'ca/test/nca_gost_test_old.crt'],
  ['cert/ncanode-2022/individual_valid_sign_2004_rsa.cer', 'ca/test/nca_rsa_test_old.crt'],
  ['cert/ncanode-2022/individual_valid_sign_2004_rsa_auth.cer', 'ca/test/nca_rsa_test_old.crt'],
  ['vectors/test_gost512.cer.pem', null],
] as const;

describe.skipIf(absent !== null)(absent === null ? 'certificates without their keys' : `skipped: ${absent}`, () => {
  it.each(CERTIFICATES)('%s is signed by %s, and altered by nobody', async (path, by) => {
    const certificate = kzCertificate(path);
    const issuer = by === null ? certificate : kzCertificate(by);
    expect((await signedBy(certificate, issuer)).is).toBe('right');
    expect((await signedBy(damaged(certificate), issuer)).is).toBe('wrong');
    if (by === null) return;
    const inTime = new Date(Math.max(certificate.notBefore.getTime(), issuer.notBefore.getTime()) + DAY_MS);
    const root = ISSUERS[by]!;
    expect(await codeOf(certificate, [root], [by], inTime)).toBe('chain-trusted');
    expect(await codeOf(certificate, [root], [], inTime)).toBe('chain-untrusted');
  });
});
