/**
 * Messages of the documents service, E-Document style: JSON, the API key in the body, snake_case names.
 * Public are the two steps of `online-access` (SMS consent); the names of the QR and short-code way are not public
 * and follow the same style. `signed_document` is the owner body's CAdES signature in base64.
 */
import { z } from 'zod';
import { Instant } from '../../../shared/domain/checking/check-outcome.ts';
import { Pair } from '../../../shared/domain/localized.ts';

const Iin = z.string().regex(/^\d{12}$/);
const Name = z.string().min(1).max(200);

/** Who asks and why: sent with every request, shown to the citizen. */
export const RequestFacts = z.object({
  api_key: z.string().min(1).max(200),
  request_id: z.string().min(1).max(64),
  purpose: z.string().min(1).max(64),
  ground: Pair,
  operator_id: z.string().min(1).max(64),
  employee_name: Name,
  organisation: Name,
  branch: Name,
  workstation: Name,
});
export type RequestFacts = z.infer<typeof RequestFacts>;

export const RedeemRequest = z.union([
  RequestFacts.extend({ token: z.string().min(1).max(512) }),
  RequestFacts.extend({ code: z.string().regex(/^\d{6}$/), iin: Iin.nullable() }),
]);
export type RedeemRequest = z.infer<typeof RedeemRequest>;

export const AccessDocument = z.object({
  access_id: z.string().min(1).max(128),
  request_id: z.string().min(1).max(64),
  opened_at: Instant,
  expires_at: Instant,
  extended: z.boolean(),
  service_time: Instant,
  signed_document: z.base64(),
});
export type AccessDocument = z.infer<typeof AccessDocument>;

export const StatusRequest = z.object({ api_key: z.string().min(1).max(200), access_id: z.string().min(1).max(128) });
export const StatusAnswer = z.object({
  state: z.enum(['open', 'closed', 'expired']),
  opened_at: Instant,
  expires_at: Instant,
  extended: z.boolean(),
  service_time: Instant,
});
export type StatusAnswer = z.infer<typeof StatusAnswer>;

export const TimeAnswer = z.object({ service_time: Instant });

/** `POST /e-document/online-access/request/{document_type}/`. */
export const OnlineAccessRequest = RequestFacts.extend({ iin: Iin, phone: z.string().regex(/^\+\d{6,15}$/) });
export type OnlineAccessRequest = z.infer<typeof OnlineAccessRequest>;

export const OnlineAccessSession = z.object({
  backend_session_id: z.string().min(1).max(128),
  expires_at: Instant,
  phone_ending: z.string().max(4),
});
export type OnlineAccessSession = z.infer<typeof OnlineAccessSession>;

/**
 * `POST /e-document/online-access/approve/`. The public form also has `code`; here it is refused:
 * the one-time password is entered on the citizen's own phone, and this call only collects what was allowed.
 */
export const ApproveRequest = RequestFacts.extend({
  backend_session_id: z.string().min(1).max(128),
  code: z.never().optional(),
});
export const SessionRequest = z.object({ api_key: z.string().min(1).max(200), backend_session_id: z.string().min(1).max(128) });
export const SessionState = z.object({
  state: z.enum(['waiting', 'given', 'refused', 'expired']),
  expires_at: Instant,
  phone_ending: z.string().max(4),
});
export type SessionState = z.infer<typeof SessionState>;

/**
 * The reverse way: the desk shows a request, the citizen's phone scans it. Not public and of the same style as the rest.
 * `document_type` null leaves the choice of the document to the citizen.
 */
export const DeskRequest = RequestFacts.extend({ document_type: z.string().max(64).nullable() });
export type DeskRequest = z.infer<typeof DeskRequest>;

export const DeskRequestSession = z.object({
  backend_session_id: z.string().min(1).max(128),
  qr: z.string().min(1).max(512),
  /** Shown by both screens, so that the citizen sees whose request it is. */
  desk_code: z.string().regex(/^\d{4}$/),
  expires_at: Instant,
});
export type DeskRequestSession = z.infer<typeof DeskRequestSession>;

export const DeskRequestState = z.discriminatedUnion('state', [
  z.object({ state: z.literal('waiting'), expires_at: Instant, scanned: z.boolean() }),
  /** `access_qr` says what the QR of «Открыть доступ» would. */
  z.object({ state: z.literal('given'), access_qr: z.string().min(1).max(512) }),
  z.object({ state: z.enum(['refused', 'expired']) }),
]);
export type DeskRequestState = z.infer<typeof DeskRequestState>;

/** Refusals of the service in its own words. */
export const DocumentErrorCode = z.enum([
  'ACCESS_UNKNOWN',
  'ACCESS_EXPIRED',
  'ACCESS_USED',
  'ACCESS_OTHER_PURPOSE',
  'CODE_BLOCKED',
  'CONSENT_WAITING',
  'CONSENT_REFUSED',
  'CONSENT_EXPIRED',
  'PHONE_NOT_REGISTERED',
  'DOCUMENT_NOT_FOUND',
  'SESSION_UNKNOWN',
  'IIN_REQUIRED',
  'API_KEY_UNKNOWN',
  'REQUEST_MALFORMED',
]);
export type DocumentErrorCode = z.infer<typeof DocumentErrorCode>;

export const DOCUMENT_PATHS = {
  redeem: '/e-document/access/redeem/',
  status: '/e-document/access/status/',
  time: '/e-document/time/',
  request: (documentType: string) => `/e-document/online-access/request/${documentType}/`,
  approve: '/e-document/online-access/approve/',
  sessionState: '/e-document/online-access/state/',
  sessionCancel: '/e-document/online-access/cancel/',
  deskRequest: '/e-document/desk-request/open/',
  deskRequestState: '/e-document/desk-request/state/',
  deskRequestCancel: '/e-document/desk-request/cancel/',
} as const;
