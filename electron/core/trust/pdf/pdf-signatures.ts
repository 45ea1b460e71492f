/** Signatures and document time-stamps in a PDF file (ETSI EN 319 142-1): each over its revision, and judged by what came after it. */
import { type SignerAnswer, withoutSigner } from '../answer/answer-signer.ts';
import type { Bytes } from '../asn1/der.ts';
import { Malformed } from '../malformed.ts';
import type { ArchiveReading } from '../cms/archive-stamps.ts';
import { readSignedData } from '../cms/read-signed-data.ts';
import { contentInMemory } from '../cms/signed-content.ts';
import { failed, type Finding } from '../answer/layers.ts';
import { LIMITS } from '../limits.ts';
import { readTstInfo } from '../timestamp/tst-info.ts';
import type { Judging, SignerDemand } from '../answer/trust-context.ts';
import { answerSigners } from '../cms/verify-signature.ts';
import { signedRevision, type SignedRevision } from './byte-range.ts';
import { changeSince } from './later-changes.ts';
import { securityStore } from './security-store.ts';
import type { PdfSignature } from './signature-fields.ts';
import type { PdfFile } from './syntax/pdf-file.ts';
import { strayBytes } from './update-bytes.ts';

const TIME_STAMP = 'ETSI.RFC3161';
/** One signer alone (ETSI EN 319 142-1 5.3); the older format has no such rule, and PoDoFo signs twice, by two hashes. */
const CADES = 'ETSI.CAdES.detached';
/** The others of ISO 32000-2 table 255 are over SHA-1, or have no certificates. */
const DETACHED: ReadonlySet<string> = new Set(['adbe.pkcs7.detached', CADES]);

interface Placed {
  signature: PdfSignature;
  /** Null where its range is not what it must be. */
  revision: SignedRevision | null;
}

export interface PdfSignatureAnswers {
  /** One for each signer of each signature; time-stamps alone are none. */
  answers: SignerAnswer[];
  /** The newest revision somebody signed. */
  shown: Bytes;
}

/** @throws {Malformed} @throws {Unsupported} */
export async function answerPdfSignatures(
  file: PdfFile,
  signatures: readonly PdfSignature[],
  demand: SignerDemand,
  trust: Judging,
): Promise<PdfSignatureAnswers> {
  const placed: Placed[] = [];
  for (const signature of signatures) placed.push({ signature, revision: await signedRevision(file, signature) });
  const signed = placed.filter(({ signature }) => signature.subFilter !== TIME_STAMP);
  const stamps = await archiveReadings(placed.filter(({ signature }) => signature.subFilter === TIME_STAMP));
  const carried = await securityStore(file);
  const answers: SignerAnswer[] = [];
  for (const { signature, revision } of signed) {
    const finding = await faultOf(file, signature, revision);
    if (finding !== null || revision === null) {
      answers.push(withoutSigner(finding ?? failed('signature-not-whole-document')));
      continue;
    }
    const data = readSignedData(revision.signature);
    if (data.content !== null) throw new Malformed('a signature in a PDF file is detached');
    if (data.signers.length === 0 || (data.signers.length > 1 && signature.subFilter === CADES)) throw new Malformed('a signature of PAdES has one signer');
    if (answers.length + data.signers.length > LIMITS.pdfSignatures) throw new Malformed('too many signers');
    // A time-stamp over a longer revision is over this signature, and over all evidence in that revision.
    const archive = stamps.filter(({ end }) => end > revision.end).map(({ reading }) => reading);
    answers.push(...(await answerSigners({ data, content: contentInMemory(revision.signed), carried, archive }, demand, trust)));
  }
  const end = Math.max(0, ...signed.map(({ revision }) => revision?.end ?? 0));
  return { answers, shown: file.bytes.subarray(0, end) };
}

async function faultOf(file: PdfFile, { subFilter }: PdfSignature, revision: SignedRevision | null): Promise<Finding | null> {
  if (subFilter === null || !DETACHED.has(subFilter)) return failed('algorithm-refused', `signature format ${subFilter ?? 'not named'}`);
  if (revision === null) return failed('signature-not-whole-document', 'ByteRange');
  if (revision.end === file.bytes.length) return null;
  const change = (await strayBytes(file, revision.file)) ?? (await changeSince(revision.file, file));
  return change === null ? null : failed('document-changed-after-signing', change);
}

/** Newest first; what cannot be read stands first and is told of. */
async function archiveReadings(placed: readonly Placed[]): Promise<{ end: number; reading: ArchiveReading }[]> {
  const readings: { end: number; reading: ArchiveReading }[] = [];
  for (const { revision } of placed) {
    if (revision === null) readings.push({ end: Number.POSITIVE_INFINITY, reading: { is: 'fault', why: 'ByteRange of a document time-stamp' } });
    else readings.push({ end: revision.end, reading: await readingOf(revision) });
  }
  return readings.toSorted((a, b) => b.end - a.end);
}

async function readingOf({ file, signed, signature }: SignedRevision): Promise<ArchiveReading> {
  try {
    const { content } = readSignedData(signature);
    if (content === null) throw new Malformed('document time-stamp');
    const { genTime } = readTstInfo(content);
    const protects = await securityStore(file);
    // Everything before it is under it: the signatures, their own time-stamps, older document time-stamps.
    return { is: 'stamp', stamp: { token: signature, claimedTime: genTime, stamped: signed, protects, covers: () => true } };
  } catch (error) {
    if (error instanceof Malformed) return { is: 'fault', why: error.message };
    throw error;
  }
}
