/** The same question at the same time has the same answer, however quickly the services answer, and as a stream as well as in memory. */
import { describe, expect, it } from 'vitest';
import { nodeStreamedDigests } from '../../../electron/adapters/node-streamed-digests.ts';
import { createTrust, type Trust } from '../../../electron/core/trust/index.ts';
import { crlDistributionPoint, extendedKeyUsage } from '../../../electron/stand/authority/certificate.ts';
import { failure, success } from '../../../shared/util/result.ts';
import { inMemoryByteSource } from '../../fakes/in-memory/in-memory-byte-source.ts';
import { AUTHORITY, issue, NOW, PURPOSE, SIGNER } from './trial/trial-authority.ts';
import { crl, hoursFromNow } from './trial/trial-evidence.ts';
import { signature, token } from './trial/trial-signature.ts';

const away = failure({ code: 'service-unreachable', detail: null } as const);
const at = (name: string) => crlDistributionPoint(`http://same.test/${name}.crl`);

const root = await issue('same-root', null);
const issuer = await issue('same-issuer', root, { extensions: [...AUTHORITY, at('root')] });
const other = await issue('same-other', root, { extensions: [...AUTHORITY, at('root')] });
const first = await issue('same-first', issuer, { extensions: [...SIGNER, at('issuer')] });
const second = await issue('same-second', other, { extensions: [...SIGNER, at('other')] });
const authority = await issue('same-tsa', issuer, { extensions: [extendedKeyUsage([PURPOSE.timeStamping], true), at('issuer')] });
const LISTS: Readonly<Record<string, Uint8Array>> = {
  root: crl({ signer: root }),
  issuer: crl({ signer: issuer }),
  other: crl({ signer: other, entries: [{ serial: second.serial, at: hoursFromNow(-1) }] }),
};
/** One good signer, and one who was revoked after a stamp that proves nothing: of two kinds of stamps the second counts. */
const file = signature({
  content: Uint8Array.of(1, 2, 3),
  signers: [
    { signer: first, stamp: (value) => [token({ authority, stamped: Uint8Array.of(9) }), token({ authority, stamped: value, genTime: hoursFromNow(-2) })] },
    { signer: second },
  ],
  certificates: [first, second, issuer, other],
});

/** @param delays ms until each list is there; away where left out */
function trustWith(delays: Readonly<Record<string, number>>, now = NOW): Trust {
  return createTrust({
    anchors: [root.der],
    intermediates: [],
    evidence: {
      ocsp: async () => away,
      async crl(url) {
        const name = /(\w+)\.crl$/.exec(url)![1]!;
        const delay = delays[name];
        if (delay === undefined) return away;
        await new Promise((resolve) => setTimeout(resolve, delay));
        return success(LISTS[name]!);
      },
    },
    clock: { now: () => now, monotonicMs: () => 0 },
  });
}
const stream = (bytes: Uint8Array) => inMemoryByteSource(bytes, 11);

describe('the answer about a file with several signers', async () => {
  const answer = await trustWith({ root: 0, issuer: 0, other: 0 }).verifyFile({ file });
  const { evidence } = answer;

  it('names the good one and the revoked one', () => {
    expect(answer.bySigner.map(({ state }) => state)).toEqual(['good', 'bad']);
    expect([evidence!.certificates.length, evidence!.crls.length, evidence!.timestamps.length]).toEqual([5, 3, 2]);
  });

  it.each([
    [0, 5, 10],
    [10, 5, 0],
    [5, 10, 0],
    [0, 10, 5],
  ])('is the same to the last octet of its evidence where the lists take %i, %i and %i ms', async (ofRoot, ofIssuer, ofOther) => {
    expect(await trustWith({ root: ofRoot, issuer: ofIssuer, other: ofOther }).verifyFile({ file })).toEqual(answer);
  });

  it('is the same from a stream, and again from its evidence years later, when nobody can be asked', async () => {
    const { container: _, ...inMemory } = { ...answer, content: null };
    const streamed = await trustWith({ root: 0, issuer: 0, other: 0 }).verifyStream({ signature: stream(file) }, nodeStreamedDigests);
    expect(streamed).toEqual(inMemory);
    const later = trustWith({}, hoursFromNow(50_000));
    expect(await later.verifyStream({ signature: stream(file), evidence: evidence! }, nodeStreamedDigests)).toEqual(inMemory);
    expect(await later.verifyFile({ file, evidence: evidence! })).toEqual(answer);
    expect((await later.verifyStream({ signature: stream(file) }, nodeStreamedDigests)).state).toBe('undetermined');
  });
});
