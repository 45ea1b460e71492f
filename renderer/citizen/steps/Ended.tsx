/** An application that came to its end without keys, or goes on elsewhere: what happened, and what can be done now. */
import type { CaseAim, CaseStage } from '../../../shared/domain/issuance/issuance-case.ts';
import { Button } from '../../ui/Button.tsx';
import { StepHeading } from '../StepHeading.tsx';
import { useTexts } from '../texts/index.ts';

interface EndedProps {
  readonly stage: Extract<CaseStage, { stage: 'refused' | 'withdrawn' | 'expired' }>;
  readonly aim: CaseAim;
  readonly onAgain: () => void;
}

export function Ended({ stage, aim, onAgain }: EndedProps) {
  const { t } = useTexts();
  return (
    <div className="citizen-step">
      <StepHeading text={t(aim === 'phone' && stage.stage === 'refused' ? 'phoneOnly.refused' : `ended.${stage.stage}`)} />
      {stage.stage === 'refused' ? (
        <>
          <p>
            {t(`ended.refusedBy.${stage.by}`)} {t(`ended.reasons.${stage.reason}`)}
          </p>
          <p>{t(aim === 'phone' ? 'phoneOnly.refusedNext' : stage.reason === 'card-expired' ? 'ended.nextCard' : 'ended.next')}</p>
        </>
      ) : (
        <p>{t(aim === 'phone' ? 'phoneOnly.endedText' : stage.stage === 'withdrawn' ? 'ended.withdrawnText' : 'ended.expiredText')}</p>
      )}
      <Button look="primary" onPress={onAgain}>
        {t('ended.again')}
      </Button>
    </div>
  );
}

export function Lost({ onReturn, onAgain }: { readonly onReturn: () => void; readonly onAgain: () => void }) {
  const { t } = useTexts();
  return (
    <div className="citizen-step">
      <StepHeading text={t('ended.lost')} />
      <p>{t('ended.lostText')}</p>
      <div className="citizen-actions">
        <Button look="primary" onPress={onReturn}>
          {t('comeBack.title')}
        </Button>
        <Button onPress={onAgain}>{t('ended.again')}</Button>
      </div>
    </div>
  );
}
