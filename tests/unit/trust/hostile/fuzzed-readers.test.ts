/** Readers of DER, certificates, lists and OCSP answers: whatever the bytes, an answer or Malformed, and never another exception. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isAnswered, mutations, READERS } from './fuzzed-forms.ts';

describe.each(READERS)('$name', (form) => {
  const { read, seed } = form;
  it('is read as it is', async () => {
    await read(Uint8Array.from(seed));
    expect(seed.length).toBeGreaterThan(10);
  });

  it('changed in any way gets an answer', async () => {
    await fc.assert(
      fc.asyncProperty(mutations(seed), (bytes) => isAnswered(form, bytes)),
      { numRuns: 600 },
    );
  });

  it('cut short anywhere gets an answer', async () => {
    for (let length = 0; length < seed.length; length += 1) expect(await isAnswered(form, Uint8Array.from(seed.subarray(0, length)))).toBe(true);
  });

  it('of any bytes at all gets an answer', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), (bytes) => isAnswered(form, Uint8Array.from(bytes))),
      { numRuns: 300 },
    );
  });
});
