/**
 * Seals what machines alone decided: an application in which everything agrees is looked at by nobody, so its package holds what the
 * machines saw and found, under the organisation's own signature.
 */
import type { FaceFinding } from '../../../../shared/domain/issuance/case-desk.ts';
import type { CaseEvent } from '../../../../shared/domain/issuance/issuance-case.ts';
import { type EvidenceOrder, type EvidenceSession, EvidenceUnsigned } from '../../identification/index.ts';
import { addJson, addMaterials, fetchMaterials, newestOfEach } from './case-materials.ts';
import type { ComparisonOptions, GatheredCase } from './compare-application.ts';

type Compared = Extract<CaseEvent, { kind: 'compared' }>;

export interface MatchSeals {
  /** True while a match of this case waits for its signature: it was compared, and is not compared again. */
  waits(caseId: string): boolean;
  /** The match with the hash of its package; null where it cannot be sealed just now, and has to be asked for again. */
  seal(caseId: string, gathered: GatheredCase, faces: readonly FaceFinding[], compared: Compared): Promise<Compared | null>;
  /** Tries the signature again of a case that waits. */
  sealWaiting(caseId: string): Promise<Compared | null>;
  /** Gives up what waits of all other cases: they went on without us. */
  keepOnly(caseIds: readonly string[]): Promise<void>;
}

export interface MatchSealOptions extends Pick<ComparisonOptions, 'portal' | 'clock' | 'policy'> {
  openEvidence(order: EvidenceOrder): Promise<EvidenceSession>;
}

/** The rules of `judgeComparison`; what they go by is in the policy. */
const COMPARISON_RULES = 'comparison-1';

export function createMatchSeals({ portal, clock, policy, openEvidence }: MatchSealOptions): MatchSeals {
  /** Written to the end but unsigned: an authority of time that is away leaves one package a case, not one a try. */
  const unsigned = new Map<string, { session: EvidenceSession; compared: Compared }>();
  const now = (): string => clock.now().toISOString();

  async function sealWaiting(caseId: string): Promise<Compared | null> {
    const { session, compared } = unsigned.get(caseId)!;
    unsigned.delete(caseId);
    try {
      return { ...compared, evidence: await session.seal(now()) };
    } catch (error) {
      // Anything else, such as a full disk, leaves the package torn: the next try begins another one.
      if (!(error instanceof EvidenceUnsigned)) throw error;
      unsigned.set(caseId, { session, compared });
      return null;
    }
  }

  return {
    waits: (caseId) => unsigned.has(caseId),
    async seal(caseId, { facts, fields, risks }, faces, compared) {
      const fetched = await fetchMaterials(caseId, newestOfEach(facts.materials), portal);
      if (fetched === null) return null;
      const at = now();
      const session = await openEvidence({ caseId, operatorId: null, scriptVersion: COMPARISON_RULES, openedAt: at });
      await addMaterials(session, fetched, at);
      const { faceMatchMaxMilli, faceDoubtMaxMilli, faceSessionMaxMilli } = policy().numbers;
      const thresholds = { faceMatchMaxMilli, faceDoubtMaxMilli, faceSessionMaxMilli };
      await addJson(session, 'signal', 'comparison', { fields, faces, risks, signals: facts.signals, thresholds }, at);
      await addJson(session, 'decision', 'decision', { decision: compared.outcome, reasons: compared.reasons, operatorId: null, at }, at);
      unsigned.set(caseId, { session, compared });
      return sealWaiting(caseId);
    },
    sealWaiting,
    async keepOnly(caseIds) {
      for (const [caseId, { session }] of unsigned) {
        if (caseIds.includes(caseId)) continue;
        unsigned.delete(caseId);
        await session.leave();
      }
    },
  };
}
