/** Keys on PKCS#11 tokens, in the thread whose library may block. */
import { randomBytes, randomUUID, X509Certificate } from 'node:crypto';
import type { KeyAlgorithm } from '../../../shared/domain/keys/key-algorithm.ts';
import { failure, type Result, success } from '../../../shared/util/result.ts';
import type { KeyHandle } from '../../ports/keys/key-custodian.ts';
import type { TokenCustodian, TokenKey, TokenRefusal } from '../../ports/keys/token-custodian.ts';
import { isRemoval, pkcs11, refusalCode } from './pkcs11-library.ts';
import { algorithmOf, CURVE_PARAMETERS, publicKeyIn, publicKeyOf } from './public-key-forms.ts';
import { signOnToken } from './sign-on-token.ts';
import { keysWithCertificates, keysWithoutCertificates, makePair, putCertificate } from './token-objects.ts';
import { createTokenSessions, type TokenSession } from './token-sessions.ts';

interface OpenKey {
  session: TokenSession;
  key: Buffer;
  algorithm: KeyAlgorithm;
  /** Of a key made here, until its certificate lies beside it. */
  made: { id: Buffer; label: string } | null;
}

const ID_BYTES = 20;

export function createPkcs11TokenCustodian(libraries: readonly string[]): TokenCustodian {
  const sessions = createTokenSessions(libraries);
  const open = new Map<KeyHandle, OpenKey>();

  function keep(key: OpenKey): KeyHandle {
    const handle = randomUUID();
    open.set(handle, key);
    return handle;
  }

  /** A session whose last key is closed is ended: the next one asks for the PIN again. */
  function forget(handle: KeyHandle): void {
    const key = open.get(handle);
    open.delete(handle);
    if (key !== undefined && ![...open.values()].some(({ session }) => session === key.session)) key.session.end();
  }

  function within<Value>(session: TokenSession, run: () => Result<Value, TokenRefusal>): Result<Value, TokenRefusal> {
    try {
      const result = run();
      if (!result.ok) session.end();
      return result;
    } catch (error) {
      session.end();
      if (isRemoval(error)) return failure({ code: 'token-removed' });
      const codes = pkcs11();
      if (refusalCode(error) === codes.CKR_DEVICE_MEMORY) return failure({ code: 'token-full' });
      if ([codes.CKR_MECHANISM_INVALID, codes.CKR_KEY_SIZE_RANGE, codes.CKR_TEMPLATE_INCONSISTENT].includes(refusalCode(error) ?? -1)) return failure({ code: 'not-supported' });
      throw error;
    }
  }

  /** With the open key; removed tokens are told apart from keys that were closed. */
  function using<Value, Failure>(handle: KeyHandle, use: (key: OpenKey) => Result<Value, Failure>): Result<Value, Failure | 'key-closed' | 'token-removed'> {
    const key = open.get(handle);
    if (key === undefined) return failure('key-closed');
    try {
      return use(key);
    } catch (error) {
      if (!isRemoval(error)) throw error;
      forget(handle);
      return failure('token-removed');
    }
  }

  return {
    list: async () => sessions.list(),
    async open(tokenId, pin) {
      const begun = sessions.begin(tokenId, pin);
      if (!begun.ok) return begun;
      const session = begun.value;
      return within(session, () => {
        const keys = keysWithCertificates(session.calls, session.session).flatMap(({ key, label, certificate }): TokenKey[] => {
          const algorithm = algorithmOf(certificate);
          return algorithm === null ? [] : [{ handle: keep({ session, key, algorithm, made: null }), algorithm, label, certificate }];
        });
        if (keys.length === 0) session.end();
        return success(keys);
      });
    },
    async generate(tokenId, pin, algorithm, label) {
      const begun = sessions.begin(tokenId, pin);
      if (!begun.ok) return begun;
      const session = begun.value;
      return within(session, () => {
        const kind = algorithm === 'ECDSA-P256' || algorithm === 'ECDSA-P384' ? { is: 'ec' as const, parameters: CURVE_PARAMETERS[algorithm] } : { is: 'rsa' as const, bits: Number(algorithm.slice(4)) };
        const pair = makePair(session.calls, session.session, kind, randomBytes(ID_BYTES), label);
        return success({ handle: keep({ session, key: pair.key, algorithm, made: { id: pair.id, label } }), publicKey: publicKeyOf(pair) });
      });
    },
    install: async (handle, certificate) =>
      using(handle, ({ session, made }) => {
        if (made === null) return failure('key-closed');
        putCertificate(session.calls, session.session, { ...made, subject: subjectOf(certificate), value: certificate });
        return success(null);
      }),
    async certify(tokenId, pin, certificate) {
      const begun = sessions.begin(tokenId, pin);
      if (!begun.ok) return begun;
      const session = begun.value;
      return within(session, () => {
        const publicKey = publicKeyIn(certificate);
        const waiting = publicKey === null ? undefined : keysWithoutCertificates(session.calls, session.session).find((key) => Buffer.from(publicKey).equals(publicKeyOf(key)));
        if (waiting === undefined) return failure({ code: 'key-unknown' });
        putCertificate(session.calls, session.session, { ...waiting, subject: subjectOf(certificate), value: certificate });
        session.end();
        return success(null);
      });
    },
    sign: async (handle, hash, message) =>
      using(handle, ({ session, key, algorithm }) =>
        fits(algorithm, hash) ? success(signOnToken(session.calls, session.session, key, algorithm, hash, message)) : failure('scheme-refused'),
      ),
    async close(handle) {
      forget(handle);
    },
  };
}

const fits = (algorithm: KeyAlgorithm, hash: string): boolean =>
  algorithm.startsWith('RSA') ? hash === 'SHA-256' || hash === 'SHA-512' : hash === (algorithm === 'ECDSA-P256' ? 'SHA-256' : 'SHA-384');

/** DER Name: Node tells it as text only, so it is cut out by its place (RFC 5280 4.1: version, serial, signature, issuer, validity, subject). */
function subjectOf(certificate: Uint8Array): Uint8Array {
  const der = Buffer.from(new X509Certificate(certificate).raw);
  const extent = (at: number): { from: number; to: number } => {
    const count = der[at + 1]! < 0x80 ? 0 : der[at + 1]! & 0x7f;
    const from = at + 2 + count;
    return { from, to: from + (count === 0 ? der[at + 1]! : der.readUIntBE(at + 2, count)) };
  };
  let at = extent(extent(0).from).from;
  for (let skipped = 0; skipped < 5; skipped += 1) at = extent(at).to;
  return der.subarray(at, extent(at).to);
}
