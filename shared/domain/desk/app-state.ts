/** What the page must know about the program around it. */
import { z } from 'zod';
import { CallDevices } from '../call/call-devices.ts';
import { Instant } from '../checking/check-outcome.ts';
import { CopyState, DeskMode, FreezeState } from './desk-mode.ts';
import { HandheldProfile } from '../scanning/handheld-profile.ts';
import { Environment } from './environment.ts';
import { OutboxState } from '../journal/journal-entry.ts';
import { JournalHealth } from '../journal/journal-health.ts';
import { Language, Localized } from '../localized.ts';
import { TrainingOperator } from './operator-session.ts';
import { DocumentTypeId } from '../checking/document-template.ts';

export const AppInfo = z.strictObject({
  version: z.string(),
  environment: Environment,
  shell: z.enum(['electron', 'chromium', 'terminal', 'test']),
  workstation: z.string(),
  policyVersion: z.string(),
  /** Whether the connector wants the ИИН beside the short code. */
  shortCodeNeedsIin: z.boolean(),
  /** What the QR of «Открыть доступ» begins with: the scanner trusts a single read of such a text, not of any other. */
  accessPrefixes: z.array(z.string()),
  trainingOperators: z.array(TrainingOperator),
  documentTypes: z.array(z.strictObject({ type: DocumentTypeId, title: Localized, identity: z.boolean() })),
  timers: z.strictObject({
    autoClearMs: z.int().positive(),
    autoClearWarningMs: z.int().positive(),
    faceAttestDelayMs: z.int().nonnegative(),
    stillCheckingMs: z.int().positive(),
    outageReportMs: z.int().positive(),
  }),
});
export type AppInfo = z.infer<typeof AppInfo>;

export const ServiceHealth = z.strictObject({
  clock: z.discriminatedUnion('state', [
    z.strictObject({ state: z.literal('unknown') }),
    z.strictObject({ state: z.enum(['good', 'warn', 'refuse']), offsetMs: z.int() }),
  ]),
  mode: DeskMode,
  /** Since when the documents service has not answered; null while it does. */
  serviceAwaySince: Instant.nullable(),
  /** Whether any set of rules applies today; without one nothing is checked. */
  policyInForce: z.boolean(),
  journal: JournalHealth,
  /** Whether the disk of the journal has the room the rules want; said before there is none left. */
  disk: z.discriminatedUnion('state', [z.strictObject({ state: z.literal('enough') }), z.strictObject({ state: z.literal('low'), freeMegabytes: z.int().nonnegative() })]),
  /** Whether large signed files can be judged: `unable` where a part of the program could not be loaded. */
  fileJudging: z.enum(['able', 'unable']),
  outbox: OutboxState,
  /** Null where no collector is connected. */
  copies: CopyState.nullable(),
  freeze: FreezeState,
});
export type ServiceHealth = z.infer<typeof ServiceHealth>;

const Theme = z.enum(['system', 'light', 'dark']);

export const Preferences = z.strictObject({
  language: Language,
  theme: Theme,
  cameraId: z.string().max(256).nullable(),
  cameraOn: z.boolean(),
  sound: z.boolean(),
  /** Preferences of before scanners were learned have none. */
  handheld: HandheldProfile.nullable().default(null),
  /** Bits a second of a scanner on a serial line; absent while nobody chose. */
  serialBaud: z.int().positive().exactOptional(),
  /** A call wants another camera than a document under a lens; absent while nobody chose. */
  callDevices: CallDevices.exactOptional(),
  lastPurpose: z.string().max(64).nullable(),
});
export type Preferences = z.infer<typeof Preferences>;

/** What an operator chose now and nothing else. The purpose is missing: it is remembered by choosing it. */
export const PreferencesChange = z.strictObject({
  language: Language.exactOptional(),
  theme: Theme.exactOptional(),
  cameraId: Preferences.shape.cameraId.exactOptional(),
  cameraOn: Preferences.shape.cameraOn.exactOptional(),
  sound: Preferences.shape.sound.exactOptional(),
  handheld: HandheldProfile.nullable().exactOptional(),
  serialBaud: Preferences.shape.serialBaud,
  callDevices: Preferences.shape.callDevices,
});
export type PreferencesChange = z.infer<typeof PreferencesChange>;
