/** What the certificates of the NCA say of their holders, row by row of its manifest: roles, numbers, uses, and the traps it names. */
import { describe, expect, it } from 'vitest';
import { profileOf } from '../../../electron/core/trust/x509/certificate-profile.ts';
import { commonNameOf } from '../../../electron/core/trust/x509/names.ts';
import type { SignerRole } from '../../../electron/core/trust/index.ts';
import { absence } from '../corpus.ts';
import { authorityRows, certificateInKeyFile, type HolderRow, holderRows, kzCertificate } from './kz-manifest.ts';

const absent = absence('kz-pki/MANIFEST.md');

/** The last arcs of 1.2.398.3.3, as the manifest writes them. */
const ROLES: readonly (readonly [RegExp, SignerRole])[] = [
  [/…4\.1\.1(?![.\d])/, 'individual'],
  [/…4\.1\.2(?![.\d])/, 'organisation'],
  [/…4\.1\.2\.1(?![.\d])/, 'first-head'],
  [/…4\.1\.2\.[23](?![.\d])/, 'right-to-sign'],
  [/…4\.1\.2\.[45](?![.\d])/, 'employee'],
  [/…4\.1\.2\.6(?![.\d])/, 'information-system'],
];
const KEYS: Readonly<Record<string, string>> = {
  'RSA2048': 'RSA-2048',
  'RSA4096': 'RSA-4096',
  'GOST2004': 'GOST 34.310-2004',
  'GOST2004 (Gamma key OID)': 'GOST 34.310-2004 (Gamma)',
  'GOST2015-512': 'GOST 34.10-2015-512',
};

describe.skipIf(absent !== null)(absent === null ? 'holders' : `skipped: ${absent}`, () => {
  it.each(holderRows())('$path', async (row: HolderRow) => {
    const { identity, keyAlgorithm, keyStorage, uses, surname, policies } = await profileOf(certificateInKeyFile(row));
    expect(identity.roles.toSorted()).toEqual(ROLES.flatMap(([pattern, role]) => (pattern.test(row.owner) ? [role] : [])).toSorted());
    expect(identity.iin).toBe(/IIN(\d{12})/.exec(row.owner)?.[1] ?? null);
    expect(identity.bin).toBe(/BIN(\d{12})/.exec(row.owner)?.[1] ?? null);
    expect(keyAlgorithm).toBe(KEYS[row.algorithm]);
    // A person has a surname field; an information system has neither that nor an ИИН.
    expect(surname === null).toBe(identity.iin === null);
    // AUTH certificates have no nonRepudiation; since 2015 one certificate does both.
    if (row.use === 'SIGN') expect(uses).toContain('signing');
    if (row.use === 'AUTH') expect(uses).toEqual(['sign-in']);
    expect(policies.some((policy) => policy.startsWith('1.2.398.'))).toBe(true);
    expect([null, 'file']).toContain(keyStorage);
  });
});

describe.skipIf(absent !== null)(absent === null ? 'authorities' : `skipped: ${absent}`, () => {
  it.each(authorityRows())('$path', async ({ path, algorithm, notBefore, notAfter }) => {
    const { identity, uses, keyAlgorithm } = await profileOf(kzCertificate(path));
    expect(uses).toEqual(['authority', 'revocation-lists']);
    expect(keyAlgorithm).toBe(KEYS[algorithm]);
    expect([identity.notBefore, identity.notAfter]).toEqual([notBefore, notAfter]);
    expect([identity.iin, identity.bin]).toEqual([null, null]);
  });

  it('trap 1: two roots share one common name, and differ in name and key', () => {
    for (const [one, other] of [
      ['ca/prod/root_rsa.pem', 'ca/prod/root_rsa_2020.cer'],
      ['ca/prod/root_gost.pem', 'ca/prod/root_gost_2020.cer'],
    ] as const) {
      const [a, b] = [kzCertificate(one), kzCertificate(other)];
      expect(commonNameOf(a.subject)).toBe(commonNameOf(b.subject));
      expect(a.subject.canonical).not.toBe(b.subject.canonical);
      expect(a.subjectKeyId).not.toBe(b.subjectKeyId);
    }
  });

  it('trap 3: btsd_gost begins before its root, which forbids nothing once both have begun', () => {
    expect(kzCertificate('ca/prod/btsd_gost.cer').notBefore < kzCertificate('ca/prod/root_gost_2020.cer').notBefore).toBe(true);
  });

  it('trap 4: a key identifier of four octets, and an address with a line break that is not fetched', () => {
    for (const path of ['ca/prod/nca_gost.pem', 'ca/prod/nca_rsa.pem']) {
      const { subjectKeyId, crlUrls } = kzCertificate(path);
      expect([subjectKeyId?.length, crlUrls]).toEqual([8, []]);
    }
  });

  it('trap 5: the centres of 2019 and 2023 differ by one Kazakh letter, and are two', () => {
    const [old, current] = [kzCertificate('ca/test/nca_gost_test_old.crt'), kzCertificate('ca/test/nca_gost_test.cer')];
    expect(commonNameOf(old.subject).replace('К', 'Қ')).toBe(commonNameOf(current.subject));
    expect(old.subject.canonical).not.toBe(current.subject.canonical);
  });
});
