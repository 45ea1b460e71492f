/** The last third of the citizen's way: from the agreement with the НУЦ to key files that lie where the citizen wants them. */
import { useMemo } from 'react';
import type { CaseStage } from '../../../shared/domain/issuance/issuance-case.ts';
import type { PortalSession } from '../portal/portal-client.ts';
import { AgreementStep } from './AgreementStep.tsx';
import { DecisionStep } from './DecisionStep.tsx';
import { InstallStep } from './InstallStep.tsx';
import { IssuedStep } from './IssuedStep.tsx';
import './keys-road.css';
import { RequestsStep } from './RequestsStep.tsx';

export interface KeysRoadProps {
  /** The token of the application stays with the page that opened it. */
  readonly application: PortalSession;
  readonly stage: Extract<CaseStage, { stage: 'application' | 'requests' | 'decision' | 'installation' | 'issued' }>;
}

/** Texts follow the language of the page. */
export function KeysRoad({ application: { id, token }, stage }: KeysRoadProps) {
  const session = useMemo(() => ({ id, token }), [id, token]);
  switch (stage.stage) {
    case 'application':
      return <AgreementStep session={session} />;
    case 'requests':
      return <RequestsStep session={session} />;
    case 'decision':
      return <DecisionStep session={session} requests={stage.requests} />;
    case 'installation':
      return <InstallStep session={session} />;
    case 'issued':
      return <IssuedStep session={session} revokedOld={stage.revokedOld} />;
  }
}
