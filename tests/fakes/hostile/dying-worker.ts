/** A thread that takes a question and dies of it: of a full memory where it is asked about an archive, else by its own end. */
import { parentPort } from 'node:worker_threads';

parentPort!.postMessage({ outcome: 'ready' });
parentPort!.on('message', ({ args: [{ file }] }: { args: [{ file: Uint8Array }] }) => {
  if (file[0] !== 0x50) process.exit(7);
  for (const kept: unknown[] = []; ; ) kept.push(Array.from({ length: 10_000 }, () => kept.length));
});
