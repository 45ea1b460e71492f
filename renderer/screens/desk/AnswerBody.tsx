/** The answer under its band: document with the face to compare, and the evidence beside it. */
import { DocumentPanel } from '../document/DocumentPanel.tsx';
import { AccessCard } from '../evidence/AccessCard.tsx';
import { LayerLadder } from '../evidence/LayerLadder.tsx';
import { MarkCard } from '../evidence/MarkCard.tsx';
import { Notices } from '../evidence/Notices.tsx';
import { SignatureCard } from '../evidence/SignatureCard.tsx';
import { useTexts } from '../../i18n/index.ts';
import './answer.css';
import type { Answered } from './desk-state.ts';
import { FacePanel } from './FacePanel.tsx';
import type { Desk } from './use-desk.ts';

interface AnswerBodyProps {
  readonly answered: Answered;
  readonly desk: Desk;
}

export function AnswerBody({ answered, desk }: AnswerBodyProps) {
  const { t } = useTexts();
  const { outcome } = answered;
  return (
    <section className="answer" aria-label={t('verdict.region')}>
      <div className="answer-main">
        <Notices outcome={outcome} />
        <DocumentPanel outcome={outcome} onReveal={desk.reveal}>
          {outcome.document === null || outcome.verdict === 'not-valid' ? null : <FacePanel answered={answered} desk={desk} />}
        </DocumentPanel>
      </div>
      <div className="answer-evidence">
        {outcome.access === null ? null : <AccessCard access={outcome.access} onRefresh={desk.refreshAccess} />}
        <MarkCard mark={outcome.mark} />
        <LayerLadder checks={outcome.checks} headline={outcome.headline} />
        {outcome.signature === null ? null : <SignatureCard signature={outcome.signature} />}
      </div>
    </section>
  );
}
