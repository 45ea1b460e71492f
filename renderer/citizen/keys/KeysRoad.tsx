/** The last third of the citizen's way: from the agreement with the НУЦ to key files that lie where the citizen wants them. */
import type { CaseStage } from '../../../shared/domain/issuance-case.ts';
import type { Language } from '../../../shared/domain/localized.ts';

export interface KeysRoadProps {
  /** The token of the application stays with the page that opened it. */
  readonly application: { readonly id: string; readonly token: string };
  readonly language: Language;
  readonly stage: Extract<CaseStage, { stage: 'application' | 'requests' | 'decision' | 'installation' | 'issued' }>;
}

export function KeysRoad({ stage, language }: KeysRoadProps) {
  return <section lang={language} data-stage={stage.stage} />;
}
