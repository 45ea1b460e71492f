/** Sessions with tokens: one login each, held while a key of it is open. */
import type { PKCS11 } from 'pkcs11js';
import { failure, type Result, success } from '../../../shared/util/result.ts';
import type { TokenInfo, TokenRefusal } from '../../ports/keys/token-custodian.ts';
import { isRemoval, openLibrary, pkcs11, refusalCode, type TokenLibrary, unlessRemoved } from './pkcs11-library.ts';

export interface TokenSession {
  readonly calls: PKCS11;
  readonly session: Buffer;
  end(): void;
}

export interface TokenSessions {
  list(): TokenInfo[];
  /** Logs in. */
  begin(tokenId: string, pin: string): Result<TokenSession, TokenRefusal>;
}

/** @param paths of libraries; one that is not there or does not load is passed over */
export function createTokenSessions(paths: readonly string[]): TokenSessions {
  let libraries: TokenLibrary[] | null = null;

  const opened = (): TokenLibrary[] =>
    (libraries ??= paths.flatMap((path) => {
      try {
        return [openLibrary(path)];
      } catch {
        return [];
      }
    }));

  const tokens = () => opened().flatMap((library) => library.tokens().map((token) => ({ ...token, library })));

  return {
    list: () => tokens().map(({ info }) => info),
    begin(tokenId, pin) {
      const token = tokens().find(({ info }) => info.id === tokenId);
      if (token === undefined) return failure({ code: 'token-removed' });
      const { calls } = token.library;
      const codes = pkcs11();
      const session = unlessRemoved(() => calls.C_OpenSession(token.slot, codes.CKF_SERIAL_SESSION | codes.CKF_RW_SESSION));
      if (session === null) return failure({ code: 'token-removed' });
      const refused = login(calls, session, pin);
      if (refused !== null) {
        unlessRemoved(() => calls.C_CloseSession(session));
        const pinNow = tokens().find(({ info }) => info.id === tokenId)?.info.pin ?? 'wrong-before';
        return failure(refused === 'pin-wrong' ? { code: refused, pin: pinNow } : { code: refused });
      }
      return success({
        calls,
        session,
        end() {
          unlessRemoved(() => calls.C_Logout(session));
          unlessRemoved(() => calls.C_CloseSession(session));
        },
      });
    },
  };
}

function login(calls: PKCS11, session: Buffer, pin: string): 'pin-wrong' | 'token-locked' | 'token-removed' | null {
  const codes = pkcs11();
  try {
    calls.C_Login(session, codes.CKU_USER, pin);
    return null;
  } catch (error) {
    const code = refusalCode(error);
    if (code === codes.CKR_USER_ALREADY_LOGGED_IN) return null;
    if (code === codes.CKR_PIN_LOCKED) return 'token-locked';
    if (code === codes.CKR_PIN_INCORRECT || code === codes.CKR_PIN_LEN_RANGE || code === codes.CKR_PIN_INVALID) return 'pin-wrong';
    if (isRemoval(error)) return 'token-removed';
    throw error;
  }
}
