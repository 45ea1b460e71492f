/** The witness of the stand: what it signed last of every workstation, kept between starts where keys are. */
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { seededBytes } from '../authority/seeded-bytes.ts';
import { isConsistent } from './consistency.ts';
import { type Cosigner, createCosigner, openHead, originOf, parseVerifier } from './note.ts';

const NAME = 'tekser-stand/collector';
const SEED_BYTES = 32;
/** c2sp.org/tlog-witness: a consistency proof has at most 63 lines. */
const MOST_HASHES = 63;

export type Witnessed =
  | { state: 'cosigned'; line: string }
  /** Statuses of c2sp.org/tlog-witness: unknown log, unsigned, other size, bad proof, bad request. */
  | { state: 'unknown-log' | 'not-signed' | 'bad-proof' | 'malformed' }
  | { state: 'other-size'; size: number };

export interface WitnessBook {
  verifierKey: string;
  /** False for a key that is none, or another key than this log has. */
  addLog(verifierKey: string): boolean;
  addCheckpoint(body: string): Witnessed;
  /** Leaves signed last, by log. */
  sizes(): Record<string, number>;
}

const Kept = z.record(z.string(), z.strictObject({ verifierKey: z.string(), size: z.int().nonnegative(), root: z.string() }));
type Kept = z.infer<typeof Kept>;

export function createWitnessBook(seed: number, directory: string | null, now: () => Date): WitnessBook {
  const file = directory === null ? null : join(directory, 'witness.json');
  const logs: Kept = file !== null && existsSync(file) ? Kept.parse(JSON.parse(readFileSync(file, 'utf8'))) : {};
  const cosigner: Cosigner = createCosigner(NAME, seededBytes(seed, 'witness')(SEED_BYTES));

  /** Before the signature is given out: a witness that forgets what it signed is none. */
  function keep(): void {
    if (file === null) return;
    mkdirSync(directory!, { recursive: true });
    writeFileSync(`${file}.new`, JSON.stringify(logs), { flush: true });
    renameSync(`${file}.new`, file);
  }

  return {
    verifierKey: cosigner.verifierKey,
    addLog(verifierKey) {
      const verifier = parseVerifier(verifierKey);
      if (verifier === null) return false;
      const known = logs[verifier.name];
      if (known !== undefined) return known.verifierKey === verifierKey;
      logs[verifier.name] = { verifierKey, size: 0, root: '' };
      keep();
      return true;
    },
    addCheckpoint(body) {
      const request = parseRequest(body);
      if (request === null) return { state: 'malformed' };
      const log = logs[originOf(request.note) ?? ''];
      if (log === undefined) return { state: 'unknown-log' };
      const head = openHead(request.note, parseVerifier(log.verifierKey)!);
      if (head === null) return { state: 'not-signed' };
      if (request.oldSize > head.size) return { state: 'malformed' };
      if (request.oldSize !== log.size) return { state: 'other-size', size: log.size };
      const earlier = { size: log.size, root: Buffer.from(log.root, 'base64') };
      if (!isConsistent(earlier, head, request.hashes)) return { state: 'bad-proof' };
      log.size = head.size;
      log.root = head.root.toString('base64');
      keep();
      return { state: 'cosigned', line: cosigner.cosign(head.text, now()) };
    },
    sizes: () => Object.fromEntries(Object.entries(logs).map(([name, { size }]) => [name, size])),
  };
}

function parseRequest(body: string): { oldSize: number; hashes: Buffer[]; note: string } | null {
  const cut = body.indexOf('\n\n');
  const [first = '', ...lines] = body.slice(0, cut).split('\n');
  const [, size] = /^old (0|[1-9]\d{0,14})$/.exec(first) ?? [];
  const whole = lines.every((line) => /^[A-Za-z0-9+/]{43}=$/.test(line));
  if (cut < 0 || size === undefined || !whole || lines.length > MOST_HASHES) return null;
  return { oldSize: Number(size), hashes: lines.map((line) => Buffer.from(line, 'base64')), note: body.slice(cut + 2) };
}
