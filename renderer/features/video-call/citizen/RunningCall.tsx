/** From the queue to the end of the call on the citizen's page. */
import type { Preflight } from '../../../../shared/domain/call/call-talk.ts';
import { inLanguage } from '../../../../shared/domain/localized.ts';
import { Button } from '../../../ui/Button.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { CALL_TEXTS, filled } from '../texts.ts';
import type { CitizenCallProps, OwnChoice } from './citizen-call-props.ts';
import { Conversation } from './Conversation.tsx';
import { useCitizenCall } from './use-citizen-call.ts';

interface RunningCallProps extends CitizenCallProps, OwnChoice {
  readonly stream: MediaStream;
  readonly preflight: Preflight;
  readonly onAgain: () => void;
}

const ENDED = { passed: 'endedPassed', aborted: 'endedAborted', left: 'endedLeft', lost: 'endedLost' } as const;

export function RunningCall(props: RunningCallProps) {
  const { language, stream, onAgain } = props;
  const call = useCitizenCall(props);
  const { state, away } = call;
  const say = CALL_TEXTS[language].citizen;

  switch (state.phase) {
    case 'queue':
      return (
        <section className="call-queue">
          <Notice tone="accent" role="status" title={state.ahead === null ? say.connecting : state.ahead === 0 ? say.next : filled(say.ahead, { count: state.ahead })}>
            <p>{away ? say.away : say.keepOpen}</p>
          </Notice>
          <Button onPress={call.leave}>{say.leave}</Button>
        </section>
      );
    case 'call':
      return <Conversation {...props} call={call} state={state} stream={stream} />;
    case 'ended':
      return (
        <section className="call-queue">
          <Notice tone={state.outcome === 'passed' ? 'good' : 'warn'} role="status" title={say[ENDED[state.outcome]]}>
            {state.advice === null ? null : <p>{inLanguage(state.advice, language)}</p>}
          </Notice>
          {state.outcome === 'passed' ? null : (
            <Button look="primary" onPress={onAgain}>
              {say.again}
            </Button>
          )}
        </section>
      );
    case 'refused':
      return (
        <Notice tone="warn" role="alert">
          {say.refused}
        </Notice>
      );
  }
}
