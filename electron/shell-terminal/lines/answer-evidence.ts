/** The evidence of a judgement as text: told with the answer, and read again years later, when nobody can be asked any more. */
import { z } from 'zod';
import type { SignatureAnswer } from '../../core/trust/index.ts';
import { usageFailure } from '../command-failure.ts';
import { readBounded } from '../arguments/read-input.ts';

export type Evidence = NonNullable<SignatureAnswer['evidence']>;

/** Lists of a whole country, each a third longer as text. */
const LARGEST = 256 * 1024 * 1024;

const Pieces = z.array(z.base64());
const Told = z.object({
  evidence: z.strictObject({ judgedAt: z.iso.datetime(), certificates: Pieces, ocsp: Pieces, crls: Pieces, timestamps: Pieces }),
});

const toText = (pieces: readonly Uint8Array[]): string[] => pieces.map((piece) => Buffer.from(piece).toString('base64'));
const fromText = (pieces: readonly string[]): Uint8Array[] => pieces.map((piece) => new Uint8Array(Buffer.from(piece, 'base64')));

/** DER in Base64. */
export const evidenceValue = ({ judgedAt, certificates, ocsp, crls, timestamps }: Evidence): z.infer<typeof Told>['evidence'] => ({
  judgedAt: judgedAt.toISOString(),
  certificates: toText(certificates),
  ocsp: toText(ocsp),
  crls: toText(crls),
  timestamps: toText(timestamps),
});

/** Out of an answer that `tekser verify --json` once gave. @throws {CommandFailure} where it is none, or nothing was judged in it */
export async function readEvidence(path: string): Promise<Evidence> {
  const bytes = await readBounded(path, LARGEST);
  const told = Told.safeParse(parsed(new TextDecoder().decode(bytes)));
  if (!told.success) throw usageFailure('evidence-unreadable', path);
  const { judgedAt, certificates, ocsp, crls, timestamps } = told.data.evidence;
  return { judgedAt: new Date(judgedAt), certificates: fromText(certificates), ocsp: fromText(ocsp), crls: fromText(crls), timestamps: fromText(timestamps) };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
