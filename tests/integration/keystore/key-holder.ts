/** A process with a key thread as the desk has it: opens a key file, signs, closes it, ends the thread; says each step and waits for a line. */
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { createThreadKeyCustodian } from '../../../electron/adapters/key-thread/thread-key-custodian.ts';
import { openKeyFile } from '../../../electron/core/keystore/index.ts';

const [, , file = '', password = ''] = process.argv;
const lines = createInterface({ input: process.stdin })[Symbol.asyncIterator]();
async function say(step: string): Promise<void> {
  process.stdout.write(`${step}\n`);
  await lines.next();
}

const custodian = createThreadKeyCustodian();
const key = await openKeyFile(readFileSync(file), password, custodian);
if (!key.ok) throw new Error(key.failure);
const signed = await key.value.sign(new Uint8Array(100));
await say(signed.ok ? 'open' : signed.failure);
await key.value.close();
await say('closed');
await custodian.end();
await say('ended');
process.exit(0);
