/** Applications as the portal keeps them: who applies, what was handed in, the feed for the workstation and the stage it was told. */
import { timingSafeEqual } from 'node:crypto';
import type { CaseStage } from '../../../shared/domain/issuance-case.ts';
import type { PortalEvent } from '../../ports/issuance-portal.ts';
import type { IdSource } from '../id-source.ts';
import type { StandPerson } from '../population/person.ts';

export interface Application {
  id: string;
  iin: string;
  language: 'kk' | 'ru' | 'en';
  openedAt: Date;
  /** SHA-256 by which the page knows its device again; null where it keeps nothing. */
  deviceHash: string | null;
  /** Registered in БМГ when the application began; null where no number is. */
  phone: string | null;
  /** What the workstation said last; null until it has heard of the application. */
  shown: { step: number; stage: CaseStage } | null;
}

export interface ApplicationBook {
  open(person: StandPerson, language: Application['language'], deviceHash?: string | null): { application: Application; token: string };
  /** The citizen's own: only with the token the page was given. */
  owned(id: string, token: string): Application | null;
  /** For the organisation's side. */
  find(id: string): Application | null;
  /** Oldest first. */
  all(): readonly Application[];
  report(applicationId: string, event: PortalEvent['event']): void;
  events(after: number, limit: number): readonly PortalEvent[];
  /** False where there is no such application. */
  show(applicationId: string, step: number, stage: CaseStage): boolean;
  /** Resolves when the application was told a stage after `step`, or when the wait is over. */
  changed(applicationId: string, step: number, waitMs: number): Promise<void>;
}

export function createApplicationBook(ids: IdSource, now: () => Date): ApplicationBook {
  const applications = new Map<string, { application: Application; token: string }>();
  const feed: PortalEvent[] = [];
  const waiting = new Map<string, Set<() => void>>();

  const report: ApplicationBook['report'] = (caseId, event) =>
    void feed.push({ position: feed.length + 1, eventId: ids.uuid(), caseId, at: now().toISOString(), event });

  return {
    open({ iin, phone }, language, deviceHash = null) {
      const application: Application = { id: ids.uuid(), iin, language, openedAt: now(), deviceHash, phone, shown: null };
      const token = ids.token(24);
      applications.set(application.id, { application, token });
      report(application.id, { kind: 'opened', language });
      return { application, token };
    },
    owned(id, token) {
      const kept = applications.get(id);
      return kept !== undefined && sameToken(token, kept.token) ? kept.application : null;
    },
    find: (id) => applications.get(id)?.application ?? null,
    all: () => [...applications.values()].map(({ application }) => application),
    report,
    events: (after, limit) => feed.slice(after, after + limit),
    show(id, step, stage) {
      const application = applications.get(id)?.application;
      if (application === undefined) return false;
      // Told again, or late: the newest stays.
      if (step > (application.shown?.step ?? 0)) application.shown = { step, stage };
      for (const wake of waiting.get(id) ?? []) wake();
      return true;
    },
    changed(id, step, waitMs) {
      if ((applications.get(id)?.application.shown?.step ?? 0) > step) return Promise.resolve();
      return new Promise((resolve) => {
        const waiters = waiting.get(id) ?? new Set();
        const done = (): void => {
          clearTimeout(timer);
          waiters.delete(done);
          resolve();
        };
        const timer = setTimeout(done, waitMs);
        timer.unref();
        waiting.set(id, waiters.add(done));
      });
    },
  };
}

function sameToken(given: string, wanted: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(wanted)];
  return a.length === b.length && timingSafeEqual(a, b);
}
