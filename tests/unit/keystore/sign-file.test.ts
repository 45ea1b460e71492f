/** Files signed at the terminal: the digest that is written down is that of what was signed, also where the file changes meanwhile. */
import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { nodeStreamedDigests } from '../../../electron/adapters/node-streamed-digests.ts';
import { createFileSigner, fileKeyPlaces, type FileOrder } from '../../../electron/core/keystore/signing/index.ts';
import { createTrust } from '../../../electron/core/trust/index.ts';
import type { LocalFiles } from '../../../electron/ports/signing/local-files.ts';
import { PORTALS_OFF } from '../../../shared/domain/signing/portal-policy.ts';
import type { JournalEvent } from '../../../shared/domain/journal/journal-event.ts';
import { failure, success } from '../../../shared/util/result.ts';
import { keyCustody } from '../../fakes/benches/key-custody.ts';
import { inMemorySigningPorts } from '../../fakes/in-memory/in-memory-signing-ports.ts';
import { TRIAL_PASSWORD, trialKey } from '../../fakes/trial-signing-key.ts';

const NOW = new Date('2026-11-22T09:00:00Z');
const MEBIBYTE = 1024 * 1024;
const trial = await trialKey('RSA-2048', NOW);
const clock = { now: () => NOW, monotonicMs: () => 0 };
const trust = createTrust({
  anchors: [trial.authority.root],
  intermediates: [],
  evidence: { ocsp: async () => failure({ code: 'service-unreachable', detail: null }), crl: async () => success(trial.authority.crl) },
  clock,
});

/** A file of so many mebibytes whose last octet is another one after so many readings. */
function signerOf(mebibytes: number, readings: number) {
  const ports = inMemorySigningPorts();
  ports.contents.set('/home/key.p12', trial.keyFile);
  let begun = 0;
  const piece = (last: boolean, changed: boolean): Uint8Array<ArrayBuffer> => {
    const bytes = new Uint8Array(MEBIBYTE).fill(7);
    if (last && changed) bytes[MEBIBYTE - 1] = 8;
    return bytes;
  };
  const files: LocalFiles = {
    ...ports.files,
    size: async () => success(mebibytes * MEBIBYTE),
    async read() {
      begun += 1;
      const bytes = new Uint8Array(mebibytes * MEBIBYTE);
      for (let i = 0; i < mebibytes; i += 1) bytes.set(piece(i === mebibytes - 1, begun > readings), i * MEBIBYTE);
      return success(bytes);
    },
    async *pieces() {
      begun += 1;
      const changed = begun > readings;
      for (let i = 0; i < mebibytes; i += 1) yield piece(i === mebibytes - 1, changed);
    },
  };
  const journal: JournalEvent[] = [];
  const signer = createFileSigner({
    clock,
    policy: () => PORTALS_OFF,
    files,
    digests: nodeStreamedDigests,
    places: fileKeyPlaces(ports.files, keyCustody()),
    timeStamps: null,
    verifyCertificate: trust.verifyCertificate,
    record: async (event) => void journal.push(event),
  });
  return { signer, journal };
}

const ORDER: FileOrder = {
  path: '/home/document.bin',
  form: { format: 'cms', attached: true, timeStamped: false },
  place: { type: 'file', path: '/home/key.p12' },
  password: TRIAL_PASSWORD,
};

async function signed(mebibytes: number, readings: number, form = ORDER.form) {
  const { signer, journal } = signerOf(mebibytes, readings);
  const parts: Uint8Array[] = [];
  const outcome = await signer.sign({ ...ORDER, form }, async (pieces) => {
    for await (const part of pieces) parts.push(part.slice());
  });
  return { outcome, journal, signature: new Uint8Array(Buffer.concat(parts)) };
}

const contentOf = async (signature: Uint8Array): Promise<string> => {
  const { state, content } = await trust.verifySignature({ signature: new Uint8Array(signature) });
  expect(state).toBe('good');
  return createHash('sha256').update(content!).digest('hex');
};
const unchanged = createHash('sha256').update(new Uint8Array(129 * MEBIBYTE).fill(7)).digest('hex');

describe('a file too large for memory', () => {
  it.each([
    ['attached', 'first', true, 1],
    ['attached', 'second', true, 2],
    ['detached', 'first', false, 1],
    ['detached', 'second', false, 2],
  ])('that changes while it is signed is not signed: %s, after the %s reading', async (_, __, attached, readings) => {
    const { outcome, journal } = await signed(129, readings, { ...ORDER.form, attached });
    expect(outcome).toStrictEqual(failure({ code: 'signature', failure: { code: 'document-changed' } }));
    expect(journal).toStrictEqual([]);
  });

  it('that changes afterwards keeps the digest of what was signed', async () => {
    const { outcome, journal, signature } = await signed(129, 3);
    expect(outcome).toMatchObject({ ok: true, value: { digestHex: unchanged } });
    expect(journal).toMatchObject([{ kind: 'signature-made', documentHashes: [unchanged] }]);
    expect(await contentOf(signature)).toBe(unchanged);
  });
});

it('a file read whole is written down as it was read, whatever it becomes', async () => {
  const { outcome, journal, signature } = await signed(1, 1);
  const digest = await contentOf(signature);
  expect(outcome).toMatchObject({ ok: true, value: { digestHex: digest } });
  expect(journal).toMatchObject([{ documentHashes: [digest] }]);
});
