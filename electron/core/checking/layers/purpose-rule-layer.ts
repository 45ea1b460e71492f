/** Layer 9: may this operator see this document for this purpose, presented in this way? */
import type { DocumentContent } from '../../../../shared/domain/checking/document-content.ts';
import type { DocumentTemplate } from '../../../../shared/domain/checking/document-template.ts';
import type { AccessKey } from '../../../ports/checking/document-access.ts';
import { isShownFor } from '../document-view.ts';
import type { DeskContext, Evidence } from '../evidence.ts';
import { failed, type Judgement, NOT_REACHED, passedWithNotices } from './judgement.ts';

export function judgePurposeRule({ content, desk, channel }: Evidence): Judgement {
  if (content.state !== 'read' || content.template === null) return NOT_REACHED;
  const refusal = purposeRefusal(content.template, desk, channel);
  if (refusal !== null) return failed(refusal);
  return judgeRepresentative(content.content, desk);
}

/** What can be refused before anything is asked of the service. */
export function purposeRefusal(
  template: DocumentTemplate,
  { operator, purpose }: DeskContext,
  channel: AccessKey['channel'],
): 'purpose-not-allowed' | 'presence-required' | null {
  if (!purpose.profiles.includes(operator.profile) || !showsAnything(template, purpose.id)) return 'purpose-not-allowed';
  // 352/НҚ п.21: identity documents for payment and financial services only with the person present; a consent by
  // message proves nobody's presence.
  if (purpose.presence === 'required' && template.identity && channel === 'sms-consent') return 'presence-required';
  return null;
}

/** A purpose that entitles to no field of a type gives no ground to look at it. */
const showsAnything = (template: DocumentTemplate, purposeId: string): boolean =>
  template.fields.some((field) => isShownFor(field, purposeId));

/** 352/НҚ п.14: documents of minors are presented by their legal representatives. */
function judgeRepresentative(content: DocumentContent, { purpose }: DeskContext): Judgement {
  if (content.presentedBy === null) return passedWithNotices('purpose-allowed', []);
  if (purpose.representative === 'refused') return failed('representative-not-allowed');
  return passedWithNotices('purpose-allowed', ['presented-by-representative']);
}
