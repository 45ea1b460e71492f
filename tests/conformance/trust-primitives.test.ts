/** RSA and ECDSA under the closed table of algorithms, against Wycheproof and Chromium's algorithm confusions. */
import { describe, expect, it } from 'vitest';
import { readAlgorithm } from '../../electron/core/trust/algorithms/algorithms.ts';
import { DerReader, Malformed, TAG } from '../../electron/core/trust/asn1/der.ts';
import { wholeBits } from '../../electron/core/trust/asn1/der-values.ts';
import { readPublicKey } from '../../electron/core/trust/algorithms/public-key.ts';
import { type ValueAnswer, verifyValue } from '../../electron/core/trust/algorithms/verify-value.ts';
import { gapBehind } from './stated-gaps.ts';
import { absence, readCorpus, readWycheproof, type WycheproofGroup } from './corpus.ts';

const fromHex = (hex: string): Uint8Array<ArrayBuffer> => Uint8Array.from(Buffer.from(hex, 'hex'));
const element = (der: Uint8Array<ArrayBuffer>): ReturnType<DerReader['element']> => new DerReader(der).element();

const HASH_OIDS: Record<string, string> = {
  'SHA-256': '0609608648016503040201',
  'SHA-384': '0609608648016503040202',
  'SHA-512': '0609608648016503040203',
};
const sequence = (...parts: string[]): string => {
  const content = parts.join('');
  return `30${(content.length / 2).toString(16).padStart(2, '0')}${content}`;
};
const tagged = (tag: string, content: string): string => `${tag}${(content.length / 2).toString(16).padStart(2, '0')}${content}`;

/** RSASSA-PSS-params with the parameters of the group (RFC 4055 3.1). */
function pssAlgorithm({ sha, mgfSha = sha, sLen = 20 }: WycheproofGroup): string | null {
  if (HASH_OIDS[sha] === undefined || HASH_OIDS[mgfSha] === undefined) return null;
  const hash = (name: string): string => sequence(HASH_OIDS[name]!, '0500');
  const salt = tagged('a2', tagged('02', sLen.toString(16).padStart(2, '0')));
  const mask = sequence('06092a864886f70d010108', hash(mgfSha));
  return sequence('06092a864886f70d01010a', sequence(tagged('a0', hash(sha)), tagged('a1', mask), salt));
}

const SUITES: readonly { name: string; algorithm(group: WycheproofGroup): string | null }[] = [
  { name: 'rsa_signature_2048_sha256', algorithm: () => sequence('06092a864886f70d01010b', '0500') },
  { name: 'rsa_signature_3072_sha512', algorithm: () => sequence('06092a864886f70d01010d', '0500') },
  { name: 'rsa_pss_2048_sha256_mgf1_32', algorithm: pssAlgorithm },
  { name: 'rsa_pss_misc', algorithm: pssAlgorithm },
  { name: 'ecdsa_secp256r1_sha256', algorithm: () => sequence('06082a8648ce3d040302') },
  { name: 'ecdsa_secp384r1_sha384', algorithm: () => sequence('06082a8648ce3d040303') },
];

describe.each(SUITES)('Wycheproof $name', ({ name, algorithm }) => {
  it('takes every valid signature of an accepted algorithm and no invalid one', async (context) => {
    const absent = absence(`crypto/sig/${name}_test.wycheproof.json`);
    if (absent !== null) return context.skip(absent);
    const wrong: string[] = [];
    let right = 0;
    for (const group of readWycheproof(name)) {
      const algorithmDer = algorithm(group);
      // Hashes the table refuses have no way to be written down, so there is nothing to ask.
      if (algorithmDer === null) continue;
      const key = readPublicKey(element(fromHex(group.publicKeyDer)));
      const mixedHashes = group.mgfSha !== undefined && group.mgfSha !== group.sha;
      for (const test of group.tests) {
        const { is } = await verifyValue({
          algorithm: readAlgorithm(element(fromHex(algorithmDer))),
          digest: null,
          key,
          data: fromHex(test.msg),
          value: fromHex(test.sig),
        });
        const expected = test.result === 'valid' && !mixedHashes;
        if (test.result === 'acceptable') continue;
        if ((is === 'right') === expected) right += 1;
        else wrong.push(`${test.tcId}: ${is}`);
      }
    }
    expect(wrong).toEqual([]);
    expect(right).toBeGreaterThan(10);
  });
});

describe('Chromium algorithm confusion', () => {
  it('takes what fits together and refuses every mixture', async (context) => {
    const absent = absence('crypto/sig/chromium-sigdata.corpus.json');
    if (absent !== null) return context.skip(absent);
    const corpus = readCorpus('sig/chromium-sigdata');
    const wrong: string[] = [];
    for (const one of corpus.cases) {
      if (one.expect === 'either' || one.scope === 'optional-mldsa') continue;
      const answer = await answerOf(() =>
        verifyValue({
          algorithm: readAlgorithm(element(Uint8Array.from(Buffer.from(one.sigAlgDer, 'base64')))),
          digest: null,
          key: readPublicKey(element(Uint8Array.from(corpus.blob(one.spki)))),
          data: fromHex(one.msg),
          value: wholeBits(new DerReader(Uint8Array.from(Buffer.from(one.sigBits, 'base64'))).expect(TAG.bitString)),
        }),
      );
      const why = 'why' in answer ? answer.why : answer.is;
      if ((answer.is === 'right') !== (one.expect === 'accept') && gapBehind(why) === null) wrong.push(`${one.id}: ${why}`);
    }
    expect(wrong).toEqual([]);
  });
});

async function answerOf(ask: () => Promise<ValueAnswer>): Promise<ValueAnswer | { is: 'malformed' }> {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof Malformed) return { is: 'malformed' };
    throw error;
  }
}
