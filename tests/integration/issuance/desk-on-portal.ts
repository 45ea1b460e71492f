/** A desk of remote issuance as the product composes it: the stand, the gateways, SQLite, packages on the disk; only faces are told by the test. */
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, vi } from 'vitest';
import { diskEvidencePackages } from '../../../electron/adapters/cases/disk-evidence-packages.ts';
import { openSqliteCaseStore } from '../../../electron/adapters/cases/sqlite-case-store.ts';
import { openKeyFileSecretBox } from '../../../electron/adapters/sealed/key-file-secret-box.ts';
import { loadResources } from '../../../electron/adapters/files/resource-files.ts';
import { type App, createApp } from '../../../electron/core/app.ts';
import { connectGateways } from '../../../electron/gateways/index.ts';
import { createCasePool } from '../../../electron/gateways/issuance/case-pool.ts';
import { createIssuancePortal } from '../../../electron/gateways/issuance/index.ts';
import { createReceiptDelivery } from '../../../electron/gateways/issuance/receipt-delivery.ts';
import { createMobileBase } from '../../../electron/gateways/mobile-base/index.ts';
import { createTimeStampSource } from '../../../electron/gateways/time-stamps/index.ts';
import type { FaceComparison } from '../../../electron/ports/issuance/face-comparer.ts';
import type { TimeStampSource } from '../../../electron/ports/signing/time-stamp-source.ts';
import { openCallPorts } from '../../../electron/workstation/open-call-ports.ts';
import { startStand, type Stand } from '../../../electron/stand/index.ts';
import type { StandPerson } from '../../../electron/stand/population/index.ts';
import type { CaseAim } from '../../../shared/domain/issuance/issuance-case.ts';
import type { CaseQueue, CaseView } from '../../../shared/domain/issuance/case-desk.ts';
import type { JournalEntry } from '../../../shared/domain/journal/journal-entry.ts';
import type { CorePublisher } from '../../../shared/ipc/contract.ts';
import { inMemoryJournalStore, type InMemoryJournalStore } from '../../fakes/in-memory/in-memory-journal-store.ts';
import { inMemoryKeyPorts } from '../../fakes/in-memory/in-memory-key-ports.ts';
import { inMemoryLogger, inMemoryPreferences } from '../../fakes/in-memory/in-memory-registries.ts';
import { inMemorySeal } from '../../fakes/in-memory/in-memory-seal.ts';
import { inMemoryKeptEvidence } from '../../fakes/in-memory/in-memory-kept-evidence.ts';
import { inMemorySeenTimes } from '../../fakes/in-memory/in-memory-seen-times.ts';
import { inMemorySigningPorts } from '../../fakes/in-memory/in-memory-signing-ports.ts';
import { keyCustody } from '../../fakes/benches/key-custody.ts';
import { manualTime, type ManualTime } from '../../fakes/manual-time.ts';
import { type DisturbedSession, portalCitizen, type PortalCitizen } from '../../fakes/portal-citizen.ts';

export const LIKENESS: FaceComparison = { state: 'compared', distance: 0.3, goodPictures: true };
export const STRANGERS: FaceComparison = { state: 'compared', distance: 0.9, goodPictures: true };
export const UNSURE: FaceComparison = { state: 'compared', distance: 0.6, goodPictures: true };

/** The terminal verifies by the clock of the machine what was sealed by this one: never long ago, and never in its future. */
const DAY_MS = 24 * 60 * 60 * 1000;

/** The workstation every test begins at. */
export const FIRST = 'desk-7';

const quiet = new Proxy({}, { get: () => new Proxy({}, { get: () => () => undefined }) }) as CorePublisher;

