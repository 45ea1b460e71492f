/** Whatever is done to the bytes of a good signature, it never ends as good on other content, and never as an exception. */
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { createAuthority } from '../../../../electron/stand/authority/index.ts';
import { createTrust, type Trust } from '../../../../electron/core/trust/index.ts';
import { bytesEqual } from '../../../../shared/util/bytes.ts';
import { success } from '../../../../shared/util/result.ts';
import { NOW } from '../trial/trial-authority.ts';

const CONTENT = new TextEncoder().encode('{"document":"synthetic","number":"0123"}');
let good: Uint8Array;
let trust: Trust;

beforeAll(async () => {
  const authority = await createAuthority({ seed: 3, now: () => NOW, baseUrl: () => 'http://trial.test', keyDirectory: null });
  good = await authority.signDocument({ bin: '000140000019', organisation: 'ОРГАН (TEST)', content: CONTENT });
  trust = createTrust({
    anchors: [authority.root],
    intermediates: [authority.issuer],
    evidence: {
      ocsp: async (_, request) => success(await authority.respondOcsp(request)),
      crl: async () => success(await authority.crl('issuer')),
    },
    clock: { now: () => NOW, monotonicMs: () => 0 },
  });
});

async function isHarmless(bytes: Uint8Array): Promise<boolean> {
  const answer = await trust.verifySignature({ signature: bytes });
  return answer.content === null || bytesEqual(answer.content, CONTENT);
}

describe('a good signature', () => {
  it('is good before anything is done to it', async () => {
    expect((await trust.verifySignature({ signature: good })).state).toBe('good');
  });

  it('with octets changed gives no other content', async () => {
    const change = fc.record({ at: fc.nat(good.length - 1), by: fc.integer({ min: 1, max: 255 }) });
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 3 }), async (changes) => {
        const bytes = Uint8Array.from(good);
        for (const { at, by } of changes) bytes[at]! ^= by;
        return isHarmless(bytes);
      }),
      { numRuns: 250 },
    );
  });

  it('with any octet of its content changed is bad', async () => {
    const start = Buffer.from(good).indexOf(CONTENT);
    for (let at = start; at < start + CONTENT.length; at += 1) {
      const bytes = Uint8Array.from(good);
      bytes[at]! ^= 1;
      expect((await trust.verifySignature({ signature: bytes })).state).toBe('bad');
    }
  });

  it('cut short or lengthened is bad', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.nat(good.length - 1),
        async (length) => (await trust.verifySignature({ signature: good.subarray(0, length) })).state === 'bad',
      ),
      { numRuns: 60 },
    );
    expect((await trust.verifySignature({ signature: Uint8Array.of(...good, 0) })).state).toBe('bad');
  });

  it('any bytes at all get an answer', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ maxLength: 300 }),
        async (bytes) => (await trust.verifySignature({ signature: bytes })).state === 'bad',
      ),
      { numRuns: 200 },
    );
  });
});
