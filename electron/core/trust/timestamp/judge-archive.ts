/** Archive time-stamps, newest first: each carries what lies beneath it back to its own time (ETSI EN 319 102-1 5.6.3). */
import type { DigestBeside } from '../../../ports/trust/file-judge.ts';
import type { ArchiveReading, ArchiveStamp } from '../cms/archive-stamps.ts';
import { attention, type Finding } from '../answer/layers.ts';
import type { TrustStore } from '../path/build-path.ts';
import type { RevocationService } from '../revocation/revocation-service.ts';
import { createStoredRevocation, withStored } from '../revocation/stored-revocation.ts';
import { judgeTimeStamp } from './timestamp.ts';

export interface StampSurroundings {
  store: TrustStore;
  revocation: RevocationService;
  now: Date;
  timeStampPolicies?: ReadonlySet<string> | undefined;
  digestBeside?: DigestBeside | undefined;
}

/** What is known at a time that is proven, or now. */
export interface Standing {
  at: Date;
  isProven: boolean;
  store: TrustStore;
  revocation: RevocationService;
}

export interface ArchiveJudgement {
  /** A stamp that proves nothing; null where all are good, or none is there. */
  finding: Finding | null;
  /** Of the signature itself: its oldest good archive stamp, else now. */
  signature: Standing;
  /** Of a time-stamp inside the signature: as far back as archive stamps cover it. */
  standingOf(token: Uint8Array): Standing;
}

interface Stage extends Standing {
  stamp: ArchiveStamp;
}

/** `seen` gets every token that was judged. */
export async function judgeArchive(
  readings: readonly ArchiveReading[],
  surroundings: StampSurroundings,
  seen: (token: Uint8Array) => void,
): Promise<ArchiveJudgement> {
  const { now, timeStampPolicies, digestBeside } = surroundings;
  const present: Standing = { at: now, isProven: false, store: surroundings.store, revocation: surroundings.revocation };
  const stages: Stage[] = [];
  const standingOf = (token: Uint8Array): Standing => stages.findLast(({ stamp }) => stamp.covers(token)) ?? present;
  let finding: Finding | null = null;
  for (const reading of readings) {
    if (reading.is === 'fault') {
      finding ??= attention('archive-timestamp-unproven', reading.why);
      continue;
    }
    const { stamp } = reading;
    seen(stamp.token);
    const standing = standingOf(stamp.token);
    const { store, revocation } = standing;
    const input = { token: stamp.token, stamped: stamp.stamped, store, revocation, now, timeStampPolicies, digestBeside };
    const judged = await judgeTimeStamp({ ...input, provenAt: standing.isProven ? standing.at : null });
    if (judged.genTime === null) {
      finding ??= attention('archive-timestamp-unproven', [judged.finding.code, judged.finding.detail].filter(Boolean).join(': '));
      continue;
    }
    stages.push({
      stamp,
      at: judged.genTime,
      isProven: true,
      store: { ...store, intermediates: [...store.intermediates, ...stamp.protects.certificates] },
      // Protected evidence is as good as it was when it was stamped; what can be asked today still comes first.
      revocation: withStored(revocation, createStoredRevocation(stamp.protects, { now: judged.genTime, digestBeside })),
    });
  }
  return { finding, signature: stages.at(-1) ?? present, standingOf };
}
