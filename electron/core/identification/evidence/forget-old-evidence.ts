/** Retention of evidence: packages older than the policy keeps them are removed, at the start and once a day, and the journal says so. */
import type { Policy } from '../../../../shared/domain/policy.ts';
import type { Clock } from '../../../ports/clock.ts';
import type { EvidencePackages } from '../../../ports/issuance/evidence-packages.ts';
import type { Logger } from '../../../ports/logger.ts';
import type { Timers } from '../../../ports/timers.ts';
import type { Journal } from '../../journal/index.ts';

export interface EvidenceRetention {
  packages: Pick<EvidencePackages, 'forgetBefore'>;
  journal: Pick<Journal, 'record'>;
  clock: Clock;
  timers: Timers;
  logger: Logger;
  policy(): Policy;
}

const DAY_MS = 24 * 60 * 60 * 1000;

/** @returns what ends it */
export function forgetOldEvidence({ packages, journal, clock, timers, logger, policy }: EvidenceRetention): () => void {
  let cancel = (): void => {};

  async function forget(): Promise<void> {
    const before = new Date(clock.now().getTime() - policy().numbers.evidenceKeptDays * DAY_MS);
    const removed = await packages.forgetBefore(before);
    if (removed > 0) await journal.record({ kind: 'evidence-forgotten', packages: removed, before: before.toISOString() }, { operatorId: null, purpose: null });
  }
  function now(): void {
    cancel = timers.after(DAY_MS, now);
    forget().catch((error: unknown) => logger.fault('evidence-retention', error));
  }

  now();
  return () => cancel();
}
