/** The signing service of the portals on a free port, with a real key behind it and a person who always decides the same. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openKeyFileSecretBox } from '../../../electron/adapters/sealed/key-file-secret-box.ts';
import { openLoopbackAuthority } from '../../../electron/adapters/ncalayer/loopback-authority.ts';
import { servePortals } from '../../../electron/adapters/ncalayer/serve-portals.ts';
import { systemClock } from '../../../electron/adapters/system-clock.ts';
import { createSigningRoom, fileKeyPlaces, type KeyPlaces } from '../../../electron/core/keystore/signing/index.ts';
import { openConversation } from '../../../electron/core/ncalayer/index.ts';
import { createTrust, type Trust } from '../../../electron/core/trust/index.ts';
import { createAuthority } from '../../../electron/stand/authority/index.ts';
import { JournalUnwritable } from '../../../electron/ports/journal/journal-store.ts';
import type { JournalEvent } from '../../../shared/domain/journal/journal-event.ts';
import type { PortalService } from '../../../shared/domain/signing/portal-service.ts';
import type { SigningView } from '../../../shared/domain/signing/signing-request.ts';
import { success } from '../../../shared/util/result.ts';
import { inMemorySigningPorts } from '../in-memory/in-memory-signing-ports.ts';
import { keyCustody } from './key-custody.ts';
import { TRIAL_PASSWORD, type TrialAlgorithm, trialKey } from '../trial-signing-key.ts';

export const KEY_PATH = '/home/GOST512_test.p12';

export type Person = 'approve' | 'cancel' | 'wait';

/** A key from elsewhere, and who judges it. */
export interface BroughtKey {
  keyFile: Uint8Array;
  password: string;
  trust: Trust;
}

export async function portalBench(algorithm: TrialAlgorithm = 'RSA-2048', brought: BroughtKey | null = null) {
  const now = new Date();
  const trial = await trialKey(algorithm, now);
  const stand = await createAuthority({ seed: 4, now: () => new Date(), baseUrl: () => 'http://stand.test', keyDirectory: null });
  const ports = inMemorySigningPorts();
  ports.contents.set(KEY_PATH, brought?.keyFile ?? trial.keyFile);
  ports.timeStamps = { imprintHash: 'SHA-256', stamp: async (request) => success(await stand.respondTsp(request)) };
  const trust = brought?.trust ?? createTrust({
    anchors: [trial.authority.root, stand.root],
    intermediates: [stand.issuer],
    evidence: {
      ocsp: async (_, request) => success(await stand.respondOcsp(request)),
      crl: async (url) => success(url === trial.authority.crlUrl ? trial.authority.crl : await stand.crl(url.endsWith('root.crl') ? 'root' : 'issuer')),
    },
    clock: systemClock,
  });
  const bench = {
    person: 'approve' as Person,
    /** Hardware stores that are plugged in; each opens the same key. */
    tokens: [] as string[],
    journal: [] as JournalEvent[],
    record: async (event: JournalEvent): Promise<void> => void bench.journal.push(event),
    views: [] as SigningView[],
    reports: [] as PortalService[],
    settingsAsked: 0,
    unknownModules: [] as string[],
    ports,
    trial,
    trust,
  };
  const files = fileKeyPlaces(ports.files, keyCustody());
  const places: KeyPlaces = { ...files, hardwareStores: async () => bench.tokens };
  const fail = (error: unknown): void => {
    throw error;
  };

  const room = createSigningRoom({
    clock: systemClock,
    randomId: () => crypto.randomUUID(),
    policy: ports.portalPolicy,
    memory: ports.memory,
    files: ports.files,
    digests: ports.digests,
    places,
    timeStamps: ports.timeStamps,
    verifyCertificate: trust.verifyCertificate,
    record: (event) => bench.record(event),
    isUnwritable: (error) => error instanceof JournalUnwritable,
    onChange: () => queueMicrotask(() => void act().catch(fail)),
    onShowSettings: () => void (bench.settingsAsked += 1),
    onFault: fail,
  });

  /** What a person would do who reads nothing. */
  async function act(): Promise<void> {
    const view = await room.calls.current();
    if (view === null || view.step === 'working') return;
    const { requestId, task } = view;
    if (!bench.views.some((seen) => seen.requestId === requestId && seen.step === view.step)) bench.views.push(view);
    else return;
    if (bench.person === 'wait') return;
    if (view.step === 'caller') return room.calls.decideCaller(requestId, 'allow-once');
    if (bench.person === 'cancel') return room.calls.cancel(requestId);
    if (task.kind === 'choose-file') return void (await room.calls.pickFile(requestId, '/home/document.txt'));
    if (task.kind === 'add-time-stamp') return void (await room.calls.confirm(requestId, null));
    const opened = await room.calls.openKeys(requestId, { type: 'file', path: KEY_PATH }, brought?.password ?? TRIAL_PASSWORD);
    if (!opened.ok) throw new Error(opened.code);
    const usable = opened.keys.find(({ objection }) => objection === null);
    if (usable === undefined) return room.calls.cancel(requestId);
    const answer = await room.calls.confirm(requestId, usable.keyId);
    if (!answer.ok && answer.code !== 'not-current') throw new Error(answer.code);
  }

  const directory = mkdtempSync(join(tmpdir(), 'tekser-portals-'));
  const authority = await openLoopbackAuthority(directory, await openKeyFileSecretBox(join(directory, 'secret.key')), now);
  const server = await servePortals({
    port: 0,
    authority,
    clock: systemClock,
    open: (caller, connection) =>
      openConversation({ desk: room.desk, caller, ...connection, onUnknownModule: (module) => void bench.unknownModules.push(module), onFault: fail }),
    report: (state) => void bench.reports.push(state),
    onFault: fail,
  });

  return Object.assign(bench, {
    calls: room.calls,
    authority,
    directory,
    url: `wss://127.0.0.1:${server.port()}/`,
    async close() {
      await room.stop();
      await server.close();
      rmSync(directory, { recursive: true });
    },
  });
}

export type PortalBench = Awaited<ReturnType<typeof portalBench>>;
