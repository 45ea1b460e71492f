/** Who is at the desk, in which role, for what purpose, and whether the desk is locked. */
import { z } from 'zod';
import { Instant } from '../checking/check-outcome.ts';
import { Profile, Purpose, PurposeId } from '../checking/purpose.ts';

export const Operator = z.strictObject({
  /** Stable id from the policy; this, not the name, goes into the journal. */
  id: z.string().regex(/^[a-z0-9][a-z0-9-]{1,40}$/),
  displayName: z.string(),
  profile: Profile,
  /** The organisation and branch as the citizen will read them. */
  organisation: z.string(),
  branch: z.string(),
  certificateExpiresAt: Instant,
});
export type Operator = z.infer<typeof Operator>;

export const OperatorSession = z.discriminatedUnion('state', [
  z.strictObject({ state: z.literal('signed-out') }),
  z.strictObject({
    state: z.literal('signed-in'),
    operator: Operator,
    purposes: z.array(Purpose),
    purposeId: PurposeId.nullable(),
    lockAt: Instant,
    warnLockAt: Instant,
  }),
  z.strictObject({ state: z.literal('locked'), operator: Operator, since: Instant }),
]);
export type OperatorSession = z.infer<typeof OperatorSession>;

export const SignInRefusal = z.enum([
  'key-file-unreadable',
  'password-wrong',
  'key-unsupported',
  'key-mismatch',
  'certificate-expired',
  'certificate-not-yet-valid',
  'certificate-untrusted',
  'certificate-revoked',
  'certificate-not-for-signing',
  'revocation-unknown',
  'not-in-policy',
  'other-operator',
  'clock-skewed',
  'too-many-attempts',
  'training-only',
]);
export type SignInRefusal = z.infer<typeof SignInRefusal>;

export const SignInAnswer = z.discriminatedUnion('ok', [
  z.strictObject({ ok: z.literal(true), session: OperatorSession }),
  z.strictObject({ ok: z.literal(false), code: SignInRefusal, retryAt: Instant.nullable() }),
]);
export type SignInAnswer = z.infer<typeof SignInAnswer>;

export const TrainingOperator = z.strictObject({ id: Operator.shape.id, displayName: z.string(), profile: Profile });
export type TrainingOperator = z.infer<typeof TrainingOperator>;