export interface DeskOnPortal {
  readonly stand: Stand;
  readonly app: App;
  readonly time: ManualTime;
  readonly journal: InMemoryJournalStore;
  /** What every comparison of faces answers from now on. */
  faces: FaceComparison;
  /** False: the authority of time does not answer. */
  timeStamps: boolean;
  person(index?: number): StandPerson;
  apply(person: StandPerson, deviceHash?: string, aim?: CaseAim, disturbed?: DisturbedSession): Promise<PortalCitizen>;
  /** Of somebody who has one. */
  phoneOf(citizen: PortalCitizen): string;
  reached(citizen: PortalCitizen, stage: string): Promise<void>;
  signIn(operatorId: string): Promise<void>;
  /** The next case of who is signed in, with all its pictures on the screen. @throws where none waits */
  take(): Promise<CaseView>;
  /** Every picture comes onto the screen. */
  look(view: CaseView): Promise<void>;
  waiting(): Promise<Extract<CaseQueue, { state: 'on' }>['waiting']>;
  /** The test goes over to another workstation of the organisation; the one it leaves goes on running. */
  goTo(workstation: string): Promise<void>;
  /** The workstation the test is at dies, and stays dead. */
  die(): Promise<void>;
  /** The program dies without a word and is started again. */
  crash(): Promise<void>;
  entries(kind: JournalEntry['event']['kind']): JournalEntry['event'][];
  /** Where the packages of evidence of every workstation of the test lie. */
  readonly evidenceFolder: string;
  /** Bytes of the packages of evidence on the disk, by the order of their names. */
  packages(): Promise<Uint8Array[]>;
}

