/** One thread that verifies signatures of GOST: it holds no key that is secret, and asks for nothing. */
import { parentPort } from 'node:worker_threads';
import { answerGostQuestion, warmUpGost } from '../../core/trust/gost/index.ts';
import type { GostQuestion } from '../../ports/gost-verifier.ts';

parentPort?.on('message', (question: GostQuestion) => parentPort?.postMessage(answerGostQuestion(question)));
// While it starts, whoever asks computes for itself; what it answers afterwards is quick from the first on.
warmUpGost();
parentPort?.postMessage('ready');
