/** The whole core on the real gateways and a running stand, all by one clock that only the test moves. */
import { afterAll, beforeAll, beforeEach } from 'vitest';
import { type App, createApp } from '../../../electron/core/app.ts';
import { connectGateways } from '../../../electron/gateways/index.ts';
import { startStand, type Stand } from '../../../electron/stand/index.ts';
import type { StandPerson } from '../../../electron/stand/population/index.ts';
import { loadResources } from '../../../electron/adapters/files/resource-files.ts';
import type { CheckOutcome } from '../../../shared/domain/checking/check-outcome.ts';
import { inMemoryJournalStore } from '../../fakes/in-memory/in-memory-journal-store.ts';
import { inMemorySeal } from '../../fakes/in-memory/in-memory-seal.ts';
import { inMemoryLogger, type InMemoryLogger, inMemoryPreferences } from '../../fakes/in-memory/in-memory-registries.ts';
import { inMemoryKeptEvidence } from '../../fakes/in-memory/in-memory-kept-evidence.ts';
import { inMemorySeenTimes } from '../../fakes/in-memory/in-memory-seen-times.ts';
import { keyCustody } from '../../fakes/benches/key-custody.ts';
import { inMemoryKeyPorts } from '../../fakes/in-memory/in-memory-key-ports.ts';
import { inMemorySigningPorts } from '../../fakes/in-memory/in-memory-signing-ports.ts';
import { manualTime, type ManualTime } from '../../fakes/manual-time.ts';

const nothing = () => undefined;

export interface DeskOnStand {
  readonly stand: Stand;
  readonly app: App;
  readonly time: ManualTime;
  readonly logger: InMemoryLogger;
  caseOf(code: string): StandPerson;
  /** The citizen opens the access, the operator scans it. */
  check(person: StandPerson, choice?: { documentType: string } | { documentId: string }): Promise<CheckOutcome>;
  /** Collects what a consent opened. */
  collect(requestId: string): Promise<CheckOutcome>;
}

export function useDeskOnStand(): DeskOnStand {
  let time = manualTime();
  const logger = inMemoryLogger();
  let stand: Stand;
  let app: App;

  beforeAll(async () => {
    stand = await startStand({ seed: 7, now: () => time.clock.now() });
  });
  beforeEach(async () => {
    time = manualTime();
    await stand.control.reset();
    const connection = await stand.connection();
    const resources = await loadResources('resources', time.clock);
    app = await createApp(
      {
        ...connectGateways(connection, time.clock, resources.policy),
        ...resources,
        clock: time.clock,
        timers: time.timers,
        logger,
        connection,
        randomId: () => crypto.randomUUID(),
        journalStore: inMemoryJournalStore(),
        journalSeal: inMemorySeal(),
        portraits: null,
        papers: { print: async ({ title }) => new TextEncoder().encode(title.ru) },
        journalExport: { exportDays: async () => ({ state: 'empty' }) },
        witness: null,
        entryCollector: null,
        issuance: null,
        calls: null,
        preferences: inMemoryPreferences(),
        seenTimes: inMemorySeenTimes(),
        keptEvidence: inMemoryKeptEvidence(),
        fileJudge: null,
        keyCustodian: keyCustody(),
        signing: inMemorySigningPorts(),
        keys: inMemoryKeyPorts(),
        subjectKey: new Uint8Array(32).fill(3),
        shell: 'test',
        version: '0.0.0',
        workstation: 'desk-7',
      },
      {
        app: { healthChanged: nothing },
        operator: { sessionChanged: nothing },
        checking: {},
        journal: { appended: nothing, markChanged: nothing, exportProgress: nothing },
        settings: {},
        files: {},
        keys: { keyEnding: nothing },
        issuance: { queueChanged: nothing },
        calls: { deskChanged: nothing, signalled: nothing, said: nothing },
        signing: { changed: nothing, portalsChanged: nothing, settingsAsked: nothing },
        renewal: {},
        training: {},
      },
    );
    const { trainingOperators } = await app.handlers.app.describe(null);
    const operator = trainingOperators.find(({ profile }) => profile === 'tson');
    const answer = await app.handlers.operator.signInTraining({ operatorId: operator!.id });
    if (!answer.ok) throw new Error(answer.code);
    await app.handlers.operator.choosePurpose({ purposeId: 'state-service' });
  });
  afterAll(() => stand.close());

  return {
    get stand() {
      return stand;
    },
    get app() {
      return app;
    },
    get time() {
      return time;
    },
    logger,
    caseOf(code) {
      const person = stand.control.population.people.find(({ trainingCase }) => trainingCase?.code === code);
      if (person === undefined) throw new Error(`no training case ${code}`);
      return person;
    },
    async check(person, choice = { documentType: 'identity_card' }) {
      const opened = stand.control.citizen.open(person.iin, choice);
      if (!opened.ok) throw new Error(JSON.stringify(opened));
      return app.handlers.checking.checkScan({ kind: 'code', source: 'camera', payload: opened.value.qr });
    },
    collect: async (requestId) => app.handlers.checking.checkScan({ kind: 'consent', requestId }),
  };
}
