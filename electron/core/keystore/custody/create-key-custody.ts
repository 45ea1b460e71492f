/** The custodian itself: runs in a thread of its own, holds the private keys of open handles and wipes them when they are closed. */
import type { KeyAlgorithm } from '../../../../shared/domain/keys/key-algorithm.ts';
import { failure, type Result, success } from '../../../../shared/util/result.ts';
import type { KeptKey, KeyCustodian, KeyFileRefusal, KeyHandle } from '../../../ports/keys/key-custodian.ts';
import type { PasswordStretch } from '../../../ports/keys/password-stretch.ts';
import { type KeyFault, readPrivateKey } from '../../trust/algorithms/index.ts';
import type { Bytes } from '../../trust/asn1/index.ts';
import { generateKey } from '../keys/generate-key.ts';
import { keyAlgorithmOf } from '../keys/key-algorithm-of.ts';
import { matchCertificate } from '../keys/own-certificate.ts';
import { createMessageSigner, type MessageSigner } from '../keys/sign-message.ts';
import { type KeyFileContents, readKeyFile } from '../pkcs12/read-key-file.ts';
import { isPem, readPemKey } from '../pkcs12/read-pem-key.ts';
import { exportKey } from './export-key.ts';
import { unwrapKey, wrapKey } from './wrap-key.ts';

interface OpenKey {
  algorithm: KeyAlgorithm;
  /** PKCS#8 PrivateKeyInfo; the only copy that is kept. */
  privateKey: Bytes;
  sign: MessageSigner;
}

const REFUSALS: Readonly<Record<KeyFault, KeyFileRefusal>> = {
  malformed: 'key-file-unreadable',
  unsupported: 'key-unsupported',
  'other-key': 'key-mismatch',
};

export function createKeyCustody(stretch: PasswordStretch): KeyCustodian {
  const open = new Map<KeyHandle, OpenKey>();

  function keep({ algorithm, privateKey }: Omit<OpenKey, 'sign'>): KeyHandle {
    const handle = crypto.randomUUID();
    open.set(handle, { algorithm, privateKey, sign: createMessageSigner(readPrivateKey(privateKey), algorithm) });
    return handle;
  }

  /** Takes the key over: it is wiped here when it is refused, and on closing when it is kept. */
  async function keepMatched({ privateKey, certificates }: KeyFileContents): Promise<Result<KeptKey, KeyFileRefusal>> {
    const matched = await matchCertificate(privateKey, certificates);
    if (!matched.ok) {
      privateKey.fill(0);
      return failure(REFUSALS[matched.failure]);
    }
    const { algorithm, certificate } = matched.value;
    const issuers = certificates.filter((candidate) => candidate !== certificate);
    return success({ handle: keep({ algorithm, privateKey }), algorithm, certificates: [certificate, ...issuers].map((octets) => new Uint8Array(octets)) });
  }

  /** Runs with the open key, or answers that it is closed. */
  const using = async <Value, Failure>(handle: KeyHandle, use: (key: OpenKey) => Promise<Result<Value, Failure>>): Promise<Result<Value, Failure | 'key-closed'>> => {
    const key = open.get(handle);
    return key === undefined ? failure('key-closed') : use(key);
  };

  return {
    async openKeyFile(keyFile, password) {
      const read = await (isPem(keyFile) ? readPemKey : readKeyFile)(keyFile, password);
      return read.ok ? keepMatched(read.value) : read;
    },
    async generate(algorithm) {
      const { privateKey, publicKey } = await generateKey(algorithm);
      return { handle: keep({ algorithm, privateKey }), publicKey };
    },
    wrap: (handle, password, identity) => using(handle, async ({ privateKey }) => success(await wrapKey(privateKey, password, identity, stretch))),
    async openWrapped(wrapped, password, identity) {
      const unwrapped = await unwrapKey(wrapped, password, identity, stretch);
      if (!unwrapped.ok) return unwrapped;
      // Only keys of the table are ever wrapped, and what comes out is what went in.
      const algorithm = keyAlgorithmOf(readPrivateKey(unwrapped.value));
      return algorithm === null ? failure('stored-key-unreadable') : success(keep({ algorithm, privateKey: unwrapped.value }));
    },
    sign: (handle, hash, message) =>
      using(handle, async (key) => {
        const value = await key.sign(hash, new Uint8Array(message));
        return value === null ? failure('scheme-refused') : success(value);
      }),
    exportKeyFile: (handle, certificate, password, form) => using(handle, ({ privateKey }) => exportKey(privateKey, certificate, password, form)),
    async close(handle) {
      open.get(handle)?.privateKey.fill(0);
      open.delete(handle);
    },
  };
}
