/** The stand's authority: the same for a seed, with the profile of the national centre, and with its bad days. */
import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import forge from 'node-forge';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Authority, type AuthorityOptions, createAuthority } from '../../../electron/stand/authority/index.ts';
import { createTrust, type SignatureAnswer, type Trust } from '../../../electron/core/trust/index.ts';
import { readCertificate } from '../../../electron/core/trust/x509/certificate.ts';
import { bytesToHex } from '../../../shared/util/bytes.ts';
import { success } from '../../../shared/util/result.ts';

const NOW = new Date('2026-11-22T09:00:00Z');
const BODY = { bin: '000140000019', organisation: 'ТЕКСЕР ОҚУ ОРГАНЫ (TEST)' };
const PERSON = { surname: 'Әліқызы', name: 'Гүлнәр', patronymic: 'Ерлановна', iin: '900101400015', ...BODY, password: 'Training1' };
const CONTENT = new TextEncoder().encode('{"document":"synthetic"}');

/** Keys made once for the whole file; where they come from is a test of its own. */
let keyDirectory: string;
beforeAll(async () => {
  keyDirectory = await mkdtemp(join(tmpdir(), 'tekser-authority-'));
});
afterAll(() => rm(keyDirectory, { recursive: true }));

const create = (bend: Partial<AuthorityOptions> = {}): Promise<Authority> =>
  createAuthority({ seed: 5, now: () => NOW, baseUrl: () => 'http://127.0.0.1:4321', keyDirectory, ...bend });

/** Evidence straight from the authority, by the address in the certificate. */
const trustIn = (authority: Authority): Trust =>
  createTrust({
    anchors: [authority.root],
    intermediates: [authority.issuer],
    evidence: {
      ocsp: async (_, request) => success(await authority.respondOcsp(request)),
      crl: async (url) => success(await authority.crl(url.endsWith('/root.crl') ? 'root' : 'issuer')),
    },
    clock: { now: () => NOW, monotonicMs: () => 0 },
  });

describe('keys and certificates', () => {
  it('are the same for a seed and others for another', async () => {
    const afresh = { keyDirectory: null };
    const [first, again, other] = await Promise.all([create(afresh), create(afresh), create({ ...afresh, seed: 6 })]);
    expect(first.root).toEqual(again.root);
    expect(first.issuer).toEqual(again.issuer);
    expect(first.root).not.toEqual(other.root);
    expect((await first.issueEmployeeKey(PERSON)).certificate).toEqual((await again.issueEmployeeKey(PERSON)).certificate);
  });

  it('the root does not depend on where the stand listens, the issuer does', async () => {
    const [here, there] = await Promise.all([create(), create({ baseUrl: () => 'http://127.0.0.1:5555' })]);
    expect(here.root).toEqual(there.root);
    expect(here.issuer).not.toEqual(there.issuer);
  });

  it('are kept in the folder for the owner alone, and taken from there', async () => {
    const first = await create();
    const names = await readdir(keyDirectory);
    expect(names.length).toBeGreaterThan(1);
    for (const name of names) expect((await stat(join(keyDirectory, name))).mode & 0o777).toBe(0o600);
    expect((await create()).root).toEqual(first.root);
    expect(first.root).toEqual((await create({ keyDirectory: null })).root);
  });

  it('follow the rules of the national centre', async () => {
    const authority = await create();
    const { fileName, certificate } = await authority.issueEmployeeKey(PERSON);
    const { subjectKeyId, serialHex, extendedKeyUsage, ocspUrls, crlUrls } = readCertificate(certificate);
    expect(fileName).toBe(`RSA256_${subjectKeyId}.p12`);
    expect(serialHex.slice(2)).toBe(subjectKeyId!.slice(2));
    expect(Number.parseInt(serialHex.slice(0, 2), 16)).toBeGreaterThanOrEqual(0x10);
    expect(Number.parseInt(serialHex.slice(0, 2), 16)).toBeLessThan(0x80);
    expect(extendedKeyUsage).toContain('1.3.6.1.5.5.7.3.4');
    expect([ocspUrls, crlUrls]).toEqual([['http://127.0.0.1:4321/ocsp'], ['http://127.0.0.1:4321/crl/issuer.crl']]);
  });

  it('say TEST in the names of the authorities', async () => {
    const authority = await create();
    for (const encoded of [authority.root, authority.issuer])
      expect(readCertificate(encoded).subject.attributes[0]!.text).toMatch(/\(TEST\)$/);
  });
});

