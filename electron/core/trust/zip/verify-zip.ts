/** The whole judgement of a signed archive of the NCA: every file is listed and unchanged, and every signer of the list is good. */
import { bytesEqual } from '../../../../shared/util/bytes.ts';
import { digestRow } from '../algorithms/algorithms.ts';
import { digestOf } from '../algorithms/digest.ts';
import type { SignerAnswer } from '../answer/answer-signer.ts';
import type { Bytes } from '../asn1/der.ts';
import { Malformed } from '../malformed.ts';
import { readSignedData } from '../cms/read-signed-data.ts';
import { contentInMemory } from '../cms/signed-content.ts';
import { combineSigners, refusal } from '../answer/combine-signers.ts';
import { failed, type Finding } from '../answer/layers.ts';
import { LIMITS } from '../limits.ts';
import type { SignatureAnswer } from '../answer/signature-answer.ts';
import type { Judging, SignerDemand, TrustContext } from '../answer/trust-context.ts';
import { gatherEvidence } from '../answer/used-evidence.ts';
import { answerSigners } from '../cms/verify-signature.ts';
import { digestOidOf } from '../xml/algorithm-uris.ts';
import { type ListedFile, type Manifest, readManifest } from './read-manifest.ts';
import { readZip, type ZipEntry } from './read-zip.ts';
import { requireRoom, unpackEntry } from './unpack-entry.ts';

export interface ZipQuestion extends SignerDemand {
  archive: Uint8Array;
}

export interface SignedFile {
  name: string;
  bytes: number;
}

export interface ZipAnswer extends SignatureAnswer {
  /** The files that were signed, all there are besides manifest and signatures; empty unless integrity passed. */
  files: SignedFile[];
}

const MANIFEST = 'META-INF/NCAManifest.xml';

/** `content` of the answer is the manifest: it is what is signed, and it names the files. */
export async function verifyZip(question: ZipQuestion, context: TrustContext): Promise<ZipAnswer> {
  const gatherer = gatherEvidence(context.now);
  try {
    const archive = new Uint8Array(question.archive);
    const entries = new Map(readZip(archive).map((entry) => [entry.name, entry]));
    const listing = entries.get(MANIFEST);
    if (listing === undefined) return refused(failed('signature-missing', `no ${MANIFEST}`));
    requireRoom([listing], 'structures', archive);
    const encoded = await unpackEntry(listing);
    const manifest = readManifest(encoded);
    if (manifest.signatures.length === 0 || manifest.files.length === 0) return refused(failed('signature-missing', 'nothing listed'));
    const incomplete = completeness(entries, manifest);
    if (incomplete !== null) return refused(incomplete);
    requireRoom([listing, ...manifest.signatures.map((name) => entries.get(name)!)], 'structures', archive);
    requireRoom(manifest.files.map(({ name }) => entries.get(name)!), 'files', archive);
    const altered = await firstAltered(entries, manifest.files);
    if (altered !== null) return refused(altered);
    const answers = await answerSignatures({ entries, manifest, encoded }, question, { ...context, gatherer });
    const answer = combineSigners(answers, encoded, question.evidence ?? gatherer.gathered());
    const files = manifest.files.map(({ name }) => ({ name, bytes: entries.get(name)!.size }));
    return { ...answer, files: answer.content === null ? [] : files };
  } catch (error) {
    if (error instanceof Malformed) return refused(failed('signature-malformed', error.message));
    throw error;
  }
}

const refused = (finding: Finding): ZipAnswer => ({ ...refusal(finding), files: [] });

type Entries = ReadonlyMap<string, ZipEntry>;

/** What is there is listed, and what is listed is there: a file beside the signed ones would be taken for signed. */
function completeness(entries: Entries, { signatures, files }: Manifest): Finding | null {
  const listed = new Set([MANIFEST, ...signatures, ...files.map(({ name }) => name)]);
  const missing = [...listed].find((name) => !entries.has(name) || name.endsWith('/'));
  if (missing !== undefined) return failed('content-mismatch', `not there: ${missing}`);
  for (const { name, size } of entries.values())
    if (!listed.has(name) && !(name.endsWith('/') && size === 0)) return failed('content-mismatch', `not signed: ${name}`);
  return null;
}

async function firstAltered(entries: Entries, files: readonly ListedFile[]): Promise<Finding | null> {
  for (const { name, digestMethod, digest } of files) {
    const oid = digestOidOf(digestMethod);
    const row = oid === null ? null : digestRow(oid);
    if (row?.kind !== 'hash') return failed('algorithm-refused', digestMethod.slice(0, 300));
    const content = await unpackEntry(entries.get(name)!);
    if (!bytesEqual(await digestOf(row.hash, content), digest)) return failed('content-mismatch', name);
  }
  return null;
}

interface Opened {
  entries: Entries;
  manifest: Manifest;
  encoded: Bytes;
}

/** One signature may have several signers, and signers may each have brought their own signature: all of them count. */
async function answerSignatures({ entries, manifest, encoded }: Opened, demand: SignerDemand, trust: Judging): Promise<SignerAnswer[]> {
  if (manifest.signatures.length > LIMITS.signers) throw new Malformed('too many signatures');
  const answers: SignerAnswer[] = [];
  for (const name of manifest.signatures) {
    const data = readSignedData(await unpackEntry(entries.get(name)!));
    if (data.signers.length === 0) throw new Malformed('signature without a signer');
    if (data.content !== null && !bytesEqual(data.content, encoded)) throw new Malformed('signature over another manifest');
    if (answers.length + data.signers.length > LIMITS.signers) throw new Malformed('too many signers');
    answers.push(...(await answerSigners({ data, content: contentInMemory(encoded) }, demand, trust)));
  }
  return answers;
}
