/** Renewal of identity cards at this workstation: the domain put together with the office, the journal and the operator. */
import type { OperatorSession } from '../../../shared/domain/desk/operator-session.ts';
import type { CoreHandlers } from '../../../shared/ipc/contract.ts';
import type { AppPorts } from '../app-ports.ts';
import type { PortraitExaminer } from '../../ports/issuance/portrait-examiner.ts';
import { type Journal, subjectHash } from '../journal/index.ts';
import { createRenewalDesk, type RenewalDesk } from '../renewal/index.ts';

export function createRenewals(ports: AppPorts, { journal, session }: { journal: Journal; session(): OperatorSession }): CoreHandlers['renewal'] {
  const { connection, portraits, renewal: office } = ports;
  const { name: organisation, branch } = connection.organisation;
  // Without an office the rule is still told; only what needs the office is away.
  const desk: RenewalDesk = createRenewalDesk({
    ...ports,
    office: office ?? NO_OFFICE,
    portraits: portraits ?? NO_EXAMINER,
    rules: ports.renewalRules,
    outlet: ports.keys.outlet,
    place: { organisation, branch, workstation: ports.workstation },
    async record({ iin, ...told }) {
      const now = session();
      const about = iin === null ? {} : { subjectHash: subjectHash(ports.subjectKey, iin) };
      await journal.record({ kind: 'renewal-step', ...told, ...about }, { operatorId: now.state === 'signed-in' ? now.operator.id : null, purpose: null });
    },
  });
  return {
    check: desk.check,
    judgePhoto: ({ photo }) => desk.judgePhoto(photo),
    judgeEyes: async ({ openness }) => desk.judgeEyes(openness),
    apply: desk.apply,
    standing: ({ number }) => desk.standing(number),
    giveFeedback: desk.giveFeedback,
    printPaperAct: () => desk.printPaperAct(),
  };
}

const unreachable = async () => ({ ok: false, failure: { code: 'service-unreachable', detail: null } }) as const;
const NO_OFFICE = { card: unreachable, apply: unreachable, standing: unreachable, giveFeedback: unreachable };
const NO_EXAMINER: PortraitExaminer = { examine: async () => ({ state: 'unavailable' }) };
