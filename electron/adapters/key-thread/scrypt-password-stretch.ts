/** scrypt of OpenSSL through Node, calibrated once per run so that one guess takes about a third of a second on this machine. */
import { scrypt } from 'node:crypto';
import type { PasswordStretch, StretchCost } from '../../ports/keys/password-stretch.ts';

/** OWASP Password Storage Cheat Sheet (2023): N = 2^17, r = 8, p = 1 is the least; 128 MiB. */
const LEAST: StretchCost = { logN: 17, p: 1 };
const MOST_P = 4;
const AIM_MS = 300;
const R = 8;

function stretch(password: Uint8Array, salt: Uint8Array, { logN, p }: StretchCost): Promise<Uint8Array> {
  const N = 2 ** logN;
  return new Promise((resolve, reject) => {
    scrypt(password, salt, 32, { N, r: R, p, maxmem: 128 * N * R + 1024 * 1024 }, (error, key) => (error === null ? resolve(key) : reject(error)));
  });
}

async function calibrate(): Promise<StretchCost> {
  const from = performance.now();
  await stretch(Uint8Array.of(1), new Uint8Array(16), LEAST);
  const once = performance.now() - from;
  return { ...LEAST, p: Math.min(MOST_P, Math.max(1, Math.round(AIM_MS / once))) };
}

export function createScryptPasswordStretch(): PasswordStretch {
  let calibrated: Promise<StretchCost> | null = null;
  return { stretch, cost: () => (calibrated ??= calibrate()) };
}
