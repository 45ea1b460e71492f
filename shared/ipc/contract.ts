/** Every call and event between the page and the core, large domains as blocks of their own; no name is written anywhere else. */
import { z } from 'zod';
import { AppInfo, Preferences, PreferencesChange, ServiceHealth } from '../domain/desk/app-state.ts';
import { OperatorSession, SignInAnswer } from '../domain/desk/operator-session.ts';
import { PurposeId } from '../domain/checking/purpose.ts';
import { SignedFileReport } from '../domain/trust/signed-file.ts';
import { SIGNED_FILE_MAX_BYTES } from '../domain/trust/signed-file-limit.ts';
import { checkingCalls } from './checking-calls.ts';
import { call, defineContract, event, type Handlers, type HostClient, type Publisher } from './define-contract.ts';
import { issuanceCalls } from './issuance-calls.ts';
import { journalCalls } from './journal-calls.ts';
import { keyCalls } from './key-calls.ts';
import { KeyFile, Secret } from './key-secrets.ts';
import { renewalCalls } from './renewal-calls.ts';
import { signingCalls } from './signing-calls.ts';
import { videoCalls } from './video-calls.ts';

const Nothing = z.null();
const BroughtFile = z.instanceof(Uint8Array).refine((bytes) => bytes.length <= SIGNED_FILE_MAX_BYTES, 'file too large');

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
  checking: checkingCalls,
  journal: journalCalls,
  settings: {
    preferences: call(Nothing, Preferences),
    changePreferences: call(PreferencesChange, Preferences),
  },
  files: {
    /** @param content what a detached signature is about; null where the file holds it */
    check: call(z.strictObject({ file: BroughtFile, content: BroughtFile.nullable() }), SignedFileReport, 3 * SIGNED_FILE_MAX_BYTES),
    /** Ends the check that is under way; it answers that it was not finished. */
    stop: call(Nothing, Nothing),
  },
  keys: keyCalls,
  issuance: issuanceCalls,
  calls: videoCalls,
  renewal: renewalCalls,
  signing: signingCalls,
  training: {
    /** A picture of the citizen's phone as the training camera sees it; null where no phone shows a code. */
    frame: call(Nothing, TrainingFrame.nullable()),
  },
});

export type Contract = typeof contract;
export type CoreHandlers = Handlers<Contract>;
export type CorePublisher = Publisher<Contract>;
export type Host = HostClient<Contract>;
