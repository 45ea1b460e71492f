/** Opens stored keys with their passwords, holding back those who guess; every way to a private key in the store leads through here. */
import type { KeyRefusal } from '../../../../shared/domain/keys/key-view.ts';
import { type Result, success } from '../../../../shared/util/result.ts';
import type { KeyHandle } from '../../../ports/keys/key-custodian.ts';
import { createPasswordAttempts, type PasswordAttempts } from '../password-attempts.ts';
import type { KeyStoreOptions } from './key-store.ts';
import type { KeyRecords } from './key-records.ts';
import { heldBack, refused } from './refusals.ts';
import { identityOfRecord, type StoredKey } from './stored-key.ts';

export interface OpenedRecord {
  key: StoredKey;
  handle: KeyHandle;
}

export interface StoredKeyAccess {
  /** The caller closes the handle. */
  open(id: string, password: string): Promise<Result<OpenedRecord, KeyRefusal>>;
}

export function createStoredKeyAccess({ custodian, clock, policy }: KeyStoreOptions, records: KeyRecords): StoredKeyAccess {
  /** Each key has its own count: guessing at one must not lock out the owner of another. */
  const attempts = new Map<string, PasswordAttempts>();

  function attemptsAt(id: string): PasswordAttempts {
    const known = attempts.get(id) ?? createPasswordAttempts(clock, policy);
    attempts.set(id, known);
    return known;
  }

  return {
    async open(id, password) {
      const key = await records.find(id);
      if (key === null) return refused('key-unknown');
      const guard = attemptsAt(id);
      const retryAt = guard.retryAt();
      if (retryAt !== null) return heldBack(retryAt);
      const opened = await custodian.openWrapped(key.wrapped, password, identityOfRecord(key));
      if (opened.ok) {
        guard.noteRight();
        return success({ key, handle: opened.value });
      }
      if (opened.failure === 'password-wrong') guard.noteWrong();
      return refused(opened.failure);
    },
  };
}
