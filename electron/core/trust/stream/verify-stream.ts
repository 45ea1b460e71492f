/** The whole judgement of a CMS signature that is too large for memory, or whose content is: the same rules, over a stream. */
import type { ByteSource } from '../../../ports/trust/byte-source.ts';
import type { StreamedDigests } from '../../../ports/trust/streamed-digests.ts';
import { bytesEqual } from '../../../../shared/util/bytes.ts';
import { type AlgorithmIdentifier, digestBy, type Hash } from '../algorithms/algorithms.ts';
import type { Bytes } from '../asn1/der.ts';
import { Malformed } from '../malformed.ts';
import type { SignedContent } from '../cms/signed-content.ts';
import { combineSigners, refusal } from '../answer/combine-signers.ts';
import { failed, type Finding, undetermined } from '../answer/layers.ts';
import type { SignatureAnswer } from '../answer/signature-answer.ts';
import type { SignerDemand, TrustContext } from '../answer/trust-context.ts';
import { gatherEvidence } from '../answer/used-evidence.ts';
import { answerSigners } from '../cms/verify-signature.ts';
import { type SplitSignedData, splitSignedData } from './split-signed-data.ts';
import { StreamCursor } from './stream-cursor.ts';
import { createDigestPass, type DigestPass } from './streamed-digest.ts';
import { unarmoured } from './unarmoured-source.ts';

export interface StreamQuestion extends SignerDemand {
  /** CMS SignedData in DER, BER or PEM. */
  signature: ByteSource;
  /** The content of a detached signature; with an attached one it must be the same bytes. */
  content?: ByteSource;
  /** Told now and then how many octets of how many were read; a further pass, where one is needed, begins anew. */
  progress?(read: number, of: number): void;
  /** Gives up between two pieces. */
  signal?: AbortSignal;
}

/** @throws what the sources throw, and the reason of the signal */
export async function verifyStream(question: StreamQuestion, context: TrustContext, digests: StreamedDigests): Promise<SignatureAnswer> {
  try {
    return await judge(question, context, digests);
  } catch (error) {
    if (error instanceof Malformed) return refusal(failed('signature-malformed', error.message));
    throw error;
  }
}

type Sink = (part: Bytes) => void;

async function judge(question: StreamQuestion, context: TrustContext, digests: StreamedDigests): Promise<SignatureAnswer> {
  const { signature, content: given } = question;
  let inside: DigestPass | null = null;
  const split = await splitOf(question, (named) => {
    // Beside what the signers need: the content given must be the content inside.
    inside = createDigestPass([...hashesOf(named), ...(given === undefined ? [] : ['SHA-256' as const])], digests);
    return inside.update;
  });
  const { data, contentBytes } = split;
  if (data.signers.length === 0) return refusal(failed('signature-missing', 'no signer'));
  if (contentBytes === null && given === undefined) return refusal(undetermined('content-missing', 'detached signature'));

  const wanted: readonly Hash[] = contentBytes === null ? hashesOf(data.signers.map(({ digestAlgorithm }) => digestAlgorithm)) : ['SHA-256'];
  const source = given === undefined ? null : await digestsOf(given, wanted, question, digests);
  const known = contentBytes === null ? source! : (inside as DigestPass | null)!.digests();
  if (contentBytes !== null && source !== null) {
    const difference = differenceOf(contentBytes, given!.bytes, known, source);
    if (difference !== null) return refusal(difference);
  }
  const gatherer = gatherEvidence(context.now);
  const again = async (sink: Sink): Promise<void> =>
    contentBytes === null ? passOver(given!, sink, question) : void (await splitOf({ ...question, signature }, () => sink));
  const answers = await answerSigners({ data, content: streamedContent(known, again, digests) }, question, { ...context, gatherer });
  return combineSigners(answers, null, question.evidence ?? gatherer.gathered(), contentBytes ?? given!.bytes);
}

function differenceOf(inside: number, outside: number, known: ReadonlyMap<Hash, Bytes>, given: ReadonlyMap<Hash, Bytes>): Finding | null {
  const isSame = inside === outside && bytesEqual(known.get('SHA-256')!, given.get('SHA-256')!);
  return isSame ? null : failed('content-mismatch', 'the content inside differs from the content given');
}

async function splitOf(question: StreamQuestion, sinkOf: (named: AlgorithmIdentifier[]) => Sink): Promise<SplitSignedData> {
  const { signature } = question;
  const cursor = new StreamCursor(watched(unarmoured(signature), signature.bytes, question));
  try {
    return await splitSignedData(cursor, sinkOf);
  } finally {
    await cursor.close();
  }
}

async function digestsOf(
  source: ByteSource,
  hashes: readonly Hash[],
  question: StreamQuestion,
  digests: StreamedDigests,
): Promise<ReadonlyMap<Hash, Bytes>> {
  const pass = createDigestPass(hashes, digests);
  await passOver(source, pass.update, question);
  return pass.digests();
}

async function passOver(source: ByteSource, sink: Sink, question: StreamQuestion): Promise<void> {
  for await (const piece of watched(source.read(), source.bytes, question)) sink(piece);
}

async function* watched(pieces: AsyncIterable<Bytes>, of: number, { progress, signal }: StreamQuestion): AsyncGenerator<Bytes> {
  let read = 0;
  for await (const piece of pieces) {
    signal?.throwIfAborted();
    read += piece.length;
    progress?.(Math.min(read, of), of);
    yield piece;
  }
}

/** Digests not taken in the first pass, such as those of archive time-stamps, cost another one. */
function streamedContent(first: ReadonlyMap<Hash, Bytes>, again: (sink: Sink) => Promise<void>, digests: StreamedDigests): SignedContent {
  const known = new Map(first);
  return {
    async digest(hash, around) {
      const taken = around === undefined ? known.get(hash) : undefined;
      if (taken !== undefined) return taken;
      const pass = createDigestPass([hash], digests);
      if (around !== undefined) pass.update(around.before);
      await again(pass.update);
      if (around !== undefined) pass.update(around.after);
      const digest = pass.digests().get(hash)!;
      if (around === undefined) known.set(hash, digest);
      return digest;
    },
  };
}

/** Before all their uses: whether a weak one counts is judged with the signature. */
const LONG_AGO = new Date(0);

const hashesOf = (algorithms: readonly AlgorithmIdentifier[]): Hash[] =>
  algorithms.flatMap((algorithm) => {
    const row = digestBy(algorithm, LONG_AGO);
    return row.kind === 'hash' ? [row.hash] : [];
  });
