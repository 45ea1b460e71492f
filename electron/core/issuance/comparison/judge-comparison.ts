/** What faces, data and risks together mean for a case: a match that needs nobody, a doubt for one operator, or a mismatch for two. Pure. */
import type { FaceFinding, FacePair, RiskFinding } from '../../../../shared/domain/issuance/case-desk.ts';
import type { CaseEvent, CaseReason } from '../../../../shared/domain/issuance/issuance-case.ts';

type Compared = Extract<CaseEvent, { kind: 'compared' }>;

/** The register, or a good picture, speaks positively against the person or the card. */
const AGAINST: ReadonlySet<CaseReason> = new Set<CaseReason>(['face-differs', 'data-differ', 'person-deceased', 'person-missing', 'card-expired']);

export interface CompareFindings {
  /** Of the card against the register. */
  dataReasons: readonly CaseReason[];
  faces: readonly FaceFinding[];
  risks: readonly RiskFinding[];
}

/** A risk alone makes a human look, even where everything agrees. */
export function judgeComparison({ dataReasons, faces, risks }: CompareFindings): Compared {
  const found = [...new Set([...dataReasons, ...faces.flatMap(faceReasons), ...risks.flatMap(riskReasons)])];
  // Named first, because the journal names one: without a machine other rules hold.
  const reasons = found.toSorted((a, b) => Number(b === 'machine-unavailable') - Number(a === 'machine-unavailable'));
  const outcome = reasons.some((reason) => AGAINST.has(reason)) ? 'mismatch' : reasons.length > 0 || risks.length > 0 ? 'moderation' : 'match';
  return { kind: 'compared', outcome, reasons };
}

/** The picture that is missing where nothing could be compared. */
const ABSENT: Readonly<Record<FacePair, CaseReason>> = {
  'selfie-card': 'card-unreadable',
  'selfie-registry': 'no-registry-photo',
  'card-registry': 'no-registry-photo',
  'selfie-session': 'face-unclear',
};

function faceReasons(finding: FaceFinding): CaseReason[] {
  if (finding.state === 'absent') return [ABSENT[finding.pair]];
  if (finding.state === 'several-faces') return ['second-person'];
  if (finding.state === 'unavailable') return ['machine-unavailable'];
  if (finding.state !== 'compared') return ['face-unclear'];
  if (finding.outcome === 'mismatch') return ['face-differs'];
  if (finding.pair === 'selfie-session' && finding.outcome === 'moderation') return ['person-changed'];
  return finding.outcome === 'match' ? [] : ['face-unclear'];
}

function riskReasons({ risk }: RiskFinding): CaseReason[] {
  if (risk === 'virtual-camera') return ['camera-suspect'];
  if (risk === 'person-changed') return ['person-changed'];
  return risk === 'second-person-seen' ? ['second-person'] : [];
}
