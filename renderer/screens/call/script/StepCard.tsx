/** The step in hand: what the operator does, what must be seen, and the answers of the script, each on a digit. */
import type { CallStepView, CallView } from '../../../../shared/domain/call/call-view.ts';
import { inLanguage } from '../../../../shared/domain/localized.ts';
import { type StillRequests, takeFrame } from '../../../features/video-call/index.ts';
import { useHost } from '../../../host/index.ts';
import { useTexts } from '../../../i18n/index.ts';
import { Button } from '../../../ui/Button.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { MovementMeter } from './MovementMeter.tsx';
import { PhoneStep } from './PhoneStep.tsx';
import { StillStep } from './StillStep.tsx';
import './script.css';
import { useAnswerKeys } from './use-answer-keys.ts';
import type { CallDeskState } from '../use-call-desk.ts';
import type { DeskEngine } from '../../../features/identification/face/use-desk-engine.ts';

interface StepCardProps {
  readonly call: CallView;
  readonly step: CallStepView;
  readonly calls: CallDeskState;
  readonly stills: StillRequests | null;
  readonly remote: MediaStream;
  readonly engine: DeskEngine;
  /** Keys are for what lies on top. */
  readonly hidden: boolean;
}

export function StepCard({ call, step, calls, stills, remote, engine, hidden }: StepCardProps) {
  const { t, language } = useTexts();
  const host = useHost();
  const { callId, steps } = call;
  const mayAnswer = step.kind !== 'still' || step.still !== null;
  const answers = mayAnswer ? step.answers : [];
  const give = ({ id, passes }: CallStepView['answers'][number]): void => {
    if (step.kind === 'challenge' && passes) void keepFrame();
    void calls.ask(host.calls.answer({ callId, step: step.id, answer: id }));
  };
  /** Whoever did what was asked is held against the portrait later: nobody may sit down instead. */
  async function keepFrame(): Promise<void> {
    const jpeg = await takeFrame(remote.getVideoTracks()[0]);
    if (jpeg !== null) await host.calls.keepFrame({ callId, step: step.id, jpeg });
  }
  useAnswerKeys(hidden ? [] : answers, give);
  const number = steps.findIndex(({ id }) => id === step.id) + 1;
  return (
    <section className="step-card" aria-labelledby="step-text">
      <p className="soft">{t('calls.script.progress', { done: number, of: steps.length })}</p>
      <h2 id="step-text" className="step-text" aria-live="polite">
        {inLanguage(step.operator, language)}
      </h2>
      {step.expected === null ? null : (
        <p>
          <span className="soft">{t('calls.script.expected')}: </span>
          {inLanguage(step.expected, language)}
        </p>
      )}
      {step.movement === null ? null : <MovementMeter call={call} step={step} engine={engine} remote={remote} />}
      {step.pictureLost ? <Notice tone="warn" role="status">{t('calls.script.pictureLost')}</Notice> : null}
      {step.kind === 'still' ? <StillStep callId={callId} step={step} calls={calls} stills={stills} hidden={hidden} /> : null}
      {step.kind === 'typed' ? <PhoneStep call={call} calls={calls} /> : null}
      <div className="step-answers">
        {answers.map((answer, index) => (
          <Button key={answer.id} look={answer.passes ? 'primary' : 'secondary'} hint={String(index + 1)} onPress={() => give(answer)}>
            {inLanguage(answer.title, language)}
          </Button>
        ))}
      </div>
      {answers.length > 0 && step.triesLeft > 1 ? <p className="soft">{t('calls.script.tries', { count: step.triesLeft })}</p> : null}
    </section>
  );
}
