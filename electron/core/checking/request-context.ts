/** Who asks and why, as the service will tell the citizen. */
import type { RequestContext } from '../../ports/checking/document-access.ts';
import type { DeskContext } from './evidence.ts';

export function requestContext(
  { operator, purpose }: DeskContext,
  tools: { randomId(): string; workstation: string },
): RequestContext {
  return {
    requestId: tools.randomId(),
    purposeId: purpose.id,
    ground: { kk: purpose.ground.kk, ru: purpose.ground.ru },
    operatorId: operator.id,
    employeeName: operator.displayName,
    organisation: operator.organisation,
    branch: operator.branch,
    workstation: tools.workstation,
  };
}
