/** The contract's block of the main job: a code or a consent in, a verdict out. The one-time password of the citizen has no field here. */
import { z } from 'zod';
import { AccessView, CheckOutcome, FieldView, Instant } from '../domain/checking/check-outcome.ts';
import { DocumentTypeId } from '../domain/checking/document-template.ts';
import { FaceDecision } from '../domain/checking/face-decision.ts';
import { ReasonCode } from '../domain/reason-code.ts';
import { ScanInput } from '../domain/scanning/scan-input.ts';
import { call } from './define-contract.ts';

const Nothing = z.null();
const OutcomeRef = z.strictObject({ outcomeId: z.uuid() });
const RequestRef = z.strictObject({ requestId: z.string().max(128) });

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

export const checkingCalls = {
  checkScan: call(ScanInput, CheckOutcome),
  requestConsent: call(
    z.strictObject({ iin: z.string().max(64), phone: z.string().max(64), documentType: DocumentTypeId }),
    ConsentAnswer,
  ),
  pollConsent: call(RequestRef, ConsentAnswer),
  cancelConsent: call(RequestRef, Nothing),
  /** `documentType` null leaves the choice of the document to the citizen. */
  openDeskRequest: call(z.strictObject({ documentType: DocumentTypeId.nullable() }), DeskRequestAnswer),
  pollDeskRequest: call(RequestRef, DeskRequestAnswer),
  cancelDeskRequest: call(RequestRef, Nothing),
  /** Asks the service whether the citizen extended or closed the access. */
  refreshAccess: call(OutcomeRef, AccessView.nullable()),
  revealField: call(z.strictObject({ outcomeId: z.uuid(), field: z.string().max(64) }), FieldView.nullable()),
  attestFace: call(z.strictObject({ outcomeId: z.uuid(), decision: FaceDecision }), Nothing),
  clear: call(z.strictObject({ outcomeId: z.uuid(), cause: z.enum(['operator', 'timer', 'next-scan', 'lock']) }), Nothing),
};
