/** The table rows of the manifest of the NCA's test data: what a correct verifier must say about each file. */
import { existsSync, readFileSync } from 'node:fs';
import forge from 'node-forge';
import { withoutArmour } from '../../../electron/core/trust/asn1/armour.ts';
import { type Certificate, readCertificate } from '../../../electron/core/trust/x509/certificate.ts';
import { bytesAt, dataPath } from '../corpus.ts';

const MANIFEST = 'kz-pki/MANIFEST.md';
const HEADING = /^(?:file|tag)$/;
/** Of the repositories the files came from. */
const SOURCE = /^[A-Z]{2,3}$/;
const CODE = /^`([^`]+)`(.*)$/;

export const kzFile = (path: string): Uint8Array => bytesAt(`kz-pki/${path}`);
export const isHere = (path: string): boolean => existsSync(dataPath(`kz-pki/${path}`));

/** DER, PEM, or base64 without armour where the name says so. */
export function kzCertificate(path: string): Certificate {
  const bytes = kzFile(path);
  return readCertificate(withoutArmour(path.endsWith('.b64.cer') ? Buffer.from(Buffer.from(bytes).toString('latin1'), 'base64') : bytes));
}

/** Cells of every table row, without the headings; none where the data is not beside the checkout. */
function rows(): string[][] {
  if (!isHere('MANIFEST.md')) return [];
  return readFileSync(dataPath(MANIFEST), 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('| '))
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );
}

/** First cells of the rows of every table that says what a verifier must answer; those of the tables of files are paths in backquotes. */
export const rowNames = (): string[] => rows().flatMap(([first = '']) => (HEADING.test(first) || SOURCE.test(first) ? [] : [first]));

/** Rows whose first cell is a file in this folder that is here: its path, what stands beside the name, and the other cells. */
function fileRows(folder: string): { path: string; note: string; cells: string[] }[] {
  return rows().flatMap(([first = '', ...cells]) => {
    const [, path = '', note = ''] = CODE.exec(first) ?? [];
    return path.startsWith(folder) && isHere(path) ? [{ path, note, cells }] : [];
  });
}

export interface AuthorityRow {
  path: string;
  sha256: string;
  notBefore: Date;
  notAfter: Date;
  algorithm: string;
}

export const authorityRows = (): AuthorityRow[] =>
  fileRows('ca/').map(({ path, cells: [, sha256 = '', validity = '', , algorithm = ''] }) => {
    const [notBefore = '', notAfter = ''] = validity.split(' … ');
    return { path, sha256, notBefore: new Date(notBefore), notAfter: new Date(notAfter), algorithm };
  });

export interface HolderRow {
  path: string;
  password: string;
  /** Purposes and numbers in the shorthand of the manifest: `SIGN …4.1.2 …4.1.2.1 / IIN… / BIN…`. */
  owner: string;
  /** SIGN and AUTH as the certificate says; an information system has neither purpose. */
  use: 'SIGN' | 'AUTH' | 'system';
  algorithm: string;
  serialStart: string;
  /** Null when no CRL of the data lists it. */
  revoked: { crl: string; day: string; reason: string } | null;
}

/** Rows of the other part of the data: their files are not here. */
export const rowsElsewhere = (folder: string): string[] =>
  rows().flatMap(([first = '']) => {
    const path = CODE.exec(first)?.[1] ?? '';
    return path.startsWith(folder) && !isHere(path) ? [path] : [];
  });

const EVIDENCE = /^(\S+\.crl): (\d{4}-\d\d-\d\d) (.+)$/;

export const holderRows = (): HolderRow[] =>
  fileRows('p12/').map(({ path, note, cells: [owner = '', algorithm = '', , serialStart = '', evidence = ''] }) => {
    const [, crl = '', day = '', reason = ''] = EVIDENCE.exec(evidence) ?? [];
    return {
      path,
      owner,
      password: /pw (\w+)/.exec(note)?.[1] ?? 'Qwerty12',
      use: owner.startsWith('SIGN') ? 'SIGN' : owner.startsWith('AUTH') ? 'AUTH' : 'system',
      algorithm,
      serialStart,
      revoked: crl === '' ? null : { crl, day, reason },
    };
  });

/** The only certificate in a key file; the key stays closed. */
export function certificateInKeyFile({ path, password }: HolderRow): Certificate {
  const pfx = forge.asn1.fromDer(forge.util.binary.raw.encode(kzFile(path)));
  const bagType = forge.pki.oids['certBag']!;
  const [bag, second] = forge.pkcs12.pkcs12FromAsn1(pfx, false, password).getBags({ bagType })[bagType] ?? [];
  if (bag === undefined || second !== undefined) throw new TypeError(`not one certificate in ${path}`);
  const element = bag.cert === undefined || bag.cert === null ? bag.asn1 : forge.pki.certificateToAsn1(bag.cert);
  return readCertificate(Uint8Array.from(forge.util.binary.raw.decode(forge.asn1.toDer(element).getBytes())));
}
