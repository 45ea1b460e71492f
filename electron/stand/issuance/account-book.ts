/** PINs of the citizens' accounts: salted and stretched, never told to a workstation, and held back after wrong tries. */
import { randomBytes, scryptSync, timingSafeEqual } from 'node:crypto';
import type { PortalRecords } from './portal-record.ts';

/** Own choice, as the block after a failed video-identification is. */
const TRIES = 5;
const BLOCK_MS = 15 * 60_000;

export type PinAnswer = { answer: 'right' } | { answer: 'wrong'; triesLeft: number } | { answer: 'blocked'; until: string } | { answer: 'none' };

export interface AccountBook {
  has(iin: string): boolean;
  /** Makes the account, or gives it another PIN; a block is lifted. */
  set(iin: string, pin: string): void;
  enter(iin: string, pin: string): PinAnswer;
}

export function createAccountBook(records: PortalRecords, now: () => Date): AccountBook {
  const accounts = new Map<string, { salt: string; hash: string; wrong: number; blockedUntil: Date | null }>();
  for (const { iin, salt, hash } of records.earlier('pin')) accounts.set(iin, { salt, hash, wrong: 0, blockedUntil: null });
  return {
    has: (iin) => accounts.has(iin),
    set(iin, pin) {
      const salt = randomBytes(16).toString('hex');
      const hash = hashOf(pin, salt).toString('hex');
      accounts.set(iin, { salt, hash, wrong: 0, blockedUntil: null });
      records.add({ kept: 'pin', iin, salt, hash });
    },
    enter(iin, pin) {
      const account = accounts.get(iin);
      if (account === undefined) return { answer: 'none' };
      if (account.blockedUntil !== null && now() < account.blockedUntil) return { answer: 'blocked', until: account.blockedUntil.toISOString() };
      account.blockedUntil = null;
      if (timingSafeEqual(hashOf(pin, account.salt), Buffer.from(account.hash, 'hex'))) {
        account.wrong = 0;
        return { answer: 'right' };
      }
      account.wrong += 1;
      if (account.wrong < TRIES) return { answer: 'wrong', triesLeft: TRIES - account.wrong };
      account.wrong = 0;
      account.blockedUntil = new Date(now().getTime() + BLOCK_MS);
      return { answer: 'blocked', until: account.blockedUntil.toISOString() };
    },
  };
}

/** Cost of RFC 7914 for an interactive sign-in: six digits are few. */
const hashOf = (pin: string, salt: string): Buffer => scryptSync(pin, Buffer.from(salt, 'hex'), 32, { N: 2 ** 14, r: 8, p: 1 });
