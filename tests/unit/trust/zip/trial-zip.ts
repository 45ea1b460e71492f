/** Signed archives made by the tests, each part of which may be wrong, and the whole judgement of them. */
import { createHash } from 'node:crypto';
import { verifyZip, type ZipAnswer } from '../../../../electron/core/trust/zip/verify-zip.ts';
import { NOW, parsed } from '../trial/trial-authority.ts';
import { type Circumstances, GOOD, root, signed } from '../trial/trial-judgement.ts';
import type { SignatureTrial } from '../trial/trial-signature.ts';
import { type FileTrial, zip } from './zip-writer.ts';

export const MANIFEST = 'META-INF/NCAManifest.xml';
export const SIGNATURE = 'META-INF/signature-1.cms';
export const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
export const FILES: readonly FileTrial[] = [
  { name: 'order.txt', content: bytes('pay 100') },
  { name: 'folder/қосымша.txt', content: bytes('x'.repeat(5_000)), flags: 0x0800 },
];
const base64Digest = (content: Uint8Array): string => createHash('sha256').update(content).digest('base64');

export const listing = (name: string, content: Uint8Array, method = 'http://www.w3.org/2001/04/xmlenc#sha256'): string =>
  `<DataObjectReference URI="${name}"><DigestMethod Algorithm="${method}"/><DigestValue>${base64Digest(content)}</DigestValue></DataObjectReference>`;
export const manifest = (entries: readonly string[], signatures: readonly string[] = [SIGNATURE]): Uint8Array =>
  bytes(`<?xml version="1.0" encoding="UTF-8"?> \n<NCAManifest>${signatures.map((uri) => `\n\t<SigReference URI="${uri}"/>`).join('')}${entries.join('')}</NCAManifest>`);

export interface SignedZipTrial {
  files?: readonly FileTrial[];
  /** In place of the true one. */
  listed?: Uint8Array;
  signature?: Partial<SignatureTrial>;
  /** Besides files, manifest and signature. */
  further?: readonly FileTrial[];
}

export function signedZip({ files = FILES, listed, signature = {}, further = [] }: SignedZipTrial = {}): Uint8Array {
  const content = listed ?? manifest(files.map((file) => listing(file.name, file.content)));
  return zip([...files, { name: MANIFEST, content }, { name: SIGNATURE, content: signed({}, { content, detached: true, ...signature }) }, ...further]);
}

export const judgedZip = (archive: Uint8Array, { statusOf = () => GOOD, anchors = [root], known = [], ...question }: Circumstances = {}): Promise<ZipAnswer> =>
  verifyZip(
    { archive, ...question },
    {
      store: { anchors: anchors.map(parsed), intermediates: known.map(parsed) },
      revocation: { statusOf: async ([certificate]) => statusOf(certificate!.subject.attributes[0]!.text) },
      now: NOW,
    },
  );
