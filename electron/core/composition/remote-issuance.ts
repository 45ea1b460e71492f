/** Remote issuance at this workstation: cases put together with the portal, the registers, evidence, the journal and the operator's key. */
import type { CaseAct, CaseQueue } from '../../../shared/domain/case-desk.ts';
import { CASE_WORKERS } from '../../../shared/domain/duties.ts';
import type { OperatorSession } from '../../../shared/domain/operator-session.ts';
import type { CoreHandlers, CorePublisher } from '../../../shared/ipc/contract.ts';
import type { IssuancePorts } from '../../ports/issuance-ports.ts';
import type { AppPorts } from '../app-ports.ts';
import { type CallBackground, type CallCases, type EvidenceOrder, type EvidenceSession, openEvidence } from '../identification/index.ts';
import { actOf, askChangedLately, backgroundForCall, createCaseDesk, createCaseWork, createComparisons, createPhoneDesk, shareCases, watchFeed, withReceipts } from '../issuance/index.ts';
import type { Journal } from '../journal/index.ts';
import { casesForCalls } from './cases-for-calls.ts';
import { issuanceHandlers } from './issuance-handlers.ts';
import { NO_ISSUANCE } from './no-issuance.ts';

export interface RemoteIssuance {
  handlers: CoreHandlers['issuance'];
  /** For who meets the citizen in a call; null where this desk takes no part. */
  forCalls: { cases: CallCases; background(caseId: string): Promise<CallBackground>; openEvidence(order: EvidenceOrder): Promise<EvidenceSession> } | null;
  start(): void;
  /** The operator's desk is left: nothing of a person stays in memory. */
  leave(): void;
  sessionChanged(): void;
  stop(): Promise<void>;
}

export interface RemoteIssuanceParts {
  journal: Journal;
  session(): OperatorSession;
  /** The operator's CAdES-T signature over these bytes, detached; null where it cannot be made now. */
  signAsOperator(bytes: Uint8Array): Promise<Uint8Array | null>;
}

const DAY_MS = 24 * 60 * 60 * 1000;

export function createRemoteIssuance(ports: AppPorts, publisher: CorePublisher, parts: RemoteIssuanceParts): RemoteIssuance {
  return ports.issuance === null ? NO_ISSUANCE : takesPart(ports, ports.issuance, publisher, parts);
}

function takesPart(ports: AppPorts, issuance: IssuancePorts, publisher: CorePublisher, { journal, session, signAsOperator }: RemoteIssuanceParts): RemoteIssuance {
  const { clock, logger, connection, randomId } = ports;
  const { store } = issuance;
  const { organisation } = connection;
  const issuer = { organisation: organisation.name, bin: organisation.bin, branch: organisation.branch };
  const portal = withReceipts(issuance.portal, { store, receipts: issuance.receipts, papers: ports.papers, issuer });

  const desk = createCaseDesk({
    ...ports,
    store,
    portal,
    journal,
    onMoved({ case: moved }) {
      if (moved.stage.stage === 'comparison') void compare();
      announce();
    },
  });
  const comparison = {
    ...ports,
    portal,
    faces: issuance.faces,
    requestContext: () => ({
      requestId: randomId(),
      purposeId: 'remote-issuance',
      ground: { kk: 'ЭЦҚ-ны қашықтан алуға өтінім', ru: 'Заявление на дистанционное получение ЭЦП' },
      operatorId: 'remote-issuance',
      employeeName: organisation.name,
      organisation: organisation.name,
      branch: organisation.branch,
      workstation: ports.workstation,
    }),
  };
  const shared = shareCases({ ...ports, pool: issuance.pool, store, desk, onChange: () => announce() });
  const compare = createComparisons({ ...comparison, store, desk, shared, logger });
  const sessionOf = (order: EvidenceOrder): Promise<EvidenceSession> => openEvidence({ ...ports, ...issuance, journal, sign: signAsOperator }, order);
  const cases = createCaseWork({
    store,
    desk,
    comparison,
    openEvidence: sessionOf,
    journal,
    shared,
    iinOf: (operatorId) => organisation.operators.find(({ id }) => id === operatorId)?.iin ?? null,
    onChange: () => announce(),
  });
  const feed = watchFeed({
    ...ports,
    portal,
    position: () => store.position(),
    async catchUp() {
      await shared.keepUp();
      await desk.catchUp();
      await compare();
    },
    onAwayChanged: () => announce(),
  });
  const wasChangedLately = askChangedLately({ ...ports, portal });
  const phones = createPhoneDesk({
    mobileBase: issuance.mobileBase,
    journal,
    organisation: organisation.name,
    async onRegistered(caseId, told, operatorId) {
      const changed = told ?? (await wasChangedLately(caseId));
      const moved = await cases.conclude(caseId, operatorId, 'phone-counter-1', { registered: true, changed }, () => ({ kind: 'phone-registered', operatorId, changed }));
      return !moved.ok && moved.code === 'evidence-failed' ? 'again' : 'done';
    },
  });

  async function printAct(caseId: string): Promise<CaseAct> {
    const stored = await store.find(caseId);
    if (stored === null) return { ok: false, code: 'unknown' };
    const act = actOf(stored.case, issuer);
    if (act === null) return { ok: false, code: 'goes-on' };
    return { ok: true, path: await ports.keys.outlet.save(`act-${caseId}.pdf`, await ports.papers.print(act)) };
  }

  async function queueFor(operatorId: string): Promise<CaseQueue> {
    return { state: 'on', waiting: await cases.waiting(operatorId), portalAwaySince: feed.awaySince() };
  }
  function announce(): void {
    const now = session();
    if (now.state !== 'signed-in' || !CASE_WORKERS.has(now.operator.profile)) return;
    queueFor(now.operator.id).then(publisher.issuance.queueChanged, (error: unknown) => logger.fault('issuance-queue', error));
  }

  return {
    handlers: issuanceHandlers({ cases, phones, portal, session, queueFor, printAct }),
    forCalls: { cases: casesForCalls(cases, desk), background: (caseId) => backgroundForCall(caseId, comparison), openEvidence: sessionOf },
    start() {
      const oldest = new Date(clock.now().getTime() - ports.policy().numbers.evidenceKeptDays * DAY_MS);
      issuance.packages.forgetBefore(oldest).catch((error: unknown) => logger.fault('evidence-retention', error));
      feed.start();
    },
    leave: () => cases.leave(),
    sessionChanged: announce,
    stop: () => feed.stop(),
  };
}
