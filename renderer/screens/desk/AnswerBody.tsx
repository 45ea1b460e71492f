/** The answer under its band, coming up after it: document with the face to compare, then the evidence beside it. */
import { DocumentPanel } from '../document/DocumentPanel.tsx';
import { AccessCard } from '../verdict/AccessCard.tsx';
import { LayerLadder } from '../verdict/LayerLadder.tsx';
import { MarkCard } from '../verdict/MarkCard.tsx';
import { Notices } from '../verdict/Notices.tsx';
import { SignatureCard } from '../verdict/SignatureCard.tsx';
import { useTexts } from '../../i18n/index.ts';
import { useFrames } from '../../ui/use-frames.ts';
import './answer.css';
import type { Answered } from './desk-state.ts';
import { FacePanel } from './FacePanel.tsx';
import { PaperConsent } from './PaperConsent.tsx';
import type { Desk } from './use-desk.ts';

interface AnswerBodyProps {
  readonly answered: Answered;
  readonly desk: Desk;
  readonly onConsent: () => void;
}

export function AnswerBody({ answered, desk, onConsent }: AnswerBodyProps) {
  const { t } = useTexts();
  // First the band alone is laid out and painted; whole, an answer takes longer than a frame.
  const frames = useFrames(2);
  const { outcome } = answered;
  return (
    <section className="answer" aria-label={t('verdict.region')} aria-busy={frames < 2}>
      <div className="answer-main">
        {frames < 1 ? null : (
          <>
            <Notices outcome={outcome} />
            {answered.paperIin === null ? null : <PaperConsent onConsent={onConsent} />}
            <DocumentPanel outcome={outcome} onReveal={desk.reveal}>
              {outcome.document === null || outcome.verdict === 'not-valid' ? null : <FacePanel answered={answered} desk={desk} />}
            </DocumentPanel>
          </>
        )}
      </div>
      <div className="answer-evidence">
        {frames < 2 ? null : (
          <>
            {outcome.access === null ? null : <AccessCard access={outcome.access} onRefresh={desk.refreshAccess} />}
            <MarkCard mark={outcome.mark} />
            <LayerLadder checks={outcome.checks} headline={outcome.headline} />
            {outcome.signature === null ? null : <SignatureCard signature={outcome.signature} />}
          </>
        )}
      </div>
    </section>
  );
}
