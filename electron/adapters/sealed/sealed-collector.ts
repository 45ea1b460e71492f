/** Remembers who watches over the journal, sealed for what the address holds of a fleet's credentials: whoever verifies it later need not be told. */
import { Collector } from '../../../shared/domain/desk/connection.ts';
import { bytesEqual } from '../../../shared/util/bytes.ts';
import type { SecretBox } from '../../ports/secret-box.ts';
import { readSealed, writeSealed } from './sealed-file.ts';

/** A connection without a collector changes nothing: what was signed before, the one of then still knows. @throws what the file system throws */
export async function rememberCollector(file: string, collector: Collector | undefined, box: SecretBox): Promise<void> {
  if (collector === undefined) return;
  const wanted = new TextEncoder().encode(JSON.stringify(collector));
  const kept = await readSealed(file, box);
  if (kept === null || !bytesEqual(kept, wanted)) await writeSealed(file, wanted, box);
}

/** Null where none was ever connected. @throws where the file is there and cannot be opened */
export async function rememberedCollector(file: string, box: SecretBox): Promise<Collector | null> {
  const plain = await readSealed(file, box);
  return plain === null ? null : Collector.parse(JSON.parse(new TextDecoder().decode(plain)));
}
