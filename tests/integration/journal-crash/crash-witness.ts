/** A witness of a desk that is killed: it remembers on its own disk what it signed last of each log, and signs nothing that contradicts it. */
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ed25519Key } from '../../../electron/adapters/sealed/ed25519-key.ts';
import { cosign, noteSigner, provesConsistency } from '../../../electron/core/journal/index.ts';
import type { CosignRefusal, Witness } from '../../../electron/ports/journal/witness.ts';
import type { Result } from '../../../shared/util/result.ts';

const signer = noteSigner('witness.crash', ed25519Key(new Uint8Array(32).fill(7)));

interface Known {
  size: number;
  root: string;
}

export function crashWitness(folder: string): Witness {
  const file = join(folder, 'witness.json');
  const known: Record<string, Known> = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
  return {
    key: signer,
    async cosign({ oldSize, proof, checkpoint }): Promise<Result<string, CosignRefusal>> {
      const [origin = '', size = '', root = ''] = checkpoint.split('\n');
      const before = known[origin] ?? { size: 0, root: '' };
      if (oldSize !== before.size) return { ok: false, failure: { code: 'other-size', size: before.size } };
      const head = (from: Known) => ({ size: from.size, root: new Uint8Array(Buffer.from(from.root, 'base64')) });
      const after = { size: Number(size), root };
      if (!provesConsistency(proof, head(before), head(after))) return { ok: false, failure: { code: 'inconsistent' } };
      known[origin] = after;
      writeFileSync(`${file}.new`, JSON.stringify(known));
      renameSync(`${file}.new`, file);
      return { ok: true, value: cosign(checkpoint, Math.floor(Date.now() / 1_000), signer) };
    },
  };
}
