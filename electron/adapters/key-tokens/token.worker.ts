/** The thread of the tokens: their libraries block while a token computes, and one that crashes must not take the desk with it. */
import { workerData } from 'node:worker_threads';
import { serveCalls } from '../call-thread/serve-calls.ts';
import { createPkcs11TokenCustodian } from './pkcs11-token-custodian.ts';

serveCalls(createPkcs11TokenCustodian(workerData as string[]));
