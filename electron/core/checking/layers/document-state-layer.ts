/** Layer 7: is the document in force today, by its status, its dates and the registry's list? */
import type { DocumentContent } from '../../../../shared/domain/checking/document-content.ts';
import type { DocumentTemplate } from '../../../../shared/domain/checking/document-template.ts';
import type { ReasonCode } from '../../../../shared/domain/reason-code.ts';
import type { RegisteredDocument } from '../../../ports/checking/person-registry.ts';
import type { Evidence } from '../evidence.ts';
import { isDamaged } from '../../../../shared/domain/person/damaged-text.ts';
import { failed, type Judgement, NOT_REACHED, passedWithNotices, undetermined } from './judgement.ts';

/** Status codes of ГБД ФЛ as far as they are public; any other one than 00 (07 unfit, …) ends the document. */
const IN_FORCE = '00';
const ENDED_BECAUSE: ReadonlyMap<string, ReasonCode> = new Map([
  ['17', 'document-replaced'],
  ['18', 'person-dead'],
]);

export function judgeDocumentState({ content, person, today }: Evidence): Judgement {
  if (content.state === 'none') return NOT_REACHED;
  if (content.state === 'malformed') return undetermined('answer-malformed');
  if (content.template === null) return undetermined('document-type-unknown', content.content.type);
  // ГБД ФЛ lists identity documents; a diploma may bear the same digits by chance.
  const registered = person?.ok && content.template.identity ? person.value.documents : [];
  return judgeDocument(content.content, content.template, registered, today);
}

function judgeDocument(
  content: DocumentContent,
  template: DocumentTemplate,
  registered: readonly RegisteredDocument[],
  today: string,
): Judgement {
  const rows = registered.filter((row) => row.number === content.common.docNumber);
  const ended = endedBy(content.status.code) ?? endedByRegistry(rows);
  if (ended !== null) return failed(ended.code, ended.detail);

  const { date_of_issue: begin, date_of_expire: end } = content.extra;
  if (end !== null && end < begin) return undetermined('document-status-contradicts-dates', 'expiry before issue');
  // `endDate` is the last day of validity (ten years minus a day): the document holds through its end.
  if (end !== null && end < today) return failed('document-expired', end);
  if (begin > today) return failed('document-not-yet-valid', begin);
  const contradiction = contradictionOf(rows, end, today);
  if (contradiction !== null) return undetermined('document-status-contradicts-dates', contradiction);

  return passedWithNotices('document-in-force', noticesOf(content, template, rows));
}

function endedBy(statusCode: string): { code: ReasonCode; detail: string } | null {
  if (statusCode === IN_FORCE) return null;
  return { code: ENDED_BECAUSE.get(statusCode) ?? 'document-revoked', detail: `status ${statusCode}` };
}

/** The list keeps former rows of one number; the document is ended only when no row holds it in force. */
function endedByRegistry(rows: readonly RegisteredDocument[]): { code: ReasonCode; detail: string } | null {
  if (rows.length === 0 || rows.some((row) => row.status.code === IN_FORCE)) return null;
  return endedBy(rows[0]!.status.code);
}

/** Status 00 beside dates that say otherwise: the registry contradicts itself and cannot be relied on either way. */
function contradictionOf(rows: readonly RegisteredDocument[], end: string | null, today: string): string | null {
  const inForce = rows.filter((row) => row.status.code === IN_FORCE);
  if (inForce.some((row) => row.invalidityDate !== null && row.invalidityDate <= today)) return 'status 00 with a past invalidity date';
  if (inForce.length > 0 && inForce.every((row) => row.endDate !== end)) return 'end date differs from the registry';
  return null;
}

function noticesOf(content: DocumentContent, template: DocumentTemplate, rows: readonly RegisteredDocument[]): ReasonCode[] {
  const notices: ReasonCode[] = [];
  if (rows.length > 1) notices.push('document-duplicated');
  if (template.historical) notices.push('document-historical');
  if (Object.values(content.fields).some(isDamaged)) notices.push('registry-data-damaged');
  if (template.civilStatus) notices.push('registry-may-be-wrong');
  return notices;
}
