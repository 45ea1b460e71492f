/** A picked file too large to be shown, written over after the dialog has named its digest: what is signed is what was shown, or nothing. */
import { createHash } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { signCms } from '../../../electron/core/keystore/signing/index.ts';
import { KEY_PATH, type PortalBench, portalBench } from '../../fakes/benches/portal-bench.ts';
import { openTrialKey, TRIAL_PASSWORD } from '../../fakes/trial-signing-key.ts';
import { portalSocket, type PortalSocket } from './portal-socket.ts';

const PATH = '/home/large.bin';
const content = Buffer.alloc(33 * 1024 * 1024, 'Келісім ');
const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

let bench: PortalBench;
let socket: PortalSocket;
beforeEach(async () => {
  bench = await portalBench();
  bench.person = 'wait';
  bench.ports.policy = { ...bench.ports.policy, origins: [{ origin: 'https://portal.test', decision: 'allow' }] };
  socket = portalSocket(bench);
  await socket.next();
});
afterEach(() => bench.close());

const ask = (method: string, ...args: unknown[]): void => socket.send(JSON.stringify({ module: 'kz.gov.pki.knca.commonUtils', method, args }));
const answer = async (): Promise<{ code: string; responseObject: string }> => JSON.parse(await socket.next());

/** The dialog that is open now, as soon as there is one. */
async function dialog() {
  await expect.poll(() => bench.calls.current()).not.toBeNull();
  return (await bench.calls.current())!;
}

async function signedCms(): Promise<Uint8Array> {
  const key = await openTrialKey(bench.trial);
  const made = await signCms(new Uint8Array(content), { key, scheme: key.schemes[0]!, attached: true, at: new Date(), timeStamps: null });
  if (!made.ok) throw new Error(made.failure.code);
  return made.value;
}

describe('a large file that changes behind the dialog', () => {
  it.each([
    ['content to be carried', async () => content, true, 1],
    ['content signed from outside', async () => content, false, 1],
    ['a signature that gets one more', signedCms, true, 2],
  ])('%s: refused, and signed when it is again what was shown', async (_, make, attached, signers) => {
    const shown = await make();
    bench.ports.contents.set(PATH, shown);
    ask('showFileChooser', 'ALL', '');
    await bench.calls.pickFile((await dialog()).requestId, PATH);
    expect((await answer()).responseObject.slice(0, 20)).toBe(PATH);

    ask('createCAdESFromFile', 'PKCS12', 'SIGNATURE', PATH, attached);
    const { requestId, task } = await dialog();
    expect(task).toMatchObject({ documents: [{ digestHex: sha256(shown), preview: { kind: 'binary' } }] });
    const opened = await bench.calls.openKeys(requestId, { type: 'file', path: KEY_PATH }, TRIAL_PASSWORD);
    const keyId = opened.ok ? opened.keys[0]!.keyId : '';

    const changed = Buffer.from(shown);
    changed[20 * 1024 * 1024]! ^= 1;
    bench.journal.length = 0;
    for (const other of [changed, shown.subarray(0, -1), Buffer.concat([shown, Buffer.of(0)])]) {
      bench.ports.contents.set(PATH, other);
      expect(await bench.calls.confirm(requestId, keyId)).toStrictEqual({ ok: false, code: 'document-changed' });
    }
    expect([bench.journal, socket.pending()]).toStrictEqual([[], 0]);

    bench.ports.contents.set(PATH, shown);
    expect(await bench.calls.confirm(requestId, keyId)).toStrictEqual({ ok: true });
    const signature = new Uint8Array(Buffer.from((await answer()).responseObject, 'base64'));
    const verified = await bench.trust.verifySignature({ signature, ...(attached ? {} : { content: new Uint8Array(content) }) });
    expect([verified.state, verified.signers.length]).toStrictEqual(['good', signers]);
    expect(bench.journal).toMatchObject([{ kind: 'signature-made', documentHashes: [sha256(shown)] }]);
  });
});
