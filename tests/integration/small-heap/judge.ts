/** Judges the file on stdin and says how: a process of its own, so that a small heap can be given to it. */
import { buffer } from 'node:stream/consumers';
import { createTrust } from '../../../electron/core/trust/index.ts';
import { failure } from '../../../shared/util/result.ts';

const away = failure({ code: 'service-unreachable', detail: null } as const);
const trust = createTrust({
  anchors: [],
  intermediates: [],
  evidence: { ocsp: async () => away, crl: async () => away },
  clock: { now: () => new Date(), monotonicMs: () => 0 },
});
const { state, checks } = await trust.verifyFile({ file: new Uint8Array(await buffer(process.stdin)) });
process.stdout.write(`${state} ${checks[0]!.code}`);
