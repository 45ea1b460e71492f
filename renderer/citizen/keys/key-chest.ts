/** Keeps what belongs to one application in this browser until its keys are saved: chosen folder, sealed keys and their requests. Nothing in it can be read as a key. */
import type { CitizenKeyKind, MadeKey } from '../../../shared/domain/issuance/citizen-keys.ts';
import type { KeyRequestIn } from '../../../shared/domain/issuance/portal-keys.ts';
import type { PluggedToken } from '../../../shared/domain/issuance/token-program.ts';

export interface ChestContent {
  kinds: readonly CitizenKeyKind[];
  /** Null is the downloads folder. */
  folder: FileSystemDirectoryHandle | null;
  keys: readonly MadeKey[];
  /** Names of files that were written; of keys on a token, fingerprints of the certificates beside them. */
  saved: readonly string[];
  /** Where the keys are made on a token: which, and their requests once they are. */
  token: { token: PluggedToken; requests: readonly KeyRequestIn[] } | null;
}

export const EMPTY_CHEST: ChestContent = { kinds: ['GOST512'], folder: null, keys: [], saved: [], token: null };

const DATABASE = 'citizen-keys';
const STORE = 'applications';

const settled = <Value>(request: IDBRequest<Value>): Promise<Value> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('storage refused'));
  });

function opened(): Promise<IDBDatabase> {
  const request = indexedDB.open(DATABASE, 1);
  request.onupgradeneeded = () => void request.result.createObjectStore(STORE);
  return settled(request);
}

/** @throws what the browser throws where a page may keep nothing */
export async function readChest(applicationId: string): Promise<ChestContent> {
  const database = await opened();
  const kept: unknown = await settled(database.transaction(STORE).objectStore(STORE).get(applicationId));
  database.close();
  // A chest of an earlier page may lack what came later.
  return { ...EMPTY_CHEST, ...(kept as Partial<ChestContent> | undefined) };
}

/** Resolves when it is on the disk. @throws as above */
export async function writeChest(applicationId: string, content: ChestContent): Promise<void> {
  const database = await opened();
  const transaction = database.transaction(STORE, 'readwrite', { durability: 'strict' });
  transaction.objectStore(STORE).put(content, applicationId);
  await new Promise<void>((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error ?? new Error('storage refused'));
  });
  database.close();
}
