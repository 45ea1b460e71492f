/** The answer under its band: document with the face to compare, and the evidence beside it. */
import { DocumentPanel } from '../document/DocumentPanel.tsx';
import { AccessCard } from '../evidence/AccessCard.tsx';
import { LayerLadder } from '../evidence/LayerLadder.tsx';
import { MarkCard } from '../evidence/MarkCard.tsx';
import { Notices } from '../evidence/Notices.tsx';
import { SignatureCard } from '../evidence/SignatureCard.tsx';
import { useTexts } from '../../i18n/index.ts';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import './answer.css';
import type { Answered } from './desk-state.ts';
import { FacePanel } from './FacePanel.tsx';
import type { Desk } from './use-desk.ts';

interface AnswerBodyProps {
  readonly answered: Answered;
  readonly desk: Desk;
  /** For the owner of a paper document that was scanned; null for every other answer. */
  readonly onConsent: (() => void) | null;
}

export function AnswerBody({ answered, desk, onConsent }: AnswerBodyProps) {
  const { t } = useTexts();
  const { outcome } = answered;
  return (
    <section className="answer" aria-label={t('verdict.region')}>
      <div className="answer-main">
        <Notices outcome={outcome} />
        {onConsent === null ? null : (
          <Notice
            tone="accent"
            title={t('desk.paper.title')}
            action={
              <Button look="primary" hint="F3" onPress={onConsent}>
                {t('desk.paper.consent')}
              </Button>
            }
          >
            <p>{t('desk.paper.text')}</p>
          </Notice>
        )}
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