/** One stand for a file of tests, a fresh desk for each. @param takesCalls by the stand's service of calls */
export function useDeskOnPortal({ takesCalls = false } = {}): DeskOnPortal {
  const time = manualTime(new Date(Date.now() - DAY_MS).toISOString());
  let stand: Stand;
  let app: App;
  let directory = '';
  let journal = inMemoryJournalStore();
  let seal = inMemorySeal();
  let used = 0;
  let workstation = FIRST;
  /** Desks at other workstations, which go on running. */
  const others = new Map<string, { app: App; journal: InMemoryJournalStore; seal: ReturnType<typeof inMemorySeal>; closing: (() => unknown)[] }>();
  let closing: (() => unknown)[] = [];
  const applied: PortalCitizen[] = [];
  const phones = new Map<string, string>();

  async function openDesk(): Promise<void> {
    const connection = await stand.connection();
    const resources = await loadResources('resources', time.clock);
    const store = openSqliteCaseStore(join(directory, `cases-${workstation}.sqlite`));
    const source = createTimeStampSource(connection.timeStamps!);
    const timeStamps: TimeStampSource = {
      imprintHash: source.imprintHash,
      stamp: async (request) => (desk.timeStamps ? source.stamp(request) : { ok: false, failure: { code: 'service-unreachable', detail: null } }),
    };
    app = await createApp(
      {
        ...connectGateways(connection, time.clock, resources.policy),
        ...resources,
        clock: time.clock,
        timers: time.timers,
        logger: inMemoryLogger(),
        connection,
        randomId: () => crypto.randomUUID(),
        journalStore: journal,
        journalSeal: seal,
        portraits: null,
        papers: { print: async ({ title }) => new TextEncoder().encode(title.ru) },
        journalExport: { exportDays: async () => ({ state: 'empty' }) },
        witness: null,
        entryCollector: null,
        issuance: {
          portal: createIssuancePortal(connection.issuance!),
          pool: createCasePool(connection.issuance!, workstation),
          mobileBase: createMobileBase(connection.issuance!),
          receipts: createReceiptDelivery(connection.issuance!),
          store,
          packages: diskEvidencePackages(desk.evidenceFolder),
          faces: { compare: async () => desk.faces },
          archiveKey: new Uint8Array(Buffer.from(connection.issuance!.archiveKey, 'base64')),
        },
        calls: takesCalls ? openCallPorts(connection, join(directory, 'call.json'), resources, await openKeyFileSecretBox(join(directory, 'secret.key'))) : null,
        preferences: inMemoryPreferences(),
        seenTimes: inMemorySeenTimes(),
        keptEvidence: inMemoryKeptEvidence(),
        fileJudge: null,
        keyCustodian: keyCustody(),
        signing: { ...inMemorySigningPorts(), timeStamps },
        keys: inMemoryKeyPorts(),
        subjectKey: new Uint8Array(32).fill(3),
        shell: 'test',
        version: '0.0.0',
        workstation,
      },
      quiet,
    );
    closing.push(app.stop, store.close);
    await app.start();
  }
  const closeDesk = async (): Promise<void> => {
    for (const close of closing.splice(0)) await close();
  };

  beforeAll(async () => {
    stand = await startStand({ seed: 7, now: () => time.clock.now() });
  });
  beforeEach(async () => {
    await stand.control.reset();
    directory = await mkdtemp(join(tmpdir(), 'tekser-desk-'));
    journal = inMemoryJournalStore();
    seal = inMemorySeal();
    Object.assign(desk, { faces: LIKENESS, timeStamps: true });
    await openDesk();
    return async () => {
      await stand.control.reset();
      // The next desk hears the whole feed of the stand: what was begun here is over by then.
      for (const citizen of applied.splice(0)) await citizen.act('withdraw');
      await closeDesk();
      for (const other of others.values()) for (const close of other.closing) await close();
      others.clear();
      workstation = FIRST;
      await rm(directory, { recursive: true });
    };
  });
  afterAll(() => stand.close());

  const desk: DeskOnPortal = {
    get stand() {
      return stand;
    },
    get app() {
      return app;
    },
    time,
    get journal() {
      return journal;
    },
    faces: LIKENESS,
    timeStamps: true,
    person(index) {
      const ordinary = stand.control.population.people.filter(({ trainingCase, phone, documents, iin, deathDate }) =>
        trainingCase === null && phone !== null && deathDate === null && documents.some(({ type, ownerIin }) => type === 'identity_card' && ownerIin === iin));
      // Another person for each application: what one test did is no risk of the next.
      return ordinary[10 + (index ?? used++)]!;
    },
    async apply(person, deviceHash, aim, disturbed) {
      const citizen = await portalCitizen(stand, person, desk.reached, { ...(deviceHash !== undefined && { deviceHash }), ...(aim && { aim }), disturbed });
      applied.push(citizen);
      if (person.phone !== null) phones.set(citizen.id, person.phone);
      return citizen;
    },
    phoneOf: ({ id }) => phones.get(id)!,
    reached: (citizen, stage) =>
      vi.waitFor(async () => {
        const at = await citizen.stage();
        if (at !== stage) throw new Error(`at ${at}, not yet ${stage}`);
      }, { timeout: 30_000, interval: 20 }),
    async signIn(operatorId) {
      await app.handlers.operator.signOut(null);
      const answer = await app.handlers.operator.signInTraining({ operatorId });
      if (!answer.ok) throw new Error(answer.code);
    },
    async take() {
      const answer = await app.handlers.issuance.takeNext(null);
      if (answer.state !== 'taken') throw new Error(answer.state);
      await desk.look(answer.view);
      return answer.view;
    },
    async look({ case: { id: caseId }, materials }) {
      for (const { sha256 } of materials) await app.handlers.issuance.material({ caseId, sha256 });
    },
    async waiting() {
      const queue = await app.handlers.issuance.queue(null);
      if (queue.state !== 'on') throw new Error(queue.state);
      return queue.waiting;
    },
    async goTo(next) {
      if (next === workstation) return;
      others.set(workstation, { app, journal, seal, closing });
      const there = others.get(next);
      workstation = next;
      others.delete(next);
      if (there !== undefined) return void ({ app, journal, seal, closing } = there);
      [journal, seal, closing] = [inMemoryJournalStore(), inMemorySeal(), []];
      await openDesk();
    },
    die: () => closeDesk(),
    async crash() {
      await closeDesk();
      await openDesk();
    },
    get evidenceFolder() {
      return join(directory, 'evidence');
    },
    entries: (kind) => journal.stored.map(({ event }) => event).filter((event) => event.kind === kind),
    async packages() {
      const names = await readdir(desk.evidenceFolder).catch(() => [] as string[]);
      return Promise.all(names.map(async (name) => new Uint8Array(await readFile(join(desk.evidenceFolder, name)))));
    },
  };
  return desk;
}
