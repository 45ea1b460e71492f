/** Keys of every algorithm made here: each of their schemes signs what the trust domain verifies, and nothing else passes. */
import { createPublicKey, verify } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { schemesOf } from '../../../electron/core/keystore/keys/signature-schemes.ts';
import { readAlgorithm, readPublicKey, verifyValue } from '../../../electron/core/trust/algorithms/index.ts';
import { DerReader, nothing, objectIdentifier, sequence } from '../../../electron/core/trust/asn1/index.ts';
import { NewKeyAlgorithm } from '../../../shared/domain/keys/key-algorithm.ts';
import { failure } from '../../../shared/util/result.ts';
import { keyCustody } from '../../fakes/benches/key-custody.ts';

const MESSAGE = new TextEncoder().encode('Тексер құжаты');
const OTHER = new TextEncoder().encode('Тексер құжаты.');
const element = (bytes: Uint8Array) => new DerReader(new Uint8Array(bytes)).element();

describe.each(NewKeyAlgorithm.options)('%s', (algorithm) => {
  test.each(schemesOf(algorithm))('signs with $hash', async (scheme) => {
    const custody = keyCustody();
    const { handle, publicKey } = await custody.generate(algorithm);
    const signed = await custody.sign(handle, scheme.hash, MESSAGE);
    if (!signed.ok) throw new Error(signed.failure);
    const named = readAlgorithm(element(sequence(objectIdentifier(scheme.signatureOid), ...(scheme.parameters === 'null' ? [nothing] : []))));
    const judged = (data: Uint8Array<ArrayBuffer>, key = publicKey) =>
      verifyValue({ algorithm: named, digest: scheme.digestOid, key: readPublicKey(element(key)), data, value: signed.value });
    expect(await judged(MESSAGE)).toMatchObject({ is: 'right' });
    expect(await judged(OTHER)).toMatchObject({ is: 'wrong' });
    expect(await judged(MESSAGE, (await custody.generate(algorithm)).publicKey)).toMatchObject({ is: 'wrong' });
    if (!algorithm.startsWith('GOST')) {
      const theirs = createPublicKey({ key: Buffer.from(publicKey), type: 'spki', format: 'der' });
      expect(verify(scheme.hash.toLowerCase().replace('-', ''), MESSAGE, theirs, signed.value)).toBe(true);
    }
  });

  test('signs by no hash that is not its own, and nothing once it is closed', async () => {
    const custody = keyCustody();
    const { handle } = await custody.generate(algorithm);
    expect(await custody.sign(handle, 'SHA-1', MESSAGE)).toEqual(failure('scheme-refused'));
    await custody.close(handle);
    expect(await custody.sign(handle, schemesOf(algorithm)[0]!.hash, MESSAGE)).toEqual(failure('key-closed'));
  });
});
