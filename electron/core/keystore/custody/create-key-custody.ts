/** The custodian itself: runs in a thread of its own, holds the private keys of open handles and wipes them when they are closed. */
import type { KeyAlgorithm } from '../../../../shared/domain/key-algorithm.ts';
import { failure, type Result, success } from '../../../../shared/util/result.ts';
import type { KeptKey, KeyCustodian, KeyFileRefusal } from '../../../ports/key-custodian.ts';
import { certificateOfKey, type KeyFault, readPrivateKey } from '../../trust/algorithms/index.ts';
import type { Bytes } from '../../trust/asn1/index.ts';
import { keyAlgorithmOf } from '../keys/key-algorithm-of.ts';
import { signMessage } from '../keys/sign-message.ts';
import { type KeyFileContents, readKeyFile } from './read-key-file.ts';

interface OpenKey {
  algorithm: KeyAlgorithm;
  /** PKCS#8 PrivateKeyInfo; the only copy that is kept. */
  privateKey: Bytes;
}

const REFUSALS: Readonly<Record<KeyFault, KeyFileRefusal>> = {
  malformed: 'key-file-unreadable',
  unsupported: 'key-unsupported',
  'other-key': 'key-mismatch',
};

export function createKeyCustody(): KeyCustodian {
  const open = new Map<string, OpenKey>();

  /** Takes the key over: it is wiped here when it is refused, and on closing when it is kept. */
  async function keep({ privateKey, certificates }: KeyFileContents): Promise<Result<KeptKey, KeyFileRefusal>> {
    const own = await certificateOfKey(privateKey, certificates);
    const algorithm = own.ok ? keyAlgorithmOf(readPrivateKey(privateKey)) : null;
    if (!own.ok || algorithm === null) {
      privateKey.fill(0);
      return failure(own.ok ? 'key-unsupported' : REFUSALS[own.failure]);
    }
    const handle = crypto.randomUUID();
    open.set(handle, { algorithm, privateKey });
    return success({ handle, algorithm, certificates: [own.value, ...certificates.filter((certificate) => certificate !== own.value)] });
  }

  return {
    async openKeyFile(keyFile, password) {
      const read = readKeyFile(keyFile, password);
      return read.ok ? keep(read.value) : read;
    },
    async sign(handle, hash, message) {
      const key = open.get(handle);
      if (key === undefined) return failure('key-closed');
      const value = await signMessage(readPrivateKey(key.privateKey), key.algorithm, hash, new Uint8Array(message));
      return value === null ? failure('scheme-refused') : success(value);
    },
    async close(handle) {
      open.get(handle)?.privateKey.fill(0);
      open.delete(handle);
    },
  };
}
