/** The checking domain on fakes, with one citizen's card behind the token of a good QR. */
import { type Checking, createChecking, type DeskContext } from '../../../electron/core/checking/index.ts';
import { createJournal, type Journal } from '../../../electron/core/journal/index.ts';
import type { DocumentContent } from '../../../shared/domain/checking/document-content.ts';
import type { PersonRecord } from '../../../electron/ports/checking/person-registry.ts';
import type { JournalEvent } from '../../../shared/domain/journal/journal-event.ts';
import type { ScanInput } from '../../../shared/domain/scanning/scan-input.ts';
import { inMemoryDocumentAccess, type InMemoryDocumentAccess } from '../in-memory/in-memory-document-access.ts';
import { inMemoryJournalStore, type InMemoryJournalStore } from '../in-memory/in-memory-journal-store.ts';
import { inMemorySeal } from '../in-memory/in-memory-seal.ts';
import {
  inMemoryCabinets,
  inMemoryConsents,
  type InMemoryConsents,
  inMemoryLogger,
  type InMemoryLogger,
  inMemoryPersonRegistry,
  type InMemoryPersonRegistry,
} from '../in-memory/in-memory-registries.ts';
import { type ManualTime, manualTime } from '../manual-time.ts';
import { asSigned, type ScriptedSignatures, scriptedSignatures } from '../scripted-signatures.ts';
import { CITIZEN_IIN, identityCardContent, POLICY, purposeById, registeredPerson, syntheticOperator, TEMPLATES } from '../synthetic-citizen.ts';

export const QR_PREFIX = 'https://stand.test/access?t=';
export const GOOD_TOKEN = 'good-token-0001';
export const GOOD_QR: ScanInput = { kind: 'code', source: 'camera', payload: QR_PREFIX + GOOD_TOKEN };

export interface CheckingBench {
  checking: Checking;
  time: ManualTime;
  documents: InMemoryDocumentAccess;
  persons: InMemoryPersonRegistry;
  consents: InMemoryConsents;
  signatures: ScriptedSignatures;
  store: InMemoryJournalStore;
  journal: Journal;
  logger: InMemoryLogger;
  desk: DeskContext;
  /** Puts another document behind the good QR. */
  present(content: DocumentContent | string): void;
  /** The same, signed by the body that owns this type. */
  presentAs(type: string, content: DocumentContent): void;
  /** What the person registry says instead. */
  register(change: Partial<PersonRecord>): void;
  /** From now on short codes are looked up together with the ИИН. */
  needIin(): void;
  /** Shows every field of a type for these purposes only. */
  restrictFields(type: string, purposes: string[]): void;
  events(): JournalEvent[];
}

export function checkingBench(at?: string): CheckingBench {
  let templates = TEMPLATES;
  const time = manualTime(at);
  const documents = inMemoryDocumentAccess(time.clock);
  const persons = inMemoryPersonRegistry([registeredPerson()]);
  const consents = inMemoryConsents(new Date(time.clock.now().getTime() + 300_000).toISOString());
  const signatures = scriptedSignatures();
  const store = inMemoryJournalStore();
  const logger = inMemoryLogger();
  const world = { clock: time.clock, timers: time.timers, logger, workstation: 'desk-7', subjectKey: new Uint8Array(32).fill(7), randomId: () => crypto.randomUUID() };
  const silent = { journal: { appended: () => {}, markChanged: () => {} } };
  const journal = createJournal({ witness: null, ...world, store, seal: inMemorySeal(), cabinets: inMemoryCabinets(), publisher: silent, policy: () => POLICY });
  const checking = createChecking({
    ...world,
    qrPrefixes: [QR_PREFIX],
    documents,
    persons,
    consents,
    journal,
    templateOf: (type) => templates.find((template) => template.type === type) ?? null,
    verifySignature: signatures.verify,
    forbiddenClockOffset: async () => null,
    onAccess: () => {},
  });
  const present = (content: DocumentContent | string) => documents.offer(GOOD_TOKEN, { signedDocument: asSigned(content) });
  present(identityCardContent());
  const desk = { operator: syntheticOperator(), purpose: purposeById('state-service'), policy: POLICY };
  return {
    checking,
    time,
    documents,
    persons,
    consents,
    signatures,
    store,
    journal,
    logger,
    desk,
    present,
    presentAs(type, content) {
      signatures.signerBin = TEMPLATES.find((template) => template.type === type)!.ownerBin;
      present(content);
    },
    register: (change) => void persons.people.set(CITIZEN_IIN, registeredPerson(change)),
    needIin: () => void (documents.shortCodeNeedsIin = true),
    restrictFields(type, shownFor) {
      templates = templates.map((template) =>
        template.type === type ? { ...template, fields: template.fields.map((field) => ({ ...field, shownFor })) } : template,
      );
    },
    events: () => store.stored.map(({ event }) => event),
  };
}
