/** Back to an application from a tab that does not know it: by the ИИН and a message to the registered number. */
import { type FormEvent, useCallback, useState } from 'react';
import { isIin } from '../../../../shared/domain/person/iin.ts';
import { Button } from '../../../ui/Button.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { askPortal, type PortalFailure, type PortalSession } from '../../portal/portal-client.ts';
import { StepHeading } from '../../StepHeading.tsx';
import { useTexts } from '../../texts/index.ts';
import { CodeField } from './CodeField.tsx';
import { FailureNotice } from '../FailureNotice.tsx';
import { IinField } from '../IinField.tsx';
import { useSentCode } from './use-sent-code.ts';

interface ComeBackProps {
  readonly onEnter: (session: PortalSession) => void;
  readonly onStart: () => void;
}

type CodeAnswer = { answer: 'right'; id: string; token: string } | { answer: 'wrong' | 'over' };

/** Neither has a way on but a new application. */
const HOPELESS = new Set(['NOTHING_TO_RETURN_TO', 'PHONE_NOT_REGISTERED']);

export function ComeBack({ onEnter, onStart }: ComeBackProps) {
  const { t } = useTexts();
  const [iin, setIin] = useState('');
  const [wrong, setWrong] = useState<string | undefined>();
  const [asked, setAsked] = useState(false);
  const [refused, setRefused] = useState<'wrong' | 'over' | null>(null);
  const [failed, setFailed] = useState<PortalFailure | null>(null);
  const sent = useSentCode(useCallback(() => askPortal<{ phoneEnding: string }>('applications/return', { json: { iin } }), [iin]));
  const trouble = failed ?? sent.failed;

  async function send(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (!isIin(iin)) return setWrong(t('welcome.iinWrong'));
    await sent.send();
    setAsked(true);
  }
  async function enter(code: string): Promise<void> {
    setRefused(null);
    setFailed(null);
    const answer = await askPortal<CodeAnswer>('applications/return/code', { json: { iin, code } });
    if (!answer.ok) return setFailed(answer.failure);
    if (answer.value.answer === 'right') onEnter({ id: answer.value.id, token: answer.value.token });
    else setRefused(answer.value.answer);
  }

  return (
    <form className="citizen-step" onSubmit={(event) => void send(event)}>
      <StepHeading text={t('comeBack.title')} />
      {asked && trouble === null ? (
        <CodeField refused={refused} againAt={sent.againAt} onCode={enter} onResend={() => void sent.send()} />
      ) : (
        <>
          <p>{t('comeBack.text')}</p>
          <IinField
            value={iin}
            wrong={wrong}
            onChange={(typed) => {
              setIin(typed);
              setWrong(undefined);
            }}
          />
          <Button type="submit" look="primary" size="large">
            {t('comeBack.send')}
          </Button>
        </>
      )}
      {trouble === null ? null : HOPELESS.has(trouble.code) ? (
        <Notice tone="warn" role="alert">
          {t('comeBack.nothing')}
        </Notice>
      ) : (
        <FailureNotice failure={trouble} />
      )}
      <Button look="quiet" onPress={onStart}>
        {t('comeBack.start')}
      </Button>
    </form>
  );
}
