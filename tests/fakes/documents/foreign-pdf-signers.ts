/** Signatures that Poppler's pdfsig and PoDoFo put into PDF files, with a certificate that OpenSSL made for them. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { withoutArmour } from '../../../electron/core/trust/asn1/armour.ts';
import { type PdfAnswer, verifyPdf } from '../../../electron/core/trust/pdf/verify-pdf.ts';
import { readCertificate } from '../../../electron/core/trust/x509/certificate.ts';

/** Null where the program starts, else why a test is skipped. */
export const absenceOf = (program: string, argument: string): string | null =>
  spawnSync(program, [argument]).error === undefined ? null : `${program} is not installed on this machine`;

const noKeys = absenceOf('openssl', 'version');
const noPdfsig = absenceOf('pdfsig', '-v') ?? absenceOf('certutil', '-H') ?? absenceOf('pk12util', '-H');
const noPodofo = absenceOf('podofosign', '--help');

export interface PdfSigner {
  name: string;
  absent: string | null;
  /** How many signatures over the same octets it puts into one CMS. */
  signerInfos: number;
  sign(base: Uint8Array): Buffer;
}

export interface ForeignPdfSigners {
  signers: readonly PdfSigner[];
  judged(pdf: Uint8Array): Promise<PdfAnswer>;
  remove(): void;
}

/** Keys and store are made when the first file is signed. */
export function foreignPdfSigners(): ForeignPdfSigners {
  const folder = mkdtempSync(join(tmpdir(), 'tekser-pdf-signers-'));
  const at = (name: string): string => join(folder, name);
  const run = (program: string, ...args: string[]): void => {
    const { status, stderr } = spawnSync(program, args, { cwd: folder });
    if (status !== 0) throw new Error(`${program}: ${stderr.toString()}`);
  };
  const once = (make: () => void): (() => void) => {
    let isMade = false;
    return () => {
      if (!isMade) make();
      isMade = true;
    };
  };

  const keys = once(() => {
    const profile = ['-addext', 'keyUsage=critical,digitalSignature,nonRepudiation,keyCertSign', '-addext', 'basicConstraints=critical,CA:TRUE'];
    run('openssl', 'req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-keyout', 'root.key', '-out', 'root.pem', '-subj', '/CN=root', '-days', '30', ...profile);
    writeFileSync(at('leaf.ext'), 'keyUsage=critical,digitalSignature,nonRepudiation\nextendedKeyUsage=emailProtection\n');
    run('openssl', 'req', '-newkey', 'rsa:2048', '-nodes', '-keyout', 'leaf.key', '-out', 'leaf.csr', '-subj', '/CN=leaf');
    run('openssl', 'x509', '-req', '-in', 'leaf.csr', '-CA', 'root.pem', '-CAkey', 'root.key', '-CAcreateserial', '-days', '20', '-extfile', 'leaf.ext', '-out', 'leaf.pem');
  });
  const keyStore = once(() => {
    run('openssl', 'pkcs12', '-export', '-in', 'leaf.pem', '-inkey', 'leaf.key', '-name', 'leaf', '-passout', 'pass:', '-out', 'leaf.p12');
    run('certutil', '-N', '-d', `sql:${folder}`, '--empty-password');
    run('certutil', '-A', '-d', `sql:${folder}`, '-n', 'root', '-t', 'CT,C,C', '-i', 'root.pem');
    run('pk12util', '-i', 'leaf.p12', '-d', `sql:${folder}`, '-W', '');
  });
  function signed(base: Uint8Array, write: (from: string, to: string) => void): Buffer {
    keys();
    writeFileSync(at('base.pdf'), base);
    rmSync(at('signed.pdf'), { force: true });
    write(at('base.pdf'), at('signed.pdf'));
    return readFileSync(at('signed.pdf'));
  }

  return {
    signers: [
      {
        name: 'pdfsig',
        absent: noKeys ?? noPdfsig,
        signerInfos: 1,
        sign: (base) =>
          signed(base, (from, to) => {
            keyStore();
            // It leaves with an error of its own after the file is written.
            spawnSync('pdfsig', [from, to, '-add-signature', '-nssdir', folder, '-nss-pwd', '', '-nick', 'leaf'], { cwd: folder });
          }),
      },
      {
        name: 'podofosign',
        absent: noKeys ?? noPodofo,
        // By SHA-256 because OpenSSL does so unasked, and by SHA-512.
        signerInfos: 2,
        sign: (base) => signed(base, (from, to) => run('podofosign', '-in', from, '-out', to, '-cert', 'leaf.pem', '-pkey', 'leaf.key')),
      },
    ],
    judged(pdf) {
      const anchors = [readCertificate(withoutArmour(readFileSync(at('root.pem'))))];
      const now = new Date();
      return verifyPdf({ pdf }, { store: { anchors, intermediates: [] }, revocation: { statusOf: async () => ({ state: 'good', asOf: now }) }, now });
    },
    remove: () => rmSync(folder, { recursive: true }),
  };
}
