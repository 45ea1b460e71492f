/** A thread that takes a question and never answers it: whoever asked must end it and go on. */
import { parentPort } from 'node:worker_threads';

parentPort!.on('message', () => {
  for (;;) parentPort!.ref();
});
