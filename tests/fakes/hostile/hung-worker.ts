/** A thread that takes a question and never answers it, unless the file begins with a plus: whoever asked must end it and go on. */
import { parentPort } from 'node:worker_threads';

parentPort!.postMessage({ outcome: 'ready' });
parentPort!.on('message', ({ id, args: [{ file }] }: { id: number; args: [{ file: Uint8Array }] }) => {
  if (file[0] === 0x2b) return parentPort!.postMessage({ id, outcome: 'answered', value: { answer: { state: 'good' }, verified: [] } });
  for (;;) parentPort!.ref();
});
