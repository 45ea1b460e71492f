/** A signature for a portal and its entry in the journal: who asked, which key, over what; and no answer before the entry is on the disk. */
import { createHash } from 'node:crypto';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { JournalUnwritable } from '../../../electron/ports/journal/journal-store.ts';
import { KEY_PATH, type PortalBench, portalBench } from '../../fakes/benches/portal-bench.ts';
import { TRIAL_PASSWORD } from '../../fakes/trial-signing-key.ts';
import { portalSocket, type PortalSocket } from './portal-socket.ts';

const SIGN = '{"module":"kz.gov.pki.knca.basics","method":"sign","args":{"format":"cms","data":"MTEK","signingParams":{"decode":"true"},"signerParams":{"extKeyUsageOids":[]}}}';
const HEARTBEAT = '--heartbeat--';
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

/** A dialog with an open key, one confirmation before its end. */
async function beforeTheEnd(): Promise<() => ReturnType<PortalBench['calls']['confirm']>> {
  socket.send(SIGN);
  await expect.poll(() => bench.calls.current()).not.toBeNull();
  const { requestId } = (await bench.calls.current())!;
  const opened = await bench.calls.openKeys(requestId, { type: 'file', path: KEY_PATH }, TRIAL_PASSWORD);
  if (!opened.ok) throw new Error(opened.code);
  return () => bench.calls.confirm(requestId, opened.keys[0]!.keyId);
}

/** The service answers in order: whatever it had to say before this came is already here. */
async function expectNothingSaid(): Promise<void> {
  socket.send(HEARTBEAT);
  expect(await socket.next()).toBe(HEARTBEAT);
}

it('has the origin, the certificate, the digest and the form, written before the page hears of the signature', async () => {
  const confirm = await beforeTheEnd();
  const written = Promise.withResolvers<void>();
  let begun = false;
  bench.record = async (event) => {
    begun = true;
    await written.promise;
    bench.journal.push(event);
  };
  const confirmed = confirm();
  await expect.poll(() => begun).toBe(true);
  await expectNothingSaid();
  expect(bench.journal).toStrictEqual([]);
  written.resolve();
  expect(await confirmed).toStrictEqual({ ok: true });
  expect(JSON.parse(await socket.next())).toMatchObject({ status: true, body: { result: [expect.stringContaining('BEGIN CMS')] } });
  expect(bench.journal).toStrictEqual([
    {
      kind: 'signature-made',
      caller: 'site',
      origin: 'https://portal.test',
      format: 'cms',
      attached: true,
      timeStamped: false,
      certificateHash: sha256(bench.trial.certificate),
      documentHashes: [sha256(Buffer.from('11\n'))],
    },
  ]);
});

it('is not given out while the journal takes no entry, and the dialog says so; it is when the journal does again', async () => {
  const confirm = await beforeTheEnd();
  const { record } = bench;
  bench.record = async () => {
    throw new JournalUnwritable('disk-full');
  };
  expect(await confirm()).toStrictEqual({ ok: false, code: 'journal-unwritable' });
  await expectNothingSaid();
  expect(await bench.calls.current()).toMatchObject({ step: 'choice' });
  bench.record = record;
  expect(await confirm()).toStrictEqual({ ok: true });
  expect(JSON.parse(await socket.next())).toMatchObject({ status: true, body: { result: [expect.any(String)] } });
  expect(bench.journal).toMatchObject([{ kind: 'signature-made', origin: 'https://portal.test' }]);
});
