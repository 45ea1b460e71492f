/** What memory still holds of a private key once it is closed: the whole memory of the process that had it is read (Linux). */
import { spawn } from 'node:child_process';
import { createPrivateKey } from 'node:crypto';
import { closeSync, mkdtempSync, openSync, readFileSync, readSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { expect, test } from 'vitest';
import { TRIAL_PASSWORD, trialKey } from '../../fakes/trial-signing-key.ts';

const PIECE = 16 * 1024 * 1024;
const SEARCHED_BYTES = 32;
const ATTEMPTS = 6;

/** Some systems forbid it even to the parent of a process. */
const mayRead = (() => {
  const child = spawn(process.execPath, ['-e', 'process.stdin.resume()'], { stdio: ['pipe', 'ignore', 'ignore'] });
  try {
    closeSync(openSync(`/proc/${child.pid!}/mem`, 'r'));
    return true;
  } catch {
    return false;
  } finally {
    child.kill();
  }
})();

/** How often each stands in what the process can write to and not run: what is compiled has no keys, and its range is half a gigabyte. */
function timesIn(pid: number, ...needles: readonly Buffer[]): number[] {
  const memory = openSync(`/proc/${pid}/mem`, 'r');
  const piece = Buffer.alloc(PIECE + SEARCHED_BYTES);
  const times = needles.map(() => 0);
  for (const [, from = '', to = ''] of readFileSync(`/proc/${pid}/maps`, 'utf8').matchAll(/^([0-9a-f]+)-([0-9a-f]+) rw-/gm)) {
    const end = Number.parseInt(to, 16);
    for (let at = Number.parseInt(from, 16); at < end; at += PIECE) {
      const part = piece.subarray(0, readableAt(memory, piece, at, Math.min(piece.length, end - at)));
      needles.forEach((needle, i) => {
        for (let found = part.indexOf(needle); found >= 0; found = part.indexOf(needle, found + 1)) times[i]! += 1;
      });
    }
  }
  closeSync(memory);
  return times;
}

/** Some of what is mapped cannot be read. @returns octets */
function readableAt(memory: number, into: Buffer, position: number, length: number): number {
  try {
    return readSync(memory, into, 0, length, position);
  } catch {
    return 0;
  }
}

/** Another key each time. @returns by step, how often its private exponent stands there: as octets, as a number of OpenSSL */
async function leftInMemory(folder: string): Promise<Record<string, number[]>> {
  const { keyFile, privateKey } = await trialKey('RSA-2048', new Date());
  const { d = '' } = createPrivateKey({ key: Buffer.from(privateKey), format: 'der', type: 'pkcs8' }).export({ format: 'jwk' });
  const octets = Buffer.from(d, 'base64url').subarray(0, SEARCHED_BYTES);
  // The machines of today keep the least limb first.
  const number = Buffer.from(octets.toReversed());
  writeFileSync(join(folder, 'key.p12'), keyFile);
  const holder = spawn(process.execPath, [join(import.meta.dirname, 'key-holder.ts'), join(folder, 'key.p12'), TRIAL_PASSWORD], { stdio: ['pipe', 'pipe', 'inherit'] });
  const left: Record<string, number[]> = {};
  for await (const step of createInterface({ input: holder.stdout })) {
    left[step] = timesIn(holder.pid!, octets, number);
    holder.stdin.write('\n');
  }
  return left;
}

test.skipIf(!mayRead)(`the private exponent of a closed key stands nowhere as octets, and of an ended thread in no form${mayRead ? '' : ' (skipped: the memory of a process cannot be read here)'}`, async ({ onTestFinished }) => {
  const folder = mkdtempSync(join(tmpdir(), 'tekser-wiped-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  let left: Record<string, number[]> = {};
  // A copy of OpenSSL's own in memory that was given back stands there now and then; one of ours would each time.
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    left = await leftInMemory(folder);
    expect(Object.keys(left)).toEqual(['open', 'closed', 'ended']);
    // The search finds what is there.
    expect(Math.min(...left['open']!)).toBeGreaterThan(0);
    if (left['closed']![0] === 0 && Math.max(...left['ended']!) === 0) break;
  }
  expect(left).toMatchObject({ closed: [0, expect.any(Number)], ended: [0, 0] });
});
