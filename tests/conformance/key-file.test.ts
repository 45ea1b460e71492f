/** Every key file in the manifest of the NCA's data: it opens to its password, its key is its certificate's, and whoever may sign in does. */
import { describe, expect, it } from 'vitest';
import { identifyOperator } from '../../electron/core/operator/identify-operator.ts';
import { openKeyFile } from '../../electron/core/keystore/index.ts';
import { createTrust, describeCertificate } from '../../electron/core/trust/index.ts';
import { standingOf } from '../../electron/core/trust-questions.ts';
import { failure, success } from '../../shared/util/result.ts';
import { keyCustody } from '../fakes/benches/key-custody.ts';
import { openedCertificate } from '../fakes/opened-certificate.ts';
import { absence } from './corpus.ts';
import { certificateInKeyFile, holderRows, kzFile } from './kz/kz-manifest.ts';

const absent = absence('kz-pki/MANIFEST.md');
const NOW = new Date('2026-11-22T09:00:00Z');
const isGamma = ({ algorithm }: { algorithm: string }): boolean => algorithm.includes('Gamma');

describe.skipIf(absent !== null)(absent === null ? 'key files of the NCA' : `skipped: ${absent}`, () => {
  it('are at hand, RSA and GOST', () => {
    expect(holderRows().map(({ algorithm }) => algorithm)).toEqual(expect.arrayContaining(['RSA2048', 'GOST2004', 'GOST2015-512']));
  });

  it.each(holderRows().filter((row) => !isGamma(row)))('$path opens to its password only', async (row) => {
    const keyFile = kzFile(row.path);
    expect(await openedCertificate(keyFile, row.password)).toEqual(success(certificateInKeyFile(row).encoded));
    expect(await openedCertificate(keyFile, row.password.toLowerCase())).toEqual(failure('password-wrong'));
  });

  it.each(holderRows().filter(isGamma))('$path holds a key of the Gamma arc, which is kept but signs nothing', async (row) => {
    const { path, password } = row;
    const opened = await openKeyFile(kzFile(path), password, keyCustody());
    if (!opened.ok) throw new Error(opened.failure);
    expect(opened.value).toMatchObject({ algorithm: 'GOST-2004-GAMMA', schemes: [], certificate: certificateInKeyFile(row).encoded });
    expect(await opened.value.sign(Uint8Array.of(1))).toEqual(failure('scheme-refused'));
    expect(await openedCertificate(kzFile(path), password.toLowerCase())).toEqual(failure('password-wrong'));
  });
});

describe.skipIf(absent !== null)(absent === null ? 'signing in with a GOST key of the NCA' : `skipped: ${absent}`, () => {
  const IIN = '123456789011';
  const organisation = {
    name: 'Synthetic organisation',
    bin: '990140009995',
    branch: 'Branch 1',
    operators: [{ id: 'desk-gost', iin: IIN, profile: 'bank' as const }],
  };
  /** The issuing authority is the anchor: of its root no revocation list is in the data. */
  const trust = (anchor: string) =>
    createTrust({
      anchors: [kzFile(anchor)],
      intermediates: [kzFile('ca/test/nca_gost2022_test.cer')],
      clock: { now: () => NOW, monotonicMs: () => 0 },
      evidence: {
        ocsp: async () => failure({ code: 'service-unreachable', detail: null }),
        crl: async (url) =>
          url.endsWith('/nca_gost2022_test.crl')
            ? success(kzFile('crl/nca_gost2022_test.2026-08-11.crl'))
            : failure({ code: 'service-unreachable', detail: null }),
      },
    });
  const signIn = (path: string, anchor = 'ca/test/nca_gost2022_test.cer') =>
    identifyOperator(kzFile(path), 'Qwerty12', keyCustody(), organisation, async (certificate) =>
      standingOf(await trust(anchor).verifyCertificate({ certificate, use: 'sign-in' }), NOW),
    );

  it('names the operator by the ИИН of the certificate', async () => {
    const path = 'p12/gost2015_2026-05/individual_valid/individual_valid.p12';
    expect(await signIn(path)).toMatchObject({ ok: true, value: { operator: { id: 'desk-gost', profile: 'bank' } } });
    const opened = await openedCertificate(kzFile(path), 'Qwerty12');
    expect(opened.ok && (await describeCertificate(opened.value))).toMatchObject({ iin: IIN });
  });

  it.each([
    ['certificate-revoked', 'p12/gost2015_2026-05/legal_valid/employee.p12'],
    ['certificate-expired', 'p12/gost2015_2023-11/fl/valid/GOST512_8147287582df9bb4710e461804acd49b88bf45c4.p12'],
    ['certificate-not-for-signing', 'p12/gost2015_2026-05/legal_valid/treasury_client.p12'],
  ])('%s: %s', async (code, path) => {
    expect(await signIn(path)).toEqual(failure(code));
  });

  it('chains to the root of the test centre and to no other', async () => {
    const opened = await openedCertificate(kzFile('p12/gost2015_2026-05/individual_valid/individual_valid.p12'), 'Qwerty12');
    if (!opened.ok) throw new Error(opened.failure);
    const chainUnder = async (anchor: string) =>
      (await trust(anchor).verifyCertificate({ certificate: opened.value, use: 'sign-in' })).checks.find(({ layer }) => layer === 'chain')?.code;
    expect(await chainUnder('ca/test/root_test_gost_2022.cer')).toBe('chain-trusted');
    expect(await chainUnder('ca/prod/root_gost_2022.pem')).toBe('chain-untrusted');
  });
});
