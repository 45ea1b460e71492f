/** Every call and event between the page and the core; the only place where their names are written. */
import { z } from 'zod';
import { AppInfo, Preferences, PreferencesChange, ServiceHealth } from '../domain/app-state.ts';
import { AccessView, CheckOutcome, FieldView, Instant } from '../domain/check-outcome.ts';
import { FreezeState } from '../domain/desk-mode.ts';
import { DocumentTypeId } from '../domain/document-template.ts';
import { FaceDecision } from '../domain/face-decision.ts';
import { JournalEntry, JournalHealth, JournalPage, JournalQuery, JournalStanding, OutboxState } from '../domain/journal-entry.ts';
import { ExportedJournal, JournalReport, JournalReportQuery } from '../domain/journal-report.ts';
import { HandOutOrder, KeyAnswer, KeyDoneAnswer, KeyEnding, KeyFileAnswer, KeyId, KeyView, NewKeyOrder, RemovalReason, TokenKeyOrder, TokenView } from '../domain/key-view.ts';
import { OperatorSession, SignInAnswer } from '../domain/operator-session.ts';
import { PurposeId } from '../domain/purpose.ts';
import { ReasonCode } from '../domain/reason-code.ts';
import { ScanInput } from '../domain/scan-input.ts';
import { SignedFileReport } from '../domain/signed-file.ts';
import { SIGNED_FILE_MAX_BYTES } from '../domain/signed-file-limit.ts';
import { FolderAnswer } from '../domain/signing/folder-view.ts';
import { PortalService } from '../domain/signing/portal-service.ts';
import { KeyPlace, OpenKeysAnswer } from '../domain/signing/signing-keys.ts';
import { CallerDecision, SignAnswer, SigningView } from '../domain/signing/signing-request.ts';
import { call, defineContract, event, type Handlers, type HostClient, type Publisher } from './define-contract.ts';
import { issuanceCalls } from './issuance-calls.ts';
import { renewalCalls } from './renewal-calls.ts';
import { videoCalls } from './video-calls.ts';

const Nothing = z.null();
const RequestRef = { requestId: z.string().max(64) };
const OutcomeRef = z.strictObject({ outcomeId: z.uuid() });
const Secret = z.string().min(1).max(256);
/** Key files with the whole chain of their issuers are larger than those of the NCA. */
const ImportedKeyFile = z.instanceof(Uint8Array).refine((bytes) => bytes.length <= 1024 * 1024, 'key file too large');
const BroughtFile = z.instanceof(Uint8Array).refine((bytes) => bytes.length <= SIGNED_FILE_MAX_BYTES, 'file too large');
const KeyFile = z.instanceof(Uint8Array).refine((bytes) => bytes.length <= 64 * 1024, 'key file too large');

export const ConsentAnswer = z.discriminatedUnion('state', [
  z.strictObject({ state: z.literal('waiting'), requestId: z.string(), expiresAt: Instant, phoneEnding: z.string() }),
  z.strictObject({ state: z.literal('given'), requestId: z.string() }),
  z.strictObject({ state: z.literal('refused'), code: ReasonCode }),
]);
export type ConsentAnswer = z.infer<typeof ConsentAnswer>;

