/** The whole core with real keys: the stand's authority signs documents and operators' certificates, the rest is in memory. */
import { type App, createApp } from '../../../electron/core/app.ts';
import type { EvidenceSource } from '../../../electron/ports/trust/evidence-source.ts';
import type { TrainingKey } from '../../../electron/ports/checking/training-stand.ts';
import { type Authority, createAuthority } from '../../../electron/stand/authority/index.ts';
import type { Connection } from '../../../shared/domain/desk/connection.ts';
import type { DocumentContent } from '../../../shared/domain/checking/document-content.ts';
import type { OperatorSession } from '../../../shared/domain/desk/operator-session.ts';
import { policyAt, type PolicySet } from '../../../shared/domain/policy.ts';
import type { Profile } from '../../../shared/domain/checking/purpose.ts';
import type { CorePublisher } from '../../../shared/ipc/contract.ts';
import { failure, success } from '../../../shared/util/result.ts';
import { QR_PREFIX } from './checking-bench.ts';
import { inMemoryDocumentAccess, type InMemoryDocumentAccess } from '../in-memory/in-memory-document-access.ts';
import { inMemoryJournalStore, type InMemoryJournalStore } from '../in-memory/in-memory-journal-store.ts';
import { inMemoryKeptEvidence } from '../in-memory/in-memory-kept-evidence.ts';
import { inMemorySeenTimes } from '../in-memory/in-memory-seen-times.ts';
import { inMemorySeal } from '../in-memory/in-memory-seal.ts';
import {
  inMemoryCabinets,
  type InMemoryCabinets,
  inMemoryConsents,
  inMemoryLogger,
  type InMemoryLogger,
  inMemoryPersonRegistry,
  inMemoryPreferences,
} from '../in-memory/in-memory-registries.ts';
import { keyCustody } from './key-custody.ts';
import { inMemoryKeyPorts } from '../in-memory/in-memory-key-ports.ts';
import { inMemorySigningPorts } from '../in-memory/in-memory-signing-ports.ts';
import { type ManualTime, manualTime } from '../manual-time.ts';
import { asSigned } from '../scripted-signatures.ts';
import { IDENTITY_CARD, identityCardContent, POLICY_SETS, PURPOSES, registeredPerson, syntheticIin, TEMPLATES } from '../synthetic-citizen.ts';

export const PASSWORD = 'Secret-Kүлтегін-1';
const ORGANISATION = { name: 'Synthetic organisation', bin: '990140009995', branch: 'Branch 1' };

export const OPERATORS = (['tson', 'bank', 'supervisor'] as const).map((profile, index) => ({
  id: `desk-${profile}`,
  iin: syntheticIin(`198${index}-03-04`),
  profile,
}));

/** One authority for all benches of a test file: making RSA keys takes most of the time. It lives by the newest bench's clock. */
let authorityClock = manualTime().clock;
const sharedAuthority = createAuthority({ seed: 11, now: () => authorityClock.now(), baseUrl: () => 'http://127.0.0.1:9', keyDirectory: null });

async function issueKeyFile(iin: string, validity: 'current' | 'expired' = 'current'): Promise<Uint8Array> {
  const holder = { surname: 'СЫНАҚОВА', name: 'ОПЕРАТОР', patronymic: null, iin, bin: ORGANISATION.bin, organisation: ORGANISATION.name };
  return (await (await sharedAuthority).issueEmployeeKey({ ...holder, password: PASSWORD, validity })).pkcs12;
}

const trainingKeys = Promise.all(
  OPERATORS.map(async ({ id, iin, profile }): Promise<TrainingKey> => ({
    operatorId: id,
    displayName: `TEST ${profile}`,
    profile,
    keyFile: await issueKeyFile(iin),
    password: PASSWORD,
  })),
);

export interface AppBench {
  app: App;
  time: ManualTime;
  authority: Authority;
  documents: InMemoryDocumentAccess;
  cabinets: InMemoryCabinets;
  store: InMemoryJournalStore;
  logger: InMemoryLogger;
  /** Every event the page would have heard, in order. */
  heard: { name: string; payload: unknown }[];
  /** An OCSP responder and CRLs that cannot be reached. */
  evidenceAway: boolean;
  /** Whether the threads that judge large files can be loaded; here none is. */
  fileJudging: 'able' | 'unable';
  policySets: PolicySet[];
  /** As the connection names it: who may sign in here. */
  organisation: Connection['organisation'];
  keyFileOf(profile: Profile): Uint8Array;
  issueKeyFile(change?: { iin?: string; validity?: 'current' | 'expired' }): Promise<Uint8Array>;
  /** Signs in with the training key and chooses a purpose. */
  signIn(profile: Profile, purposeId?: string): Promise<OperatorSession>;
  present(content: DocumentContent, token: string): Promise<void>;
}

