/** KeptEvidence in a folder: one small file for each certificate, and each piece of evidence once, under its hash. */
import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { Clock } from '../ports/clock.ts';
import type { KeptEvidence } from '../ports/trust/kept-evidence.ts';
import { replaceFile } from './files/atomic-file.ts';

/** Older evidence is refused whatever it says (policy `revocationFreshMs`); half as long again leaves room for a longer policy. */
const KEPT_MS = 72 * 3_600_000;
/** Signers of some months, at a few kilobytes each. */
const MOST_FILES = 4_000;

const hex = z.string().regex(/^[0-9a-f]{64}$/);
const Card = z.strictObject({ ocsp: z.array(hex), crls: z.array(hex) });

const hashOf = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex');

export function createFileKeptEvidence(folder: string, clock: Pick<Clock, 'now'>): KeptEvidence {
  /** What was written in this run, or is being written, need not be written again: the same list clears many. */
  const written = new Map<string, Promise<void>>();

  function keepOnce(name: string, content: string | Uint8Array): Promise<void> {
    const what = name + hashOf(content);
    const known = written.get(what);
    if (known !== undefined) return known;
    const writing = replaceFile(join(folder, name), content);
    written.set(what, writing);
    writing.catch(() => written.delete(what));
    return writing;
  }

  async function piece(name: string): Promise<Uint8Array> {
    const bytes = new Uint8Array(await readFile(join(folder, `${name}.der`)));
    if (hashOf(bytes) !== name) throw new TypeError('evidence altered on the disk');
    return bytes;
  }

  /** Once in a run, when the first is kept, and beside it: a desk that checks, or lets somebody in, need not wait for thousands of files. */
  let tidied: Promise<void> | null = null;
  async function tidy(): Promise<void> {
    const found = await Promise.allSettled((await readdir(folder)).map(async (name) => ({ name, at: (await stat(join(folder, name))).mtimeMs })));
    // A draft may have got its name meanwhile.
    const files = found.flatMap((file) => (file.status === 'fulfilled' ? [file.value] : []));
    const newestFirst = files.toSorted((a, b) => b.at - a.at);
    const old = newestFirst.filter(({ at }, place) => place >= MOST_FILES || clock.now().getTime() - at > KEPT_MS);
    await Promise.all(old.map(({ name }) => rm(join(folder, name), { force: true })));
  }

  return {
    async keep(question, { ocsp, crls }) {
      try {
        await mkdir(folder, { recursive: true, mode: 0o700 });
        tidied ??= tidy().catch(() => undefined);
        const card: z.infer<typeof Card> = { ocsp: ocsp.map(hashOf), crls: crls.map(hashOf) };
        // Together: a card that is on the disk before a piece it names finds nothing, and a certificate is asked about anew.
        await Promise.all([
          ...[...ocsp, ...crls].map((bytes) => keepOnce(`${hashOf(bytes)}.der`, bytes)),
          keepOnce(`${hashOf(question)}.json`, JSON.stringify(card)),
        ]);
      } catch {
        // A disk that is full costs the memory of evidence, never a check.
      }
    },
    async find(question) {
      try {
        const card = Card.parse(JSON.parse(await readFile(join(folder, `${hashOf(question)}.json`), 'utf8')));
        return { ocsp: await Promise.all(card.ocsp.map(piece)), crls: await Promise.all(card.crls.map(piece)) };
      } catch {
        return null;
      }
    },
  };
}
