/** What a package says of itself, in lines for people. */
import type { EvidenceAnswer } from '../../core/identification/index.ts';
import { almatyTime } from '../lines/almaty-time.ts';
import type { Terminal } from '../terminal.ts';
import { evidenceTexts } from '../texts/evidence/index.ts';
import { fill } from '../texts/index.ts';

export function packageLines(answer: EvidenceAnswer, { language }: Terminal): string[] {
  const text = evidenceTexts(language);
  const lines: string[] = [text.state[answer.state]];
  if (answer.state === 'partial') lines.push(fill(text.items, { count: answer.items }), fill(text.head, { head: answer.head }));
  if (answer.state !== 'sealed') return lines;
  const { packageId, caseId, operatorId, policyVersion, scriptVersion, openedAt, closedAt, items } = answer.manifest;
  const session = { policy: policyVersion, script: scriptVersion, from: almatyTime(openedAt), to: almatyTime(closedAt) };
  return [
    ...lines,
    fill(text.package, { id: packageId, case: caseId }),
    operatorId === null ? fill(text.byMachine, session) : fill(text.session, { ...session, operator: operatorId }),
    fill(text.items, { count: items.length }),
    fill(text.manifest, { hash: answer.manifestHash }),
  ];
}

/** For scripts: the manifest, without the signature's octets. */
export function packageValue(answer: EvidenceAnswer): object {
  if (answer.state !== 'sealed') return answer;
  const { state, manifest, manifestHash } = answer;
  return { state, manifest, manifestHash };
}
