/** Applications as the portal keeps them: who applies, the feed for the workstation, and the stage it was told. */
import { createHash, timingSafeEqual } from 'node:crypto';
import type { CaseAim, CaseStage } from '../../../shared/domain/issuance/issuance-case.ts';
import type { PortalEvent } from '../../ports/issuance/issuance-portal.ts';
import type { IdSource } from '../id-source.ts';
import type { StandPerson } from '../population/person.ts';
import type { PortalRecords } from './portal-record.ts';

export interface Application {
  id: string;
  iin: string;
  aim: CaseAim;
  language: 'kk' | 'ru' | 'en';
  openedAt: Date;
  /** SHA-256 by which the page knows its device again; null where it keeps nothing. */
  deviceHash: string | null;
  /** Registered in БМГ when the application began; null where no number was. */
  phone: string | null;
  /** What the workstation said last; null until it has heard of the application. */
  shown: { step: number; stage: CaseStage } | null;
}

/** A desk that has not heard of the application yet will show its first stage. */
export const stageOf = ({ shown, aim }: Application): CaseStage['stage'] => shown?.stage.stage ?? (aim === 'phone' ? 'phone-registration' : 'phone');

export interface ApplicationBook {
  open(person: Pick<StandPerson, 'iin' | 'phone'>, language: Application['language'], deviceHash?: string | null, aim?: CaseAim): { application: Application; token: string };
  /** The citizen's own: only with the token the page was given. */
  owned(id: string, token: string): Application | null;
  /** For the organisation's side. */
  find(id: string): Application | null;
  /** Oldest first. */
  all(): readonly Application[];
  /** The newest one of this person, for any of these aims, that has not ended. */
  unfinished(iin: string, aims: readonly CaseAim[]): Application | null;
  /** A new token for a page that lost its own; the old one opens nothing any more. */
  renewToken(id: string): string;
  report(applicationId: string, event: PortalEvent['event']): void;
  events(after: number, limit: number): readonly PortalEvent[];
  /** Resolves when there is an event after this position, or when the wait is over. */
  reported(after: number, waitMs: number): Promise<void>;
  /** Events of one application, oldest first. */
  eventsOf(applicationId: string): readonly PortalEvent[];
  /** False where there is no such application. */
  show(applicationId: string, step: number, stage: CaseStage): boolean;
  /** Resolves when the application was told a stage after `step`, or when the wait is over. */
  changed(applicationId: string, step: number, waitMs: number): Promise<void>;
}

const ENDED = new Set<CaseStage['stage']>(['issued', 'registered', 'refused', 'withdrawn', 'expired']);

interface BookOptions {
  ids: IdSource;
  now(): Date;
  records: PortalRecords;
  /** Hears of every stage once, for who is to be told outside the page. */
  onShown(application: Application, stage: CaseStage, before: CaseStage | null): void;
}

export function createApplicationBook({ ids, now, records, onShown }: BookOptions): ApplicationBook {
  const applications = new Map<string, { application: Application; tokenHash: string }>();
  const feed: PortalEvent[] = [];
  const waiting = new Map<string, Set<() => void>>();
  const listening = new Set<() => void>();
  const all = (): Application[] => [...applications.values()].map(({ application }) => application);

  for (const { id, iin, aim = 'keys', language, phone, deviceHash, openedAt } of records.earlier('application')) {
    applications.set(id, { application: { id, iin, aim, language, phone, deviceHash, openedAt: new Date(openedAt), shown: null }, tokenHash: '' });
  }
  for (const { applicationId, sha256 } of records.earlier('token')) applications.get(applicationId)!.tokenHash = sha256;
  for (const { applicationId, step, stage } of records.earlier('stage')) applications.get(applicationId)!.application.shown = { step, stage };
  feed.push(...records.earlier('event').map(({ event }) => event));

  const report: ApplicationBook['report'] = (caseId, event) => {
    const told: PortalEvent = { position: feed.length + 1, eventId: ids.uuid(), caseId, at: now().toISOString(), event };
    records.add({ kept: 'event', event: told });
    feed.push(told);
    for (const wake of listening) wake();
  };
  const renewToken = (id: string): string => {
    const token = ids.token(24);
    const kept = applications.get(id)!;
    kept.tokenHash = sha256Of(token);
    records.add({ kept: 'token', applicationId: id, sha256: kept.tokenHash });
    return token;
  };

  return {
    open({ iin, phone }, language, deviceHash = null, aim = 'keys') {
      const application: Application = { id: ids.uuid(), iin, aim, language, openedAt: now(), deviceHash, phone, shown: null };
      const { id, openedAt } = application;
      const account = all().find((each) => each.iin === iin)?.id ?? id;
      records.add({ kept: 'application', id, iin, aim, language, phone, deviceHash, openedAt: openedAt.toISOString() });
      applications.set(id, { application, tokenHash: '' });
      const token = renewToken(id);
      report(id, { kind: 'opened', language, aim, account });
      return { application, token };
    },
    owned(id, token) {
      const kept = applications.get(id);
      return kept !== undefined && sameHash(sha256Of(token), kept.tokenHash) ? kept.application : null;
    },
    find: (id) => applications.get(id)?.application ?? null,
    all,
    unfinished: (iin, aims) => all().findLast((application) => application.iin === iin && aims.includes(application.aim) && !hasEnded(application)) ?? null,
    renewToken,
    report,
    events: (after, limit) => feed.slice(after, after + limit),
    reported: (after, waitMs) => (feed.length > after ? Promise.resolve() : wokenWithin(listening, waitMs)),
    eventsOf: (applicationId) => feed.filter(({ caseId }) => caseId === applicationId),
    show(id, step, stage) {
      const application = applications.get(id)?.application;
      if (application === undefined) return false;
      // Told again, or late: the newest stays.
      if (step > (application.shown?.step ?? 0)) {
        records.add({ kept: 'stage', applicationId: id, step, stage });
        const before = application.shown?.stage ?? null;
        application.shown = { step, stage };
        onShown(application, stage, before);
      }
      for (const wake of waiting.get(id) ?? []) wake();
      return true;
    },
    changed(id, step, waitMs) {
      if ((applications.get(id)?.application.shown?.step ?? 0) > step) return Promise.resolve();
      const waiters = waiting.get(id) ?? new Set();
      waiting.set(id, waiters);
      return wokenWithin(waiters, waitMs);
    },
  };
}

function wokenWithin(waiters: Set<() => void>, waitMs: number): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      clearTimeout(timer);
      waiters.delete(done);
      resolve();
    };
    const timer = setTimeout(done, waitMs);
    timer.unref();
    waiters.add(done);
  });
}

const hasEnded = ({ shown }: Application): boolean => shown !== null && ENDED.has(shown.stage.stage);
const sha256Of = (text: string): string => createHash('sha256').update(text).digest('hex');

function sameHash(given: string, wanted: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(wanted)];
  return a.length === b.length && timingSafeEqual(a, b);
}
