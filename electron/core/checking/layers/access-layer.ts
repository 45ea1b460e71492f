/** Layer 1: did the citizen open this access, to us, now, and does the answer belong to our question? */
import type { ReasonCode } from '../../../../shared/domain/reason-code.ts';
import type { Evidence } from '../evidence.ts';
import { failed, type Judgement, passed, undetermined } from './judgement.ts';

/** Evidence could not be had; says nothing about what was presented. */
const COULD_NOT_ASK: ReadonlySet<ReasonCode> = new Set<ReasonCode>([
  'service-unreachable',
  'service-timeout',
  'service-error',
  'service-refused-us',
  'answer-malformed',
  'answer-too-large',
  'answer-replayed',
  'code-blocked',
  'consent-waiting',
  'clock-skewed',
]);

export function judgeAccess({ access, expectation, content, desk }: Evidence): Judgement {
  if (access.state === 'refused') {
    const { code, detail } = access.refusal;
    return COULD_NOT_ASK.has(code) ? undetermined(code, detail) : failed(code, detail);
  }
  if (!access.echoed) return undetermined('answer-replayed', 'request id');
  if (Math.abs(access.clockOffsetMs) > desk.policy.numbers.clockRefuseMs) return undetermined('clock-skewed', `${access.clockOffsetMs} ms`);
  if (Date.parse(access.answer.expiresAt) < Date.parse(access.answer.serviceTime)) return failed('access-expired');
  if (content.state === 'read') {
    const { type, common, presentedBy } = content.content;
    if (expectation.documentType !== null && expectation.documentType !== type) return undetermined('answer-replayed', 'document type');
    // A representative's ИИН opens a document of somebody else (352/НҚ п.14): there is nothing to compare.
    const owner = presentedBy === null ? expectation.presenterIin : null;
    if (owner !== null && owner !== common.docOwner.iin) return undetermined('answer-replayed', 'owner');
  }
  return passed('access-granted');
}
