/** The bad days of the stand: every switch, its range, its rest position, and what it does in one line. */
import { z } from 'zod';

/** Services whose answers the switches can spoil; `phone`, `control` and the connection file always work. */
export const ServiceName = z.enum(['documents', 'shep', 'cabinets', 'ocsp', 'tsp', 'crl', 'collector', 'issuance', 'nca', 'renewal']);
export type ServiceName = z.infer<typeof ServiceName>;

export const AnswerFault = z.enum([
  'none',
  /** An earlier answer again, with the earlier request's id. */
  'replayed',
  /** More bytes than any honest answer has. */
  'oversized',
  /** A byte now and then, never the end. */
  'slow-drip',
  /** Cut in the middle, but sent as complete. */
  'malformed',
  /** The connection dies after half of the announced bytes. */
  'dies-half-way',
  /** The data of another person. */
  'wrong-iin',
]);
export type AnswerFault = z.infer<typeof AnswerFault>;

const SignatureFault = z.enum([
  'none',
  'wrong-signature',
  'wrong-content',
  'no-timestamp',
  'expired-timestamp',
  'wrong-timestamp',
  'foreign-signer',
  'untrusted-chain',
]);

const HALF_AN_HOUR = 30 * 60_000;

export const BadDays = z.strictObject({
  latencyMs: z.int().min(0).max(HALF_AN_HOUR).default(0),
  outage: z.array(ServiceName).default([]),
  smsLost: z.boolean().default(false),
  signatureFault: SignatureFault.default('none'),
  issuerRevoked: z.boolean().default(false),
  /** БИН of the state body whose certificate is revoked. */
  stateBodyRevoked: z
    .string()
    .regex(/^\d{12}$/)
    .nullable()
    .default(null),
  clockSkewMs: z.int().min(-86_400_000).max(86_400_000).default(0),
  answers: z
    .strictObject({
      documents: AnswerFault.default('none'),
      shep: AnswerFault.default('none'),
      cabinets: AnswerFault.default('none'),
    })
    .default({ documents: 'none', shep: 'none', cabinets: 'none' }),
  /** Whether an access can be looked at more than once: as the type says, or the same for all. */
  singleUse: z.enum(['by-type', 'always', 'never']).default('by-type'),
});
export type BadDays = z.infer<typeof BadDays>;

/** What `POST /control` takes: any of the switches; the ones left out stay as they are. */
export const BadDaysChange = z.strictObject({
  latencyMs: BadDays.shape.latencyMs.unwrap().optional().describe('How much later every answer comes, in milliseconds.'),
  outage: z
    .union([z.array(ServiceName), z.literal('all')])
    .optional()
    .describe('Services that answer 503; an empty list ends the outage.'),
  smsLost: z.boolean().optional().describe('Messages of 1414 never arrive.'),
  signatureFault: SignatureFault.optional().describe('What is wrong with the signature of every document formed from now on.'),
  issuerRevoked: z.boolean().optional().describe('The issuing certificate is revoked by the root.'),
  stateBodyRevoked: BadDays.shape.stateBodyRevoked.unwrap().optional().describe('БИН of the body whose certificate is revoked; null for none.'),
  clockSkewMs: BadDays.shape.clockSkewMs.unwrap().optional().describe('Service clock minus true time, in milliseconds.'),
  answers: z
    .strictObject({ documents: AnswerFault.optional(), shep: AnswerFault.optional(), cabinets: AnswerFault.optional() })
    .optional()
    .describe('How the answers of a service are spoilt.'),
  singleUse: BadDays.shape.singleUse.unwrap().optional().describe('Whether an access serves for one look: as the type says, always, never.'),
});
export type BadDaysChange = z.input<typeof BadDaysChange>;

export const GOOD_DAY: BadDays = BadDays.parse({});

export interface BadDaySwitches {
  current(): BadDays;
  /** Resolves when the authority has followed too. */
  change(change: BadDaysChange): Promise<BadDays>;
  reset(): Promise<BadDays>;
}

/** `applied` hears of every change, so that the authority can follow (revocations). */
export function createSwitches(applied: (now: BadDays, before: BadDays) => Promise<void>): BadDaySwitches {
  let state = GOOD_DAY;
  const become = async (next: BadDays): Promise<BadDays> => {
    const before = state;
    state = next;
    await applied(next, before);
    return next;
  };
  return {
    current: () => state,
    change(change) {
      const { outage, answers, ...rest } = BadDaysChange.parse(change);
      return become(
        BadDays.parse({
          ...state,
          ...rest,
          outage: outage === 'all' ? ServiceName.options : (outage ?? state.outage),
          answers: { ...state.answers, ...answers },
        }),
      );
    },
    reset: () => become(GOOD_DAY),
  };
}
