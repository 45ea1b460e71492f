/** Brings certificates and sealed keys together into files, writes them, and tells the НУЦ, which then revokes what was before. */
import type { IssuedKey } from '../../../shared/domain/issuance/portal-keys.ts';
import { failure, type Result, success } from '../../../shared/util/result.ts';
import { decodeBase64 } from '../../../shared/util/base64.ts';
import { askOwn, type PortalSession } from '../portal/portal-client.ts';
import { sha256Hex } from './fingerprint.ts';
import { type ChestContent, EMPTY_CHEST, readChest, writeChest } from './key-chest.ts';
import type { AskKeyStore } from './key-store-client.ts';
import { saveFiles } from './save-files.ts';
import { installOnToken, type TokenTrouble } from './token-program.ts';

export interface NewPassword {
  password: string;
  ownerData: readonly string[];
  minLength: number;
}

/** `lost`: this browser has no such key. `away`: the files lie there, and the НУЦ has not been told. */
export type Installed = 'done' | 'lost' | 'other-key' | 'away' | 'failed' | 'password';

export interface InstallProgress {
  at: 'saving' | 'telling';
  /** The chosen folder could not be written to. */
  folderClosed: boolean;
}

export async function installKeys(session: PortalSession, ask: AskKeyStore, chosen: NewPassword, onProgress: (progress: InstallProgress) => void): Promise<Installed> {
  onProgress({ at: 'saving', folderClosed: false });
  const issued = await askOwn<{ certificates: IssuedKey[] }>(session, 'keys/certificates', { method: 'GET' });
  if (!issued.ok) return 'failed';
  const { certificates } = issued.value;
  const chest = await readChest(session.id).catch(() => null);
  if (chest === null) return 'lost';
  const keys = await matched(chest, certificates);
  if (keys === null) return 'lost';
  const finished = await ask({ ask: 'finish', keys, ...chosen });
  if (finished.answer === 'judged') return 'password';
  if (finished.answer !== 'finished') return finished.answer === 'refused' ? 'other-key' : 'failed';
  const where = await saveFiles(finished.files, chest.folder);
  await writeChest(session.id, { ...chest, saved: finished.files.map(({ fileName }) => fileName), ...(where === 'downloads' && { folder: null }) });
  onProgress({ at: 'telling', folderClosed: where === 'downloads' && chest.folder !== null });
  return tellInstalled(session);
}

/** Certificates beside the keys on the token; whoever waits afterwards asks `tellInstalled`. */
export async function installTokenKeys(session: PortalSession): Promise<Result<null, TokenTrouble | 'failed'>> {
  const issued = await askOwn<{ certificates: IssuedKey[] }>(session, 'keys/certificates', { method: 'GET' });
  const chest = await readChest(session.id).catch(() => EMPTY_CHEST);
  if (!issued.ok || chest.token === null) return failure('failed');
  const certificates = issued.value.certificates.map(({ certificate }) => certificate);
  const written = await installOnToken({ tokenId: chest.token.token.id, certificates });
  if (!written.ok) return written;
  await writeChest(session.id, { ...chest, saved: issued.value.certificates.map(({ request }) => request) });
  await tellInstalled(session);
  return success(null);
}

/** Asked again after an outage; the files are written only once. */
export async function tellInstalled(session: PortalSession): Promise<Installed> {
  const issued = await askOwn<{ certificates: IssuedKey[] }>(session, 'keys/certificates', { method: 'GET' });
  if (!issued.ok) return issued.failure.code === 'not-here' ? 'done' : 'away';
  const hashes = await Promise.all(issued.value.certificates.map(({ certificate }) => sha256Hex(decodeBase64(certificate)!)));
  const told = await askOwn(session, 'keys/installed', { json: { certificates: hashes } });
  if (told.ok || told.failure.code === 'not-here') return 'done';
  return told.failure.code === 'requests-differ' ? 'other-key' : 'away';
}

/** Each certificate with the key whose request it answers; null where one of them was made elsewhere. */
async function matched({ keys }: ChestContent, certificates: readonly IssuedKey[]) {
  const byRequest = new Map(await Promise.all(keys.map(async ({ sealed, request }) => [await sha256Hex(new Uint8Array(request)), sealed] as const)));
  const found = certificates.map(({ request, certificate }) => ({ sealed: byRequest.get(request), certificate: decodeBase64(certificate)! }));
  return found.every((key): key is typeof key & { sealed: NonNullable<typeof key.sealed> } => key.sealed !== undefined) ? found : null;
}