describe('key file', () => {
  const open = (pkcs12: Uint8Array, password: string): forge.pkcs12.Pkcs12Pfx =>
    forge.pkcs12.pkcs12FromAsn1(forge.asn1.fromDer(Buffer.from(pkcs12).toString('binary')), password);

  it('holds one key and its certificate under the names of the national centre', async () => {
    const { pkcs12, certificate } = await (await create()).issueEmployeeKey(PERSON);
    const bags = open(pkcs12, PERSON.password).safeContents.flatMap(({ safeBags }) => safeBags);
    expect(bags).toHaveLength(2);
    const keyId = readCertificate(certificate).subjectKeyId!;
    for (const { attributes } of bags) {
      expect(attributes.friendlyName).toEqual([keyId]);
      expect(forge.util.bytesToHex(attributes.localKeyId[0])).toBe(keyId);
    }
  });

  it('opens with its password only', async () => {
    const { pkcs12 } = await (await create()).issueSystemKey({ ...BODY, systemOid: '1.2.398.3.99.1.7', password: 'Training1' });
    expect(() => open(pkcs12, 'Training2')).toThrow();
    expect(() => open(pkcs12, 'Training1')).not.toThrow();
  });

  it('is of somebody who may sign in, until it has expired', async () => {
    const authority = await create();
    const trust = trustIn(authority);
    const current = await authority.issueEmployeeKey(PERSON);
    const answer = await trust.verifyCertificate({ certificate: current.certificate, use: 'sign-in' });
    expect([answer.state, answer.identity]).toMatchObject([
      'good',
      { iin: PERSON.iin, bin: BODY.bin, roles: ['organisation', 'employee'] },
    ]);
    const expired = await authority.issueEmployeeKey({ ...PERSON, validity: 'expired' });
    expect((await trust.verifyCertificate({ certificate: expired.certificate, use: 'sign-in' })).checks.map(({ code }) => code)).toContain(
      'chain-expired',
    );
  });
});

describe('signed document', () => {
  const decisive = ({ checks }: SignatureAnswer): string => checks.find(({ outcome }) => outcome !== 'passed')?.code ?? 'good';

  it.each([
    ['none', 'good'],
    ['wrong-signature', 'signature-wrong'],
    ['wrong-content', 'content-mismatch'],
    ['no-timestamp', 'timestamp-missing'],
    ['expired-timestamp', 'timestamp-expired'],
    ['wrong-timestamp', 'timestamp-wrong'],
    ['foreign-signer', 'signer-not-owner-body'],
    ['untrusted-chain', 'chain-untrusted'],
  ] as const)('with the fault “%s” is judged %s', async (fault, code) => {
    const authority = await create();
    const signature = await authority.signDocument({ ...BODY, content: CONTENT, fault });
    expect(decisive(await trustIn(authority).verifySignature({ signature, expectedSignerBin: BODY.bin }))).toBe(code);
  });

  it('of a revoked body is revoked; the body signs again after it is given a new key', async () => {
    const authority = await create();
    const trust = trustIn(authority);
    const signature = await authority.signDocument({ ...BODY, content: CONTENT });
    await authority.revokeStateBody(BODY.bin);
    expect(decisive(await trust.verifySignature({ signature }))).toBe('signer-revoked');
    authority.restoreStateBody(BODY.bin);
    expect(decisive(await trust.verifySignature({ signature }))).toBe('signer-revoked');
    expect(decisive(await trust.verifySignature({ signature: await authority.signDocument({ ...BODY, content: CONTENT }) }))).toBe('good');
  });

  it('falls with its issuer and rises with it, by the responder and by the list alike', async () => {
    const authority = await create();
    const listsOnly = createTrust({
      anchors: [authority.root],
      intermediates: [authority.issuer],
      evidence: {
        ocsp: async () => ({ ok: false, failure: { code: 'service-unreachable', detail: null } }),
        crl: async (url) => success(await authority.crl(url.endsWith('/root.crl') ? 'root' : 'issuer')),
      },
      clock: { now: () => NOW, monotonicMs: () => 0 },
    });
    const signature = await authority.signDocument({ ...BODY, content: CONTENT });
    authority.setIssuerRevoked(true);
    expect(decisive(await trustIn(authority).verifySignature({ signature }))).toBe('issuer-revoked');
    expect(decisive(await listsOnly.verifySignature({ signature }))).toBe('issuer-revoked');
    authority.setIssuerRevoked(false);
    expect(decisive(await trustIn(authority).verifySignature({ signature }))).toBe('good');
  });

  it('by a certificate the authority never issued is not issued', async () => {
    const elsewhere = await create();
    const signature = await elsewhere.signDocument({ ...BODY, content: CONTENT });
    expect(decisive(await trustIn(await create()).verifySignature({ signature }))).toBe('certificate-not-issued');
  });
});

describe('services', () => {
  it('refuse what is no request', async () => {
    const authority = await create();
    // OCSPResponseStatus malformedRequest (1); PKIStatus rejection (2) with badRequest, the third bit.
    expect(bytesToHex(await authority.respondOcsp(Uint8Array.of(1, 2)))).toBe('30030a0101');
    expect(bytesToHex(await authority.respondTsp(Uint8Array.of(1, 2)))).toBe('3009300702010203020520');
  });
});
