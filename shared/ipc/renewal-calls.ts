/** The contract's block of renewing an identity card. */
import { z } from 'zod';
import { EyesJudgement, EyesOpenness, PhotoJudgement, RENEWAL_PICTURE_MAX_BYTES, RenewalApplied, RenewalCheck, RenewalFeedback, RenewalNumber, RenewalOrder, RenewalPaperAct, RenewalPicture, RenewalQuestionIn, RenewalStanding } from '../domain/renewal/renewal.ts';
import { call } from './define-contract.ts';

export const renewalCalls = {
  check: call(RenewalQuestionIn, RenewalCheck),
  /** Whether there is one face on the photograph, as a document needs it; whose it is, the operator sees. */
  judgePhoto: call(z.strictObject({ photo: RenewalPicture }), PhotoJudgement, 2 * RENEWAL_PICTURE_MAX_BYTES),
  /** What the measured openness means by the policy; asked again in `apply`, with the operator's word. */
  judgeEyes: call(z.strictObject({ openness: EyesOpenness }), EyesJudgement),
  /** Rule, photograph and eyes are judged again before it is sent: a page that was left open is not asked about yesterday. */
  apply: call(RenewalOrder, RenewalApplied, 3 * RENEWAL_PICTURE_MAX_BYTES),
  standing: call(z.strictObject({ number: RenewalNumber }), RenewalStanding),
  giveFeedback: call(RenewalFeedback, z.boolean()),
  /** The act with which the person is sent on the paper route, into the folder of handed-out files. */
  printPaperAct: call(z.null(), RenewalPaperAct),
};
