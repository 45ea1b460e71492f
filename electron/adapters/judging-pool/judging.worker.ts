/** The thread that judges large signed files: it keeps no secret, and what it fetches the desk fetches for it. */
import { workerData } from 'node:worker_threads';
import { createGostHash, hashWhole } from '../../core/trust/gost/index.ts';
import { createTrust, type FileAnswer, type FileQuestion, type GostHash, learnVerified, type TrustOptions, verifiedAuthorities } from '../../core/trust/index.ts';
import { askOver } from '../call-thread/asking.ts';
import type { ThreadData } from '../call-thread/messages.ts';
import { serveCalls } from '../call-thread/serve-calls.ts';
import type { JudgingWorld, LentPorts, Moment } from './lent-ports.ts';

export interface JudgingThread {
  /** One question at a time: the clock of this thread stands still while it judges. */
  judge(question: FileQuestion, moment: Moment): Promise<Judged>;
  /** @param octets shared with the desk, which leaves them as they are */
  digest(hash: GostHash, octets: Uint8Array): Promise<Uint8Array<ArrayBuffer>>;
}

interface Judged {
  answer: FileAnswer;
  /** Authorities this thread knows to be signed as they must. */
  verified: readonly string[];
}

const { data, lent } = workerData as ThreadData;
const { anchors, intermediates, has } = data as JudgingWorld;
const ask = askOver<LentPorts>(lent, 'desk');
let moment: Moment;

const options: TrustOptions = {
  anchors,
  intermediates,
  evidence: {
    ocsp: (url, request) => ask('ocsp', url, request),
    crl: (url) => ask('crl', url),
    ...(has.issuer && { issuer: (url: string) => ask('issuer', url) }),
  },
  clock: { now: () => moment.now, monotonicMs: () => performance.now() },
  revocationFreshMs: () => moment.revocationFreshMs,
  timeStampPolicies: () => moment.timeStampPolicies,
  ...(has.seenTimes && { seenTimes: { read: () => ask('readSeenTime'), keep: (seen) => ask('keepSeenTime', seen) } }),
  ...(has.keptEvidence && {
    keptEvidence: { keep: (question, proof) => ask('keepEvidence', question, proof), find: (question) => ask('findEvidence', question) },
  }),
};
const trust = createTrust(options);

serveCalls<JudgingThread>({
  async judge(question, asked) {
    moment = asked;
    learnVerified(asked.verified);
    return { answer: await trust.verifyFile(question), verified: verifiedAuthorities() };
  },
  digest: async (hash, octets) => hashWhole(createGostHash(hash), octets),
});
