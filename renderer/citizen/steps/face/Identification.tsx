/** Selfie and movements before the camera: the picture is taken by itself, the plan comes from the service, and the service judges. */
import { useEffect, useState } from 'react';
import type { EngineFailure, Still } from '../../../features/identification/index.ts';
import { Button } from '../../../ui/Button.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { cameraOutlook } from '../../camera/open-camera.ts';
import { useCamera } from '../../camera/use-camera.ts';
import type { EngineState } from '../../camera/use-face-engine.ts';
import { askOwn, type PortalFailure, type PortalSession } from '../../portal/portal-client.ts';
import type { Standing } from '../../portal/standing.ts';
import { StepHeading } from '../../StepHeading.tsx';
import { useTexts } from '../../texts/index.ts';
import { Working } from '../../Working.tsx';
import { FailureNotice } from '../FailureNotice.tsx';
import { type FailedReason, handIn, type LivenessTicket, type RestartReason, startSession } from './liveness-session.ts';
import { Movements } from './Movements.tsx';
import { Selfie } from './Selfie.tsx';

interface IdentificationProps {
  readonly session: PortalSession;
  readonly standing: Standing;
  readonly engine: EngineState;
  readonly onTaken: () => void;
  /** Counted as an attempt; the stage follows by itself. */
  readonly onFailed: (reason: FailedReason) => void;
}

type Phase = { phase: 'before' } | { phase: 'selfie' } | { phase: 'moving'; ticket: LivenessTicket } | { phase: 'sending' };
type Said = { restart: RestartReason } | { broken: PortalFailure | 'lost' } | null;

export function Identification({ session, standing, engine, onTaken, onFailed }: IdentificationProps) {
  const { t } = useTexts();
  const camera = useCamera('user');
  const [phase, setPhase] = useState<Phase>({ phase: 'before' });
  const [said, setSaid] = useState<Said>(null);
  const { open } = camera;
  const start = (): void => {
    setSaid(null);
    open();
    setPhase({ phase: 'selfie' });
  };
  useEffect(() => {
    // Permitted on the first page: nobody has to press for it again.
    void cameraOutlook().then((outlook) => {
      if (outlook !== 'ready' || standing.attempts.failed > 0) return;
      open();
      setPhase({ phase: 'selfie' });
    });
  }, [open, standing.attempts.failed]);

  const stop = (next: Said): void => {
    camera.close();
    setSaid(next);
    setPhase({ phase: 'before' });
  };
  async function use(still: Still): Promise<void> {
    const begun = await startSession(session, still.jpeg);
    if (!begun.ok) return stop({ broken: begun.failure });
    if (begun.value === 'spent') onFailed('unfinished');
    else {
      open();
      setPhase({ phase: 'moving', ticket: begun.value });
    }
  }
  async function finish(ending: Parameters<typeof handIn>[2] | null, ticket: LivenessTicket): Promise<void> {
    if (ending === null) return stop({ broken: 'lost' });
    setPhase({ phase: 'sending' });
    camera.close();
    const verdict = await handIn(session, ticket, ending);
    if (!verdict.ok) return stop({ broken: verdict.failure });
    if (verdict.value.verdict === 'passed') onTaken();
    else if (verdict.value.verdict === 'failed') onFailed(verdict.value.reason);
    else stop({ restart: verdict.value.reason });
  }

  const weakness = engine.state === 'cannot-run' || engine.state === 'too-weak' ? engine : null;
  async function toOperator(cause: EngineFailure): Promise<void> {
    const told = await askOwn(session, 'liveness-unable', { json: { cause } });
    // The stage that follows comes by itself.
    stop(told.ok ? null : { broken: told.failure });
  }

  const { attempts } = standing;
  const problem = camera.state.state in PROBLEMS ? (camera.state.state as keyof typeof PROBLEMS) : null;
  return (
    <div className="citizen-step">
      <StepHeading text={t('identification.title')} />
      <p className="soft">{t('identification.attempts', { now: Math.min(attempts.of, attempts.failed + 1), of: attempts.of })}</p>
      {weakness === null ? null : (
        <>
          <Notice tone="bad" role="alert" action={<Button onPress={() => void toOperator(weakness.state)}>{t('identification.toOperator')}</Button>}>
            {t('identification.engineFailed')}
          </Notice>
          <div>
            <Button onPress={weakness.again}>{t('frame.tryAgain')}</Button>
          </div>
        </>
      )}
      {problem === null ? null : (
        <Notice tone="bad" role="alert" action={<Button onPress={open}>{t('frame.tryAgain')}</Button>}>
          {t(`welcome.${problem}`)}
        </Notice>
      )}
      {said !== null && 'restart' in said ? (
        <Notice tone="warn" role="alert">
          {t(`identification.restart.${said.restart}`)}
        </Notice>
      ) : null}
      {said !== null && 'broken' in said ? said.broken === 'lost' ? <Notice tone="warn">{t('identification.lost')}</Notice> : <FailureNotice failure={said.broken} /> : null}

      {phase.phase === 'before' ? (
        <>
          <p>{t('identification.lead')}</p>
          <p className="soft">{t('identification.light')}</p>
          <Button look="primary" size="large" isDisabled={weakness !== null} onPress={start}>
            {t('identification.start')}
          </Button>
        </>
      ) : null}
      {phase.phase === 'selfie' && problem === null && weakness === null ? <Selfie camera={camera} engine={engine} onUse={use} /> : null}
      {phase.phase === 'moving' && problem === null && engine.state === 'ready' ? (
        <Movements camera={camera} engine={engine.engine} ticket={phase.ticket} onEnded={(ending) => void finish(ending, phase.ticket)} />
      ) : null}
      {phase.phase === 'sending' ? <Working text={t('identification.sending')} /> : null}
    </div>
  );
}

const PROBLEMS = { cameraDenied: true, cameraNone: true, cameraBusy: true } as const;
