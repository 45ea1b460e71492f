/** The context of a request as the documents service wants it. */
import type { RequestContext } from '../../ports/checking/document-access.ts';
import type { RequestFacts } from './messages.ts';

export function requestFacts(apiKey: string, context: RequestContext): RequestFacts {
  return {
    api_key: apiKey,
    request_id: context.requestId,
    purpose: context.purposeId,
    ground: context.ground,
    operator_id: context.operatorId,
    employee_name: context.employeeName,
    organisation: context.organisation,
    branch: context.branch,
    workstation: context.workstation,
  };
}
