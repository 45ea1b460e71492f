/** The page: no application yet, or the step at which the one of this tab stands. */
import { useState } from 'react';
import { Frame } from './Frame.tsx';
import { forgetSession, keepSession, keptSession } from './portal/session.ts';
import type { PortalSession } from './portal/portal-client.ts';
import { useStanding } from './portal/use-standing.ts';
import { StageStep } from './StageStep.tsx';
import { ComeBack } from './steps/phone/ComeBack.tsx';
import { Lost } from './steps/Ended.tsx';
import { Welcome } from './steps/Welcome.tsx';
import { useTexts } from './texts/index.ts';
import { Working } from './Working.tsx';

export function Portal() {
  const { t } = useTexts();
  const [session, setSession] = useState(keptSession);
  const [returning, setReturning] = useState(false);
  const followed = useStanding(session);
  const enter = (entered: PortalSession): void => {
    keepSession(entered);
    setReturning(false);
    setSession(entered);
  };
  const leave = (comeBack: boolean): void => {
    forgetSession();
    setReturning(comeBack);
    setSession(null);
  };

  if (session === null) {
    return (
      <Frame stage={null} away={false} onWithdraw={null}>
        {returning ? <ComeBack onEnter={enter} onStart={() => setReturning(false)} /> : <Welcome onEnter={enter} onReturn={() => setReturning(true)} />}
      </Frame>
    );
  }
  if (followed.state === 'loading') {
    return (
      <Frame stage={null} away={false} onWithdraw={null}>
        <Working text={t('frame.loading')} />
      </Frame>
    );
  }
  if (followed.state === 'lost') {
    return (
      <Frame stage={null} away={false} onWithdraw={null}>
        <Lost onReturn={() => leave(true)} onAgain={() => leave(false)} />
      </Frame>
    );
  }
  return <StageStep key={session.token} session={session} followed={followed} onLeave={() => leave(false)} />;
}
