/** The contract's block of remote issuance: what a page may ask about applications for keys. No call takes what only the citizen may know. */
import { z } from 'zod';
import { CaseAct, CaseAnswer, CaseDecision, CaseQueue, CaseView, CounterChecks, PhoneRegistration, TakeAnswer } from '../domain/issuance/case-desk.ts';
import { call, event } from './define-contract.ts';
import { TypedIin, TypedPhone } from './typed-numbers.ts';

const Nothing = z.null();
const Hash = z.string().regex(/^[0-9a-f]{64}$/);

export const issuanceCalls = {
  queue: call(Nothing, CaseQueue),
  /** The next case, by chance among the most urgent this operator may see. */
  takeNext: call(Nothing, TakeAnswer),
  /** The application of the person who stands here. */
  openAtCounter: call(z.strictObject({ iin: TypedIin }), TakeAnswer),
  /** The case this operator holds, after a crash too; null where none. */
  current: call(Nothing, CaseView.nullable()),
  /** Bytes of a material of the held case; null where it has none by this hash, or the portal is away. */
  material: call(z.strictObject({ caseId: z.uuid(), sha256: Hash }), z.instanceof(Uint8Array).nullable()),
  /** For `moderation` and `second-opinion`; `refuse` for every kind. */
  decide: call(z.strictObject({ caseId: z.uuid(), answer: CaseDecision }), CaseAnswer),
  /** The person is present and every point of the checklist was looked at; in a call it is the call's script that identifies. */
  identifyAtCounter: call(z.strictObject({ caseId: z.uuid(), checked: CounterChecks }), CaseAnswer),
  /** Back into the queue, undecided. */
  putBack: call(z.strictObject({ caseId: z.uuid(), cause: z.enum(['acquaintance', 'shift-over', 'other']) }), CaseAnswer),

  /** For the held application, or for a person who has none. The code goes to the number; there is no field for it here. */
  registerPhone: call(
    z.strictObject({
      whom: z.union([z.strictObject({ caseId: z.uuid() }), z.strictObject({ iin: TypedIin, present: z.literal(true) })]),
      phone: TypedPhone,
      how: z.enum(['counter', 'video-call']),
    }),
    PhoneRegistration,
  ),
  pollPhone: call(z.strictObject({ registrationId: z.uuid() }), PhoneRegistration),
  cancelPhone: call(z.strictObject({ registrationId: z.uuid() }), Nothing),

  /** Writes the act of an application that ended into the folder of handed-out files. */
  printAct: call(z.strictObject({ caseId: z.uuid() }), CaseAct),

  queueChanged: event(CaseQueue),
};
