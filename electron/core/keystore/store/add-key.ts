/** Ways a key comes to the store: out of a key file, or made here together with the request for its certificate. */
import type { KeyRefusal, NewKeyOrder } from '../../../../shared/domain/keys/key-view.ts';
import { bytesEqual } from '../../../../shared/util/bytes.ts';
import { type Result, success } from '../../../../shared/util/result.ts';
import type { KeyHandle } from '../../../ports/keys/key-custodian.ts';
import { schemesOf } from '../keys/signature-schemes.ts';
import { requestInfo, signedRequest } from '../lifecycle/certification-request.ts';
import { passwordFaults } from '../lifecycle/password-policy.ts';
import type { ImportOrder, KeyStoreOptions } from './key-store.ts';
import type { KeyRecords } from './key-records.ts';
import { passwordRefused, refused } from './refusals.ts';
import { identityOfRecord, ownCertificateOf, type StoredKey } from './stored-key.ts';

export const passwordRules = ({ policy, commonPasswords }: Pick<KeyStoreOptions, 'policy' | 'commonPasswords'>) => ({
  minLength: policy().numbers.keyPasswordMinLength,
  commonWords: commonPasswords,
});

export interface KeyAdding {
  fromFile(order: ImportOrder): Promise<Result<StoredKey, KeyRefusal>>;
  generated(order: NewKeyOrder): Promise<Result<StoredKey, KeyRefusal>>;
}

export function createKeyAdding(options: KeyStoreOptions, records: KeyRecords): KeyAdding {
  const { custodian, clock, randomId } = options;

  /** The record of an open key under a password, not yet on the shelf; the key is closed, whatever comes of it. */
  async function recordOf(handle: KeyHandle, parts: Pick<StoredKey, 'algorithm' | 'publicKey' | 'certificates' | 'request'>, password: string): Promise<StoredKey> {
    try {
      const named = { version: 1 as const, id: randomId(), ...parts, addedAt: clock.now().toISOString(), remindedAt: null };
      const wrapped = await custodian.wrap(handle, password, identityOfRecord(named));
      if (!wrapped.ok) throw new TypeError('a key was closed while it was being stored');
      return { ...named, wrapped: wrapped.value };
    } finally {
      await custodian.close(handle);
    }
  }

  return {
    async fromFile({ file, password, newPassword }) {
      const kept = await custodian.openKeyFile(file, password);
      if (!kept.ok) return refused(kept.failure);
      const { handle, algorithm, certificates } = kept.value;
      const certificate = ownCertificateOf(kept.value);
      const publicKey = certificate?.publicKey.encoded ?? new Uint8Array();
      const faults = await passwordFaults(newPassword ?? password, passwordRules(options), certificate?.subject.attributes.map(({ text }) => text));
      const known = (await records.all()).some((key) => bytesEqual(key.publicKey, publicKey));
      if (known || faults.length > 0 || certificate === null) {
        await custodian.close(handle);
        return known ? refused('key-known-already') : certificate === null ? refused('key-file-unreadable') : passwordRefused(faults);
      }
      return success(await recordOf(handle, { algorithm, publicKey, certificates: [...certificates], request: null }, newPassword ?? password));
    },
    async generated({ algorithm, owner, password }) {
      const faults = await passwordFaults(password, passwordRules(options), Object.values(owner));
      if (faults.length > 0) return passwordRefused(faults);
      const { handle, publicKey } = await custodian.generate(algorithm);
      const scheme = schemesOf(algorithm)[0]!;
      const info = requestInfo(owner, publicKey);
      const signature = await custodian.sign(handle, scheme.hash, info);
      if (!signature.ok) throw new TypeError('a key was closed while its request was made');
      const request = signedRequest(info, scheme, signature.value);
      return success(await recordOf(handle, { algorithm, publicKey, certificates: [], request }, password));
    },
  };
}
