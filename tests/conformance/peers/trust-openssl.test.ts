/** OpenSSL as a second opinion: it believes what the stand makes, and we believe what it makes. */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Authority, createAuthority } from '../../../electron/stand/authority/index.ts';
import { createTrust, type Trust } from '../../../electron/core/trust/index.ts';
import { success } from '../../../shared/util/result.ts';

const version = spawnSync('openssl', ['version'], { encoding: 'utf8' });
const absent = version.status === 0 ? null : 'the openssl command is not installed';
const BODY = { bin: '000140000019', organisation: 'ТЕКСЕР ОҚУ ОРГАНЫ (TEST)' };
const PASSWORD = 'Training1';
const CONTENT = Buffer.from('{"document":"synthetic"}\n');

describe.skipIf(absent !== null)(absent === null ? 'OpenSSL' : `skipped: ${absent}`, () => {
  let folder: string;
  let authority: Authority;
  let trust: Trust;
  const at = (name: string): string => join(folder, name);
  const keep = (name: string, bytes: Uint8Array | string): string => {
    writeFileSync(at(name), bytes);
    return at(name);
  };
  const openssl = (...args: string[]): string =>
    execFileSync('openssl', args, { encoding: 'utf8', cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] });
  const pem = (name: string, der: Uint8Array): string =>
    keep(
      name,
      `-----BEGIN CERTIFICATE-----\n${Buffer.from(der).toString('base64').replaceAll(/.{64}/g, '$&\n')}\n-----END CERTIFICATE-----\n`,
    );

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'tekser-openssl-'));
    authority = await createAuthority({ seed: 9, now: () => new Date(), baseUrl: () => 'http://127.0.0.1:4321', keyDirectory: null });
    trust = createTrust({
      anchors: [authority.root],
      intermediates: [authority.issuer],
      evidence: {
        ocsp: async (_, request) => success(await authority.respondOcsp(request)),
        crl: async (url) => success(await authority.crl(url.endsWith('/root.crl') ? 'root' : 'issuer')),
      },
      clock: { now: () => new Date(), monotonicMs: () => 0 },
    });
    const { pkcs12, certificate } = await authority.issueEmployeeKey({
      surname: 'Әліқызы',
      name: 'Гүлнәр',
      patronymic: null,
      iin: '900101400015',
      ...BODY,
      password: PASSWORD,
    });
    pem('root.pem', authority.root);
    pem('issuer.pem', authority.issuer);
    pem('leaf.pem', certificate);
    keep('chain.pem', readFileSync(at('root.pem'), 'utf8') + readFileSync(at('issuer.pem'), 'utf8'));
    keep('content', CONTENT);
    keep('leaf.p12', pkcs12);
  });

  afterAll(() => rmSync(folder, { recursive: true }));

  it('verifies the chain against the CRLs', async () => {
    for (const of of ['issuer', 'root'] as const) {
      keep(`${of}.crl`, await authority.crl(of));
      openssl('crl', '-inform', 'DER', '-in', `${of}.crl`, '-out', `${of}-crl.pem`);
    }
    keep('crls.pem', readFileSync(at('issuer-crl.pem'), 'utf8') + readFileSync(at('root-crl.pem'), 'utf8'));
    const chain = ['-CAfile', 'root.pem', '-untrusted', 'issuer.pem'];
    const verified = openssl('verify', '-x509_strict', '-crl_check_all', ...chain, '-CRLfile', 'crls.pem', 'leaf.pem');
    expect(verified).toContain('leaf.pem: OK');
  });

  it('verifies a signed document, and not a damaged one', async () => {
    const verify = ['cms', '-verify', '-binary', '-inform', 'DER', '-CAfile', 'chain.pem', '-purpose', 'any', '-in'];
    keep('good.cms', await authority.signDocument({ ...BODY, content: CONTENT }));
    expect(openssl(...verify, 'good.cms')).toBe(CONTENT.toString());
    keep('bad.cms', await authority.signDocument({ ...BODY, content: CONTENT, fault: 'wrong-signature' }));
    expect(() => openssl(...verify, 'bad.cms')).toThrow(/erification failure/);
  });

  it('reads the OCSP answers, good and revoked', async () => {
    const statusOf = async (subject: string, issuer: string): Promise<string> => {
      openssl('ocsp', '-issuer', issuer, '-cert', subject, '-reqout', 'request.der');
      keep('answer.der', await authority.respondOcsp(readFileSync(at('request.der'))));
      // -no_nonce leaves the nonce of the request that was read; without it the command would put another in.
      return openssl(
        'ocsp',
        '-no_nonce',
        '-reqin',
        'request.der',
        '-respin',
        'answer.der',
        '-CAfile',
        'chain.pem',
        '-issuer',
        issuer,
        '-cert',
        subject,
      );
    };
    expect(await statusOf('leaf.pem', 'issuer.pem')).toContain('leaf.pem: good');
    expect(await statusOf('issuer.pem', 'root.pem')).toContain('issuer.pem: good');
    authority.setIssuerRevoked(true);
    expect(await statusOf('issuer.pem', 'root.pem')).toContain('issuer.pem: revoked');
    authority.setIssuerRevoked(false);
  });

  it('gets and verifies a time-stamp', async () => {
    openssl('ts', '-query', '-data', 'content', '-sha256', '-cert', '-out', 'query.tsq');
    keep('reply.tsr', await authority.respondTsp(readFileSync(at('query.tsq'))));
    const verify = ['ts', '-verify', '-in', 'reply.tsr', '-CAfile', 'root.pem', '-untrusted', 'issuer.pem'];
    expect(openssl(...verify, '-queryfile', 'query.tsq')).toContain('OK');
    keep('other', 'another content');
    expect(() => openssl(...verify, '-data', 'other')).toThrow(/imprint mismatch/);
  });

  it.each([
    ['attached', ['-nodetach']],
    ['streamed with indefinite lengths', ['-nodetach', '-stream', '-indef']],
    ['with the ESS attribute', ['-nodetach', '-cades']],
    ['over SHA-512', ['-nodetach', '-md', 'sha512']],
    ['with PSS', ['-nodetach', '-keyopt', 'rsa_padding_mode:pss', '-keyopt', 'rsa_pss_saltlen:32']],
  ])('signs %s, and we believe it', async (_, options) => {
    openssl('pkcs12', '-legacy', '-in', 'leaf.p12', '-passin', `pass:${PASSWORD}`, '-nodes', '-out', 'leaf-key.pem');
    openssl(
      'cms',
      '-sign',
      '-binary',
      '-in',
      'content',
      '-signer',
      'leaf.pem',
      '-inkey',
      'leaf-key.pem',
      '-outform',
      'DER',
      '-out',
      'ours.cms',
      ...options,
    );
    const answer = await trust.verifySignature({ signature: readFileSync(at('ours.cms')), expectedSignerBin: BODY.bin });
    expect(answer.checks.map(({ code }) => code)).toEqual([
      'integrity-intact',
      'signer-owner-body',
      'chain-trusted',
      'not-revoked',
      'timestamp-missing',
    ]);
    expect(Buffer.from(answer.content!)).toEqual(CONTENT);
  });
});
