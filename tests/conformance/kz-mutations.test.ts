/** Real signatures of the NCA with one bit changed in every region of theirs: nothing that is signed survives a change. */
import { fromBER } from 'asn1js';
import { describe, expect, it } from 'vitest';
import { bytesEqual } from '../../shared/util/bytes.ts';
import type { SignatureAnswer } from '../../electron/core/trust/signature-answer.ts';
import { verifySignature } from '../../electron/core/trust/verify-signature.ts';
import { absence } from './corpus.ts';
import { kzCertificate, kzFile } from './kz-manifest.ts';

const absent = absence('kz-pki/MANIFEST.md');
const NOW = new Date('2026-11-22T00:00:00Z');
const TOO_LONG_MS = 60_000;

interface Region {
  /** Numbers of children on the way from the root. */
  path: string;
  start: number;
  length: number;
}

interface Node {
  valueBlock: { value?: unknown };
  blockLength: number;
  idBlock: { blockLength: number; isConstructed: boolean };
  lenBlock: { blockLength: number };
}

/** Header and content of every element, leaves and branches. */
function regionsOf(encoded: Uint8Array): Region[] {
  const regions: Region[] = [];
  const walk = (node: Node, start: number, path: string): void => {
    const header = node.idBlock.blockLength + node.lenBlock.blockLength;
    regions.push({ path: `${path} header`, start, length: header });
    const children = node.idBlock.isConstructed ? (node.valueBlock.value as Node[]) : [];
    if (children.length === 0 && node.blockLength > header) regions.push({ path, start: start + header, length: node.blockLength - header });
    let at = start + header;
    for (const [index, child] of children.entries()) {
      walk(child, at, `${path}.${index}`);
      at += child.blockLength;
    }
  };
  walk(fromBER(new Uint8Array(encoded)).result as unknown as Node, 0, '0');
  return regions;
}

const FILES = ['cms/gost2015-cades-t/individual_attached.der', 'cms/gost2015-cades-t/legal_entity_attached.der'];

describe.skipIf(absent !== null)(absent === null ? 'a real CAdES-T signature' : `skipped: ${absent}`, () => {
  const judged = (signature: Uint8Array): Promise<SignatureAnswer> =>
    verifySignature(
      { signature },
      {
        store: {
          anchors: ['ca/test/root_test_gost_2022.cer', 'ca/prod/root_gost_2022.pem'].map(kzCertificate),
          intermediates: ['ca/test/nca_gost2022_test.cer', 'ca/prod/nca_gost_2022.pem'].map(kzCertificate),
        },
        revocation: { statusOf: async () => ({ state: 'good', asOf: NOW }) },
        now: NOW,
      },
    );

  it.each(FILES)(
    '%s gives nothing but what was signed, whichever region is changed',
    async (path) => {
      const good = kzFile(path);
      const whole = await judged(good);
      expect(whole.state).toBe('good');
      const survivors: string[] = [];
      let changed = 0;
      for (const { path: place, start, length } of regionsOf(good)) {
        const at = start + (length >> 1);
        const answer = await judged(good.with(at, good[at]! ^ 0x01));
        changed += 1;
        if (answer.content !== null) expect([place, bytesEqual(answer.content, whole.content!)]).toEqual([place, true]);
        if (answer.state === 'good' && answer.signedAt?.getTime() === whole.signedAt!.getTime()) survivors.push(place);
      }
      expect(changed).toBeGreaterThan(150);
      // 0.1.0.0 and .1 are the version and the hint of digest algorithms, 0.1.0.4.0.0 the version of the signer: under no signature, and nothing is decided by them.
      // Beneath 0.1.0.4.0.6 lies the time-stamp, with the same three places of its own.
      const unsigned = /^0\.1\.0\.(?:0|1(?:\.[\d.]+)?|4\.0\.0|4\.0\.6\.0\.1\.0\.1\.0\.(?:0|1(?:\.[\d.]+)?|4\.0\.0))(?: header)?$/;
      expect(survivors.filter((place) => !unsigned.test(place))).toEqual([]);
    },
    TOO_LONG_MS,
  );
});
