/** The authority of this machine for the portals' signing service: made once, its key sealed, its certificates renewed by themselves. */
import { createPrivateKey, createPublicKey, generateKeyPairSync, X509Certificate } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import type { SecretBox } from '../../ports/secret-box.ts';
import { replaceFile } from '../files/atomic-file.ts';
import { readSealed, writeSealed } from '../sealed/sealed-file.ts';
import { makeAuthority, makeLeaf } from './loopback-certificates.ts';

export interface ServerCertificate {
  /** PEM. */
  key: string;
  cert: string;
  until: Date;
}

export interface LoopbackAuthority {
  /** PEM, as browsers and systems are given it. */
  readonly certificate: string;
  issue(now: Date): ServerCertificate;
}

/** What one store sealed another cannot open: each backend has its own authority. */
const authorityFiles = (directory: string, backend: string): { certificate: string; key: string } => {
  const own = backend === 'key-file' ? '' : `.${backend}`;
  return { certificate: join(directory, `portals-authority${own}.pem`), key: join(directory, `portals-authority-key${own}.sealed`) };
};

/** The certificate that browsers are to trust: of the system's secret store where a desk made one there, else of the key file. */
export function authorityFile(directory: string): string {
  const { certificate } = authorityFiles(directory, 'key-file');
  const sealedElsewhere = existsSync(directory) ? readdirSync(directory).find((name) => /^portals-authority\..+\.pem$/.test(name)) : undefined;
  return sealedElsewhere === undefined ? certificate : join(directory, sealedElsewhere);
}

/** Opens the authority kept in this directory, or makes one. @throws when the sealed key is not ours or the files cannot be written. */
export async function openLoopbackAuthority(directory: string, box: SecretBox, now: Date): Promise<LoopbackAuthority> {
  const files = authorityFiles(directory, box.backend);
  const kept = await readKept(files, box);
  if (kept !== null && new Date(new X509Certificate(kept.certificate).validTo) > now) return authorityOf(kept.certificate, kept.keyPem);
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const certificate = pem(makeAuthority(`Tekser ${hostname()} (127.0.0.1)`, publicKey, privateKey, now));
  const keyPem = privateKey.export({ type: 'pkcs8', format: 'pem' }) as string;
  await writeSealed(files.key, Buffer.from(keyPem), box);
  await replaceFile(files.certificate, certificate, 0o644);
  return authorityOf(certificate, keyPem);
}

async function readKept(files: { certificate: string; key: string }, box: SecretBox): Promise<{ certificate: string; keyPem: string } | null> {
  const key = await readSealed(files.key, box);
  if (key === null) return null;
  try {
    return { certificate: await readFile(files.certificate, 'utf8'), keyPem: Buffer.from(key).toString() };
  } catch (error) {
    // A key without its certificate is of no use: both are made anew.
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

function authorityOf(certificate: string, keyPem: string): LoopbackAuthority {
  const key = createPrivateKey(keyPem);
  const own = new X509Certificate(certificate);
  const authorityName = /^CN=(.*)$/m.exec(own.subject)?.[1] ?? '';
  return {
    certificate,
    issue(now) {
      const pair = generateKeyPairSync('ec', { namedCurve: 'P-256' });
      const leaf = makeLeaf({ certificate: new Uint8Array(own.raw), key }, authorityName, createPublicKey(key), pair.publicKey, now);
      const cert = pem(leaf);
      return { key: pair.privateKey.export({ type: 'pkcs8', format: 'pem' }) as string, cert, until: new Date(new X509Certificate(cert).validTo) };
    },
  };
}

const pem = (der: Uint8Array): string =>
  `-----BEGIN CERTIFICATE-----\n${Buffer.from(der).toString('base64').replaceAll(/.{64}/g, '$&\n').trimEnd()}\n-----END CERTIFICATE-----\n`;
