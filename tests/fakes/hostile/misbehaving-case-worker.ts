/** A worker that answers question 0, hangs at 1, eats memory at 2 and ends at 3: what the runner of suites must survive. */
import { parentPort } from 'node:worker_threads';

const port = parentPort!;

port.on('message', (index: number) => {
  if (index === 1) for (;;) port.ref();
  if (index === 2) for (const kept: unknown[] = []; ; ) kept.push(Array.from({ length: 10_000 }, () => kept.length));
  if (index === 3) process.exit(7);
  port.postMessage({ verdict: 'accept', why: '' });
});
port.postMessage('ready');
