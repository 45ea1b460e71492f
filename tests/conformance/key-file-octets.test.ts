/** The NCA's key files written again from their parts: the same octets, for every file of the data. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readKeyFile } from '../../electron/core/keystore/pkcs12/read-key-file.ts';
import { keyFileName, keyIdentifier } from '../../electron/core/keystore/pkcs12/key-identifier.ts';
import { writeNcaKeyFile } from '../../electron/core/keystore/pkcs12/write-nca-key-file.ts';
import { keyAlgorithmOf } from '../../electron/core/keystore/keys/key-algorithm-of.ts';
import { readPrivateKey } from '../../electron/core/trust/algorithms/index.ts';
import { absence } from './corpus.ts';
import { certificateInKeyFile, holderRows, kzFile } from './kz/kz-manifest.ts';

const absent = absence('kz-pki/MANIFEST.md');

/** The three salts are the only OCTET STRINGs of twenty octets before a count of 1024. */
function saltsOf(file: Uint8Array): Uint8Array<ArrayBuffer>[] {
  const marker = Buffer.of(0x02, 0x02, 0x04, 0x00);
  const bytes = Buffer.from(file);
  const salts: Uint8Array<ArrayBuffer>[] = [];
  for (let at = bytes.indexOf(marker); at !== -1; at = bytes.indexOf(marker, at + 1))
    if (bytes[at - 22] === 0x04 && bytes[at - 21] === 20) salts.push(new Uint8Array(bytes.subarray(at - 20, at)));
  return salts;
}

describe.skipIf(absent !== null)(absent === null ? 'key files of the NCA written anew' : `skipped: ${absent}`, () => {
  it.each(holderRows())('$path', async (row) => {
    const original = kzFile(row.path);
    const read = await readKeyFile(original, row.password);
    if (!read.ok) throw new Error(read.failure);
    const certificate = certificateInKeyFile(row);
    const salts = saltsOf(original);
    expect(salts).toHaveLength(3);
    const parts = { privateKey: read.value.privateKey, certificate: certificate.encoded, keyId: keyIdentifier(certificate.publicKey.bits) };
    const written = writeNcaKeyFile(parts, row.password, () => salts.shift()!);
    expect(Buffer.from(written).equals(Buffer.from(original))).toBe(true);
  });

  it.each(holderRows().filter(({ path }) => /_[0-9a-f]{40}\.p12$/.test(path)))('$path is called by its key', async (row) => {
    const read = await readKeyFile(kzFile(row.path), row.password);
    if (!read.ok) throw new Error(read.failure);
    const { publicKey, extendedKeyUsage } = certificateInKeyFile(row);
    const algorithm = keyAlgorithmOf(readPrivateKey(read.value.privateKey))!;
    expect(row.path.endsWith(`/${keyFileName(algorithm, extendedKeyUsage ?? [], publicKey.bits)}`)).toBe(true);
  });

  it.each(holderRows().filter((_, index) => index % 8 === 0))('$path with octets changed is answered, never thrown at', async ({ path, password }) => {
    const original = kzFile(path);
    const damaged = fc.array(fc.record({ at: fc.nat(original.length - 1), octet: fc.nat(255) }), { minLength: 1, maxLength: 3 });
    await fc.assert(
      fc.asyncProperty(damaged, fc.nat(original.length), async (list, end) => {
        const file = original.slice(0, end % 3 === 0 ? end : original.length);
        for (const { at, octet } of list) if (at < file.length) file[at] = octet;
        const read = await readKeyFile(file, password);
        return read.ok || ['key-file-unreadable', 'password-wrong', 'key-unsupported'].includes(read.failure);
      }),
      { numRuns: 60 },
    );
  });
});
