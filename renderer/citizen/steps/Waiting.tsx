/** Nothing to do but wait, and how long: the comparison, its time-stamp, or an employee who looks at it. The page moves on by itself. */
import { useState } from 'react';
import type { CaseStage } from '../../../shared/domain/issuance/issuance-case.ts';
import { dateMinuteText } from '../../i18n/format.ts';
import { Button } from '../../ui/Button.tsx';
import { Spinner } from '../../ui/Spinner.tsx';
import { tellWhenItMoves } from '../portal/tell-when-it-moves.ts';
import { StepHeading } from '../StepHeading.tsx';
import { useTexts } from '../texts/index.ts';

interface WaitingProps {
  readonly stage: Extract<CaseStage, { stage: 'comparison' | 'moderation' | 'second-opinion' }>;
}

export function Waiting({ stage }: WaitingProps) {
  const { t } = useTexts();
  const [told, setTold] = useState(() => globalThis.Notification?.permission === 'granted');
  const answer = answerOf(stage, t);
  if (answer === null) {
    return (
      <div className="citizen-step" role="status">
        <StepHeading text={t('waiting.comparison')} />
        <p className="citizen-working">
          <Spinner />
          <span>{t('waiting.comparisonText')}</span>
        </p>
      </div>
    );
  }
  return (
    <div className="citizen-step">
      <StepHeading text={answer.title} />
      <p role="status">{answer.text}</p>
      {told ? (
        <p className="soft" role="status">
          {t('waiting.notifyOn')}
        </p>
      ) : (
        <Button onPress={() => void tellWhenItMoves().then(setTold)}>{t('waiting.notify')}</Button>
      )}
    </div>
  );
}

/** What takes longer than one stays for; null where it does not. */
function answerOf(stage: WaitingProps['stage'], t: ReturnType<typeof useTexts>['t']): { title: string; text: string } | null {
  if (stage.stage !== 'comparison') {
    const text = stage.escalatedAt === undefined ? t('waiting.moderationText', { until: dateMinuteText(stage.dueAt) }) : t('waiting.laterText');
    return { title: t('waiting.moderation'), text };
  }
  if (stage.sealAwaitedSince === undefined) return null;
  return { title: t('waiting.sealing'), text: t('waiting.sealingText', { since: dateMinuteText(stage.sealAwaitedSince) }) };
}
