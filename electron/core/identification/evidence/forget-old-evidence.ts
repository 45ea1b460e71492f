/** Retention of evidence: packages older than the policy keeps them are removed, at the start and once a day, after the journal says so. */
import type { Policy } from '../../../../shared/domain/policy.ts';
import type { Clock } from '../../../ports/clock.ts';
import type { EvidencePackages } from '../../../ports/issuance/evidence-packages.ts';
import type { Logger } from '../../../ports/logger.ts';
import type { Timers } from '../../../ports/timers.ts';
import type { Journal } from '../../journal/index.ts';

export interface EvidenceRetention {
  packages: Pick<EvidencePackages, 'writtenBefore' | 'forget'>;
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
    const old = await packages.writtenBefore(before);
    if (old.length === 0) return;
    // Where the journal cannot be written nothing goes: better kept a day longer than removed without a word.
    await journal.record({ kind: 'evidence-forgotten', packages: old.length, before: before.toISOString() }, { operatorId: null, purpose: null });
    for (const packageId of old) await packages.forget(packageId);
  }
  function now(): void {
    cancel = timers.after(DAY_MS, now);
    forget().catch((error: unknown) => logger.fault('evidence-retention', error));
  }

  now();
  return () => cancel();
}