/** @param beside another authority this desk trusts, of whose list nobody is revoked */
export async function appBench(beside?: { root: Uint8Array; crlUrl: string; crl: Uint8Array }): Promise<AppBench> {
  const time = manualTime();
  authorityClock = time.clock;
  const authority = await sharedAuthority;
  const keys = await trainingKeys;
  const documents = inMemoryDocumentAccess(time.clock);
  const cabinets = inMemoryCabinets();
  const store = inMemoryJournalStore();
  const logger = inMemoryLogger();
  const heard: AppBench['heard'] = [];
  const hear = (name: string) => (payload: unknown) => void heard.push({ name, payload });
  const publisher: CorePublisher = {
    app: { healthChanged: hear('app.healthChanged') },
    operator: { sessionChanged: hear('operator.sessionChanged') },
    checking: {},
    journal: { appended: hear('journal.appended'), markChanged: hear('journal.markChanged'), exportProgress: hear('journal.exportProgress') },
    settings: {},
    files: {},
    keys: { keyEnding: hear('keys.keyEnding') },
    issuance: { queueChanged: hear('issuance.queueChanged') },
    calls: { deskChanged: hear('calls.deskChanged'), signalled: hear('calls.signalled'), said: hear('calls.said') },
    signing: { changed: hear('signing.changed'), portalsChanged: hear('signing.portalsChanged'), settingsAsked: hear('signing.settingsAsked') },
    renewal: {},
    training: {},
  };
  const evidence: EvidenceSource = {
    ocsp: async (_url, request) =>
      bench.evidenceAway ? failure({ code: 'service-unreachable', detail: null }) : success(await authority.respondOcsp(request)),
    crl: async (url) => {
      if (bench.evidenceAway) return failure({ code: 'service-unreachable', detail: null });
      return success(beside !== undefined && url === beside.crlUrl ? beside.crl : await authority.crl(url.includes('root') ? 'root' : 'issuer'));
    },
  };
  const organisation = { ...ORGANISATION, operators: OPERATORS };
  const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64');

  const app = await createApp(
    {
      clock: time.clock,
      timers: time.timers,
      logger,
      randomId: () => crypto.randomUUID(),
      connection: {
        environment: 'training',
        name: 'TEST',
        documents: { url: 'http://127.0.0.1:9/', apiKey: 'k', shortCodeNeedsIin: false, timeoutMs: 1000, qrPrefixes: [QR_PREFIX] },
        shep: { url: 'http://127.0.0.1:9/', senderId: 's', password: 'p', timeoutMs: 1000, keyFile: '', keyPassword: '', consent: 'access', answerSignerBin: ORGANISATION.bin },
        cabinets: { url: 'http://127.0.0.1:9/', apiKey: 'k', timeoutMs: 1000 },
        trust: { anchors: [authority.root, ...(beside === undefined ? [] : [beside.root])].map(base64), intermediates: [base64(authority.issuer)] },
        organisation,
        training: null,
      },
      documents,
      consents: inMemoryConsents('2026-11-22T05:05:00.000Z'),
      persons: inMemoryPersonRegistry([registeredPerson()]),
      cabinets,
      evidence,
      seenTimes: inMemorySeenTimes(),
      keptEvidence: inMemoryKeptEvidence(),
      fileJudge: { judge: async () => 'unavailable', state: () => bench.fileJudging },
      training: { operators: () => keys, frame: async () => null },
      journalStore: store,
      journalSeal: inMemorySeal(),
      papers: { print: async ({ title }) => new TextEncoder().encode(title.ru) },
      portraits: null,
      renewal: null,
      renewalRules: [],
      journalExport: { exportDays: async () => ({ state: 'empty' }) },
      witness: null,
      issuance: null,
      calls: null,
      entryCollector: null,
      preferences: inMemoryPreferences(),
      keyCustodian: keyCustody(),
      signing: inMemorySigningPorts(),
      keys: inMemoryKeyPorts(),
      subjectKey: new Uint8Array(32).fill(9),
      policy: () => policyAt(bench.policySets, time.clock.now()),
      purposes: PURPOSES,
      templates: TEMPLATES,
      pins: [],
      shell: 'test',
      version: '0.0.0',
      workstation: 'desk-7',
    },
    publisher,
  );

  const bench: AppBench = {
    app,
    time,
    authority,
    documents,
    cabinets,
    store,
    logger,
    heard,
    evidenceAway: false,
    fileJudging: 'able',
    policySets: POLICY_SETS,
    organisation,
    keyFileOf: (profile) => keys.find((key) => key.profile === profile)!.keyFile,
    issueKeyFile: ({ iin = OPERATORS[0]!.iin, validity = 'current' } = {}) => issueKeyFile(iin, validity),
    async signIn(profile, purposeId) {
      const answer = await app.handlers.operator.signInTraining({ operatorId: `desk-${profile}` });
      if (!answer.ok) throw new Error(answer.code);
      return purposeId === undefined ? answer.session : app.handlers.operator.choosePurpose({ purposeId });
    },
    async present(content, token) {
      const { ownerBin, owner } = TEMPLATES.find(({ type }) => type === content.type) ?? IDENTITY_CARD;
      const signed = await authority.signDocument({ bin: ownerBin, organisation: owner.ru, content: asSigned(content) });
      documents.offer(token, { signedDocument: signed });
    },
  };
  await bench.present(identityCardContent(), 'good-token-0001');
  return bench;
}
