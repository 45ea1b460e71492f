/** Every call and event between the page and the core; the only place where their names are written. */
import { z } from 'zod';
import { AppInfo, Preferences, ServiceHealth } from '../domain/app-state.ts';
import { AccessView, CheckOutcome, FieldView, Instant } from '../domain/check-outcome.ts';
import { DocumentTypeId } from '../domain/document-template.ts';
import { FaceDecision } from '../domain/face-decision.ts';
import { JournalEntry, JournalHealth, JournalPage, JournalQuery, OutboxState } from '../domain/journal-entry.ts';
import { OperatorSession, SignInAnswer } from '../domain/operator-session.ts';
import { PurposeId } from '../domain/purpose.ts';
import { ReasonCode } from '../domain/reason-code.ts';
import { ScanInput } from '../domain/scan-input.ts';
import { call, defineContract, event, type Handlers, type HostClient, type Publisher } from './define-contract.ts';

const Nothing = z.null();
const OutcomeRef = z.strictObject({ outcomeId: z.uuid() });
const Secret = z.string().min(1).max(256);
const KeyFile = z.instanceof(Uint8Array).refine((bytes) => bytes.length <= 64 * 1024, 'key file too large');

export const ConsentAnswer = z.discriminatedUnion('state', [
  z.strictObject({ state: z.literal('waiting'), requestId: z.string(), expiresAt: Instant, phoneEnding: z.string() }),
  z.strictObject({ state: z.literal('given'), requestId: z.string() }),
  z.strictObject({ state: z.literal('refused'), code: ReasonCode }),
]);
export type ConsentAnswer = z.infer<typeof ConsentAnswer>;

/** One grey picture of the training camera: `luma` holds width × height bytes, row by row. */
export const TrainingFrame = z.strictObject({ width: z.int(), height: z.int(), luma: z.instanceof(Uint8Array) });
export type TrainingFrame = z.infer<typeof TrainingFrame>;

export const contract = defineContract({
  app: {
    describe: call(Nothing, AppInfo),
    health: call(Nothing, ServiceHealth),
    healthChanged: event(ServiceHealth),
    /** An error of the page, already without data: name of the error and place in the bundle. */
    reportFault: call(z.strictObject({ name: z.string().max(80), place: z.string().max(200) }), Nothing),
  },
  operator: {
    session: call(Nothing, OperatorSession),
    signIn: call(z.strictObject({ keyFile: KeyFile, password: Secret }), SignInAnswer),
    signInTraining: call(z.strictObject({ operatorId: z.string().max(64) }), SignInAnswer),
    unlock: call(z.strictObject({ password: Secret }), SignInAnswer),
    unlockTraining: call(Nothing, SignInAnswer),
    choosePurpose: call(z.strictObject({ purposeId: PurposeId }), OperatorSession),
    /** Told by the page at most every few seconds while the operator works. */
    noteActivity: call(Nothing, Nothing),
    lock: call(Nothing, Nothing),
    signOut: call(Nothing, Nothing),
    sessionChanged: event(OperatorSession),
  },
  checking: {
    checkScan: call(ScanInput, CheckOutcome),
    requestConsent: call(
      z.strictObject({ iin: z.string().max(64), phone: z.string().max(64), documentType: DocumentTypeId }),
      ConsentAnswer,
    ),
    pollConsent: call(z.strictObject({ requestId: z.string().max(128) }), ConsentAnswer),
    cancelConsent: call(z.strictObject({ requestId: z.string().max(128) }), Nothing),
    /** Asks the service whether the citizen extended or closed the access. */
    refreshAccess: call(OutcomeRef, AccessView.nullable()),
    revealField: call(z.strictObject({ outcomeId: z.uuid(), field: z.string().max(64) }), FieldView.nullable()),
    attestFace: call(z.strictObject({ outcomeId: z.uuid(), decision: FaceDecision }), Nothing),
    clear: call(z.strictObject({ outcomeId: z.uuid(), cause: z.enum(['operator', 'timer', 'next-scan', 'lock']) }), Nothing),
  },
  journal: {
    list: call(JournalQuery, JournalPage),
    verify: call(Nothing, JournalHealth),
    deliverNow: call(Nothing, OutboxState),
    appended: event(JournalEntry),
    markChanged: event(z.strictObject({ sequence: z.int(), mark: JournalEntry.shape.mark })),
  },
  settings: {
    preferences: call(Nothing, Preferences),
    savePreferences: call(Preferences, Preferences),
  },
  training: {
    /** A picture of the citizen's phone as the training camera sees it; null where no phone shows a code. */
    frame: call(Nothing, TrainingFrame.nullable()),
  },
});

export type Contract = typeof contract;
export type CoreHandlers = Handlers<Contract>;
export type CorePublisher = Publisher<Contract>;
export type Host = HostClient<Contract>;
