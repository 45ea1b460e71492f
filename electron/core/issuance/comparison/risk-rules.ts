/** Rules of risk over the portal's facts: each names what it saw, so that the operator can weigh it; none of them decides. */
import type { ApplicationFacts } from '../../../../shared/domain/issuance/application-facts.ts';
import type { FaceFinding, RiskFinding } from '../../../../shared/domain/issuance/case-desk.ts';
import type { PolicyNumberName } from '../../../../shared/domain/policy.ts';

export function riskFindings(facts: ApplicationFacts, now: Date, numbers: Readonly<Record<PolicyNumberName, number>>): RiskFinding[] {
  const findings: RiskFinding[] = [];
  const { phoneChangedAt, applicationsThisWeek, othersOnDevice } = facts;
  // A number changed shortly before keys are asked for is how accounts are taken over.
  if (phoneChangedAt !== null && now.getTime() - Date.parse(phoneChangedAt) < numbers.riskPhoneChangeMs) {
    findings.push({ risk: 'phone-changed-recently', at: phoneChangedAt, count: null });
  }
  if (applicationsThisWeek >= numbers.riskApplicationsPerWeek) findings.push({ risk: 'many-applications', at: null, count: applicationsThisWeek });
  // One device, several persons: a “helper” who keeps the keys (or a family; that is why a human looks).
  if (othersOnDevice >= numbers.riskOthersOnDevice) findings.push({ risk: 'shared-device', at: null, count: othersOnDevice });
  if (facts.wanted) findings.push({ risk: 'person-wanted', at: null, count: null });
  for (const risk of new Set(facts.signals)) if (!findings.some((finding) => finding.risk === risk)) findings.push({ risk, at: null, count: null });
  return findings;
}

/** What the comparison of faces adds: another person in a picture, or in place of the one of the selfie. */
export function withFaceRisks(risks: readonly RiskFinding[], faces: readonly FaceFinding[]): RiskFinding[] {
  const seen = new Set(
    faces.flatMap((finding) => {
      if (finding.state === 'several-faces') return ['second-person-seen' as const];
      return finding.pair === 'selfie-session' && finding.state === 'compared' && finding.outcome === 'moderation' ? ['person-changed' as const] : [];
    }),
  );
  return [...risks, ...[...seen].filter((risk) => !risks.some((finding) => finding.risk === risk)).map((risk) => ({ risk, at: null, count: null }))];
}
