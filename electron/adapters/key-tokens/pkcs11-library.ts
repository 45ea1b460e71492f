/** A token's library behind pkcs11js: slots with tokens in them, found by their serial numbers, and its refusals in our words. */
import { createRequire } from 'node:module';
import type * as Pkcs11 from 'pkcs11js';
import type { PinState, TokenInfo } from '../../ports/keys/token-custodian.ts';

/** CommonJS with a native part, which is loaded only where a token is looked for. */
const load = createRequire(import.meta.url);
export const pkcs11 = (): typeof Pkcs11 => load('pkcs11js') as typeof Pkcs11;

export interface TokenLibrary {
  readonly calls: Pkcs11.PKCS11;
  tokens(): { slot: Buffer; info: TokenInfo }[];
  end(): void;
}

/** @throws where the library cannot be loaded */
export function openLibrary(path: string): TokenLibrary {
  const calls = new (pkcs11().PKCS11)();
  calls.load(path);
  // Calls come from one thread, but the library may use threads of its own.
  calls.C_Initialize({ flags: pkcs11().CKF_OS_LOCKING_OK });
  return {
    calls,
    tokens: () => calls.C_GetSlotList(true).flatMap((slot) => tokenIn(calls, slot)),
    end() {
      calls.C_Finalize();
      calls.close();
    },
  };
}

function tokenIn(calls: Pkcs11.PKCS11, slot: Buffer): { slot: Buffer; info: TokenInfo }[] {
  // A token that tells nothing of itself is being pulled out, or broken; the others are listed all the same.
  const token = unlessRefused(() => calls.C_GetTokenInfo(slot), () => true);
  if (token === null || (token.flags & pkcs11().CKF_TOKEN_INITIALIZED) === 0) return [];
  const [label, manufacturer, model, serial] = [token.label, token.manufacturerID, token.model, token.serialNumber].map((text) => text.trim()) as [string, string, string, string];
  return [{ slot, info: { id: `${serial}/${label}`, label, manufacturer, model, serial, pin: pinState(token.flags) } }];
}

function pinState(flags: number): PinState {
  const { CKF_USER_PIN_LOCKED, CKF_USER_PIN_FINAL_TRY, CKF_USER_PIN_COUNT_LOW } = pkcs11();
  if ((flags & CKF_USER_PIN_LOCKED) !== 0) return 'locked';
  if ((flags & CKF_USER_PIN_FINAL_TRY) !== 0) return 'last-try';
  return (flags & CKF_USER_PIN_COUNT_LOW) !== 0 ? 'wrong-before' : 'fresh';
}

/** The code of a refusal of the library (CKR_*); null for any other error. */
export function refusalCode(error: unknown): number | null {
  return error instanceof Error && 'code' in error && typeof error.code === 'number' ? error.code : null;
}

/** Pulled out, or put back in: sessions and objects of before are gone either way. */
export function isRemoval(error: unknown): boolean {
  const codes = pkcs11();
  const removed = [
    codes.CKR_DEVICE_REMOVED,
    codes.CKR_TOKEN_NOT_PRESENT,
    codes.CKR_TOKEN_NOT_RECOGNIZED,
    codes.CKR_DEVICE_ERROR,
    codes.CKR_SESSION_HANDLE_INVALID,
    codes.CKR_SESSION_CLOSED,
    codes.CKR_SLOT_ID_INVALID,
    codes.CKR_KEY_HANDLE_INVALID,
    codes.CKR_OBJECT_HANDLE_INVALID,
    codes.CKR_USER_NOT_LOGGED_IN,
  ];
  return removed.includes(refusalCode(error) ?? -1);
}

export const unlessRemoved = <Value>(run: () => Value): Value | null => unlessRefused(run, isRemoval);

function unlessRefused<Value>(run: () => Value, passesOver: (error: unknown) => boolean): Value | null {
  try {
    return run();
  } catch (error) {
    if (refusalCode(error) !== null && passesOver(error)) return null;
    throw error;
  }
}
