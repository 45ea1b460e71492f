/** Draws the step of the stage the workstation told last; after an answer of the citizen it waits for the next one by itself. */
import { useEffect, useRef, useState } from 'react';
import type { CaseStage } from '../../shared/domain/issuance/issuance-case.ts';
import { CitizenCall } from '../features/video-call/index.ts';
import { Frame } from './Frame.tsx';
import { KeysRoad } from './keys/KeysRoad.tsx';
import { askOwn, type PortalSession } from './portal/portal-client.ts';
import { noteMoved } from './portal/tell-when-it-moves.ts';
import type { Followed } from './portal/use-standing.ts';
import { useFaceEngine } from './camera/use-face-engine.ts';
import { Account } from './steps/account/Account.tsx';
import { Call } from './steps/Call.tsx';
import { Card } from './steps/card/Card.tsx';
import { Confirmation } from './steps/card/Confirmation.tsx';
import { useCardReader } from './steps/card/use-card-reader.ts';
import { Ended } from './steps/Ended.tsx';
import { Grant } from './steps/account/Grant.tsx';
import type { FailedReason } from './steps/face/liveness-session.ts';
import { Identification } from './steps/face/Identification.tsx';
import { Phone } from './steps/phone/Phone.tsx';
import { Registered } from './steps/Registered.tsx';
import { Waiting } from './steps/Waiting.tsx';
import { Blocked, CoolingOff } from './steps/Pauses.tsx';
import { Taken } from './Taken.tsx';
import { useTexts } from './texts/index.ts';

interface StageStepProps {
  readonly session: PortalSession;
  readonly followed: Extract<Followed, { state: 'standing' }>;
  /** The page has nothing more to do with this application. */
  readonly onLeave: () => void;
}

const OVER: ReadonlySet<CaseStage['stage']> = new Set(['issued', 'registered', 'refused', 'withdrawn', 'expired']);
const WAITED: ReadonlySet<CaseStage['stage']> = new Set(['comparison', 'moderation', 'second-opinion']);
const BEFORE_FACE: ReadonlySet<CaseStage['stage']> = new Set(['phone', 'identification', 'blocked']);
const BEFORE_CARD: ReadonlySet<CaseStage['stage']> = new Set(['account', 'card', 'confirmation']);

export function StageStep({ session, followed, onLeave }: StageStepProps) {
  const { t, language } = useTexts();
  const { standing, clockOffsetMs, away } = followed;
  const step = standing.shown?.step ?? 0;
  // Before a workstation has taken it up; a code would go to the number that may be lost.
  const stage: CaseStage = standing.shown?.stage ?? { stage: standing.aim === 'phone' ? 'phone-registration' : 'phone' };
  /** The step whose answer was given: shown as taken until the case stands further. */
  const [answered, setAnswered] = useState(-1);
  /** Why the last attempt failed, for as long as the pause after it lasts. */
  const [failed, setFailed] = useState<FailedReason | null>(null);
  const taken = (): void => setAnswered(step);
  // Warm before the citizen comes to the camera.
  const engine = useFaceEngine(BEFORE_FACE.has(stage.stage));
  const read = useCardReader(BEFORE_CARD.has(stage.stage));
  const decided = useRef(false);
  useEffect(() => {
    const waiting = WAITED.has(stage.stage);
    if (decided.current && !waiting) noteMoved(t('waiting.readyTitle'));
    decided.current = waiting;
  }, [stage.stage, t]);

  const draw = () => {
    switch (stage.stage) {
      case 'phone':
        return <Phone session={session} ending={standing.phoneEnding} onTaken={taken} />;
      case 'phone-registration':
      case 'operator-identification':
        return (
          <Call stage={stage.stage}>
            {(leave) => <CitizenCall applicationId={session.id} token={session.token} language={language} portal={location.origin} onLeave={leave} />}
          </Call>
        );
      case 'cooling-off':
        return <CoolingOff until={stage.until} />;
      case 'identification':
        return <Identification session={session} standing={standing} engine={engine} onTaken={taken} onFailed={setFailed} />;
      case 'blocked':
        return <Blocked until={stage.until} clockOffsetMs={clockOffsetMs} attempts={standing.attempts} reason={failed} />;
      case 'account':
        return <Account session={session} again={standing.account} onTaken={taken} />;
      case 'card':
        return <Card session={session} read={read} onTaken={taken} />;
      case 'confirmation':
        return <Confirmation session={session} read={read} onTaken={taken} />;
      case 'comparison':
      case 'moderation':
      case 'second-opinion':
        return <Waiting stage={stage} />;
      case 'grant':
        return <Grant session={session} onTaken={taken} />;
      case 'application':
      case 'requests':
      case 'decision':
      case 'installation':
      case 'issued':
        return <KeysRoad application={session} stage={stage} />;
      case 'registered':
        return <Registered coolsUntil={stage.coolsUntil} onKeys={onLeave} />;
      default:
        return <Ended stage={stage} aim={standing.aim} onAgain={onLeave} />;
    }
  };
  const waits = answered === step;
  const withdraw = async (): Promise<void> => {
    const answer = await askOwn(session, 'withdraw');
    // Where the portal is away, the strip above says so, and the step stays.
    if (answer.ok) taken();
  };
  return (
    <Frame stage={stage.stage} aim={standing.aim} away={away} onWithdraw={OVER.has(stage.stage) ? null : () => void withdraw()}>
      {/* A step that leaves the stage as it was, such as a noted risk, must not take a call or a queue from the citizen. */}
      {waits ? <Taken onAgain={() => setAnswered(-1)} /> : <div key={stage.stage}>{draw()}</div>}
    </Frame>
  );
}