/** The reverse way: the desk shows `qr`, the citizen's phone scans it and answers there. */
export const DeskRequestAnswer = z.discriminatedUnion('state', [
  z.strictObject({
    state: z.literal('waiting'),
    requestId: z.string(),
    qr: z.string().max(512),
    /** The citizen's phone shows the same four digits. */
    deskCode: z.string(),
    expiresAt: Instant,
    /** A phone has scanned it; its owner is reading or choosing. */
    scanned: z.boolean(),
  }),
  /** Checked like a scanned access. */
  z.strictObject({ state: z.literal('given'), payload: z.string().max(512) }),
  z.strictObject({ state: z.literal('refused'), code: ReasonCode }),
]);
export type DeskRequestAnswer = z.infer<typeof DeskRequestAnswer>;

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
    /** `documentType` null leaves the choice of the document to the citizen. */
    openDeskRequest: call(z.strictObject({ documentType: DocumentTypeId.nullable() }), DeskRequestAnswer),
    pollDeskRequest: call(z.strictObject({ requestId: z.string().max(128) }), DeskRequestAnswer),
    cancelDeskRequest: call(z.strictObject({ requestId: z.string().max(128) }), Nothing),
    /** Asks the service whether the citizen extended or closed the access. */
    refreshAccess: call(OutcomeRef, AccessView.nullable()),
    revealField: call(z.strictObject({ outcomeId: z.uuid(), field: z.string().max(64) }), FieldView.nullable()),
    attestFace: call(z.strictObject({ outcomeId: z.uuid(), decision: FaceDecision }), Nothing),
    clear: call(z.strictObject({ outcomeId: z.uuid(), cause: z.enum(['operator', 'timer', 'next-scan', 'lock']) }), Nothing),
  },
  journal: {
    list: call(JournalQuery, JournalPage),
    verify: call(Nothing, JournalHealth),
    standing: call(Nothing, JournalStanding),
    report: call(JournalReportQuery, JournalReport),
    /** Null for what is no ИИН. */
    history: call(z.strictObject({ iin: z.string().max(64) }), z.array(JournalEntry).nullable()),
    /** Answers when the files lie in the folder it names; asked again after a break it goes on where it stopped. */
    exportDays: call(z.strictObject({ from: z.iso.date(), to: z.iso.date() }), ExportedJournal),
    exportProgress: event(z.strictObject({ done: z.int(), of: z.int() })),
    /** Null where there is nothing to be set aside. */
    setAside: call(Nothing, JournalHealth.nullable()),
    forget: call(Nothing, z.strictObject({ entries: z.int() })),
    deliverNow: call(Nothing, OutboxState),
    /** A supervisor lets a frozen desk go on for a while, and answers for it. */
    liftFreeze: call(Nothing, FreezeState),
    appended: event(JournalEntry),
    markChanged: event(z.strictObject({ sequence: z.int(), mark: JournalEntry.shape.mark })),
  },
  settings: {
    preferences: call(Nothing, Preferences),
    changePreferences: call(PreferencesChange, Preferences),
  },
  files: {
    /** @param content what a detached signature is about; null where the file holds it */
    check: call(z.strictObject({ file: BroughtFile, content: BroughtFile.nullable() }), SignedFileReport, 3 * SIGNED_FILE_MAX_BYTES),
    /** Ends the check that is under way; it answers that it was not finished. */
    stop: call(z.null(), z.null()),
  },
  keys: {
    list: call(Nothing, z.array(KeyView)),
    /** @param newPassword null keeps the one of the file, where it is good enough */
    importFile: call(z.strictObject({ file: ImportedKeyFile, password: z.string().max(256), newPassword: Secret.nullable() }), KeyAnswer),
    generate: call(NewKeyOrder, KeyAnswer),
    /** The PKCS#10 of a key that waits for its certificate. */
    request: call(z.strictObject({ id: KeyId }), KeyFileAnswer),
    installCertificate: call(z.strictObject({ id: KeyId, certificate: KeyFile }), KeyAnswer),
    changePassword: call(z.strictObject({ id: KeyId, oldPassword: Secret, newPassword: Secret }), KeyDoneAnswer),
    handOut: call(HandOutOrder, KeyFileAnswer),
    remove: call(z.strictObject({ id: KeyId, reason: RemovalReason }), KeyDoneAnswer),
    tokens: call(Nothing, z.array(TokenView)),
    /** Makes a key on a token, and writes the request for its certificate to a file. */
    generateOnToken: call(TokenKeyOrder, KeyFileAnswer),
    /** Puts the certificate that has come beside the key on the token. */
    installOnToken: call(z.strictObject({ tokenId: z.string().max(128), pin: Secret, certificate: KeyFile }), KeyDoneAnswer),
    /** A key crossed one of the days before its end at which its owner is reminded. */
    keyEnding: event(KeyEnding),
  },
  issuance: issuanceCalls,
  calls: videoCalls,
  renewal: renewalCalls,
  signing: {
    /** The request in front of the person; null where nobody asks. */
    current: call(Nothing, SigningView.nullable()),
    /** What is signed inside a document of the request, for one that is drawn; null where it is too large or gone. */
    documentContent: call(z.strictObject({ ...RequestRef, index: z.int().nonnegative().max(1000) }), z.instanceof(Uint8Array).nullable()),
    decideCaller: call(z.strictObject({ ...RequestRef, decision: CallerDecision }), Nothing),
    /** @param folder null for the folder of last time, or the places to begin from. */
    listFolder: call(z.strictObject({ ...RequestRef, folder: z.string().max(4096).nullable() }), FolderAnswer),
    openKeys: call(z.strictObject({ ...RequestRef, place: KeyPlace, password: z.string().max(256) }), OpenKeysAnswer),
    /** The person has looked and agrees; `keyId` is null where no key is needed. */
    confirm: call(z.strictObject({ ...RequestRef, keyId: z.string().max(128).nullable() }), SignAnswer),
    pickFile: call(z.strictObject({ ...RequestRef, path: z.string().max(4096) }), SignAnswer),
    cancel: call(z.strictObject(RequestRef), Nothing),
    /** Says only that there is something to ask `current` for: what is asked is not for a page nobody has unlocked. */
    changed: event(z.strictObject({ pending: z.boolean() })),
    portals: call(Nothing, PortalService),
    portalsChanged: event(PortalService),
    /** A page asked for the settings of the service. */
    settingsAsked: event(Nothing),
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
