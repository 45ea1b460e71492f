/** A worker that says it is ready and never answers: a pool must end it and go on. */
import { parentPort } from 'node:worker_threads';

parentPort!.on('message', () => {
  for (;;) parentPort!.ref();
});
parentPort!.postMessage('ready');
