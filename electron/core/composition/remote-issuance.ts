/** Remote issuance at this workstation: cases put together with the portal, the registers, evidence, the journal and the operator's key. */
import type { CaseAct, CaseQueue } from '../../../shared/domain/issuance/case-desk.ts';
import { CASE_WORKERS } from '../../../shared/domain/desk/duties.ts';
import type { OperatorSession } from '../../../shared/domain/desk/operator-session.ts';
import type { CoreHandlers, CorePublisher } from '../../../shared/ipc/contract.ts';
import type { IssuancePorts } from '../../ports/issuance/issuance-ports.ts';
import type { AppPorts } from '../app-ports.ts';
import { type CallBackground, type CallCases, type EvidenceOrder, type EvidenceSession, forgetOldEvidence, openEvidence } from '../identification/index.ts';
import { actOf, askChangedLately, backgroundForCall, createCaseDesk, createCaseWork, createComparisons, createMatchSeals, createPhoneDesk, sealsAwaited, shareCases, watchFeed, withReceipts } from '../issuance/index.ts';
import type { Journal } from '../journal/index.ts';
import { casesForCalls } from './cases-for-calls.ts';
import { issuanceHandlers } from './issuance-handlers.ts';
import { NO_ISSUANCE } from './no-issuance.ts';

export interface RemoteIssuance {
  handlers: CoreHandlers['issuance'];
  /** For who meets the citizen in a call; null where this desk takes no part. */
  forCalls: { cases: CallCases; background(caseId: string): Promise<CallBackground>; openEvidence(order: EvidenceOrder): Promise<EvidenceSession>; changedLately(caseId: string): Promise<boolean> } | null;
  start(): void;
  /** The operator's desk is left: nothing of a person stays in memory. */
  leave(): void;
  sessionChanged(): void;
  stop(): Promise<void>;
}

export interface RemoteIssuanceParts {
  journal: Journal;
  session(): OperatorSession;
  /** CAdES-T over these bytes, detached: the operator's, or without one the organisation's; null where it cannot be made now. */
  sign(bytes: Uint8Array, operatorId: string | null): Promise<Uint8Array | null>;
}

export function createRemoteIssuance(ports: AppPorts, publisher: CorePublisher, parts: RemoteIssuanceParts): RemoteIssuance {
  return ports.issuance === null ? NO_ISSUANCE : takesPart(ports, ports.issuance, publisher, parts);
}

function takesPart(ports: AppPorts, issuance: IssuancePorts, publisher: CorePublisher, { journal, session, sign }: RemoteIssuanceParts): RemoteIssuance {
  const { logger, connection, randomId } = ports;
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
      ground: { kk: 'ЭЦҚ-ны қашықтан алуға өтініш', ru: 'Заявление на дистанционное получение ЭЦП' },
      operatorId: 'remote-issuance',
      employeeName: organisation.name,
      organisation: organisation.name,
      branch: organisation.branch,
      workstation: ports.workstation,
    }),
  };
  const shared = shareCases({ ...ports, pool: issuance.pool, store, desk, onChange: () => announce() });
  const sessionOf = (order: EvidenceOrder): Promise<EvidenceSession> => openEvidence({ ...ports, ...issuance, journal, sign }, order);
  const seals = createMatchSeals({ ...comparison, openEvidence: sessionOf });
  const compare = createComparisons({ ...comparison, store, desk, shared, seals, logger });
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

  let stopForgetting = (): void => {};

  async function printAct(caseId: string): Promise<CaseAct> {
    const stored = await store.find(caseId);
    if (stored === null) return { ok: false, code: 'unknown' };
    const act = actOf(stored.case, issuer);
    if (act === null) return { ok: false, code: 'goes-on' };
    return { ok: true, path: await ports.keys.outlet.save(`act-${caseId}.pdf`, await ports.papers.print(act)) };
  }

  async function queueFor(operatorId: string): Promise<CaseQueue> {
    const open = (await desk.open()).map((stored) => stored.case);
    return { state: 'on', waiting: await cases.waiting(operatorId), portalAwaySince: feed.awaySince(), sealsAwaited: sealsAwaited(open) };
  }
  function announce(): void {
    const now = session();
    if (now.state !== 'signed-in' || !CASE_WORKERS.has(now.operator.profile)) return;
    queueFor(now.operator.id).then(publisher.issuance.queueChanged, (error: unknown) => logger.fault('issuance-queue', error));
  }

  return {
    handlers: issuanceHandlers({ cases, phones, portal, session, queueFor, printAct }),
    forCalls: { cases: casesForCalls(cases, desk), background: (caseId) => backgroundForCall(caseId, comparison), openEvidence: sessionOf, changedLately: wasChangedLately },
    start() {
      stopForgetting = forgetOldEvidence({ ...ports, ...issuance, journal });
      feed.start();
    },
    leave: () => cases.leave(),
    sessionChanged: announce,
    stop() {
      stopForgetting();
      return feed.stop();
    },
  };
}
