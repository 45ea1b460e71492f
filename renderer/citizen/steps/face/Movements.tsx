/** Leads through the movements the service asked for; what is measured on the way goes back to the service. */
import { useEffect, useEffectEvent, useState } from 'react';
import type { LivenessState } from '../../../../shared/domain/identification/liveness-judge.ts';
import type { FaceEngine, LivenessEnding } from '../../../features/identification/index.ts';
import type { Camera } from '../../camera/use-camera.ts';
import { useTexts } from '../../texts/index.ts';
import { FaceView } from './FaceView.tsx';
import type { LivenessTicket } from './liveness-session.ts';

interface MovementsProps {
  readonly camera: Camera;
  readonly engine: FaceEngine;
  readonly ticket: LivenessTicket;
  /** Null where it was broken off. */
  readonly onEnded: (ending: LivenessEnding | null) => void;
}

export function Movements({ camera, engine, ticket, onEnded }: MovementsProps) {
  const { t } = useTexts();
  const [state, setState] = useState<LivenessState>({ state: 'finding-neutral', advice: null });
  const end = useEffectEvent(onEnded);
  const { state: film } = camera;
  const video = film.state === 'filming' ? film.video : null;
  const track = film.state === 'filming' ? film.stream.getVideoTracks()[0] : undefined;

  useEffect(() => {
    if (video === null || track === undefined) return;
    let stop = (): void => undefined;
    let left = false;
    void import('../../../features/identification/index.ts').then(({ driveLiveness }) => {
      if (left) return;
      const run = driveLiveness({ engine, video, track, plan: ticket.plan, rules: ticket.rules }, setState);
      stop = run.stop;
      void run.ended.then((ending) => left || end(ending));
    });
    return () => {
      left = true;
      stop();
    };
  }, [video, track, engine, ticket]);

  const moving = state.state === 'challenge' ? state : null;
  const instruction =
    moving === null ? t('identification.neutral') : moving.phase === 'back' ? t('identification.back') : t(`identification.challenges.${moving.challenge}`);
  const advice = state.state === 'challenge' || state.state === 'finding-neutral' ? state.advice : null;
  const done = moving === null ? 0 : moving.passed + (moving.phase === 'back' ? 1 : 0);
  return (
    <>
      <FaceView
        show={camera.show}
        instruction={instruction}
        advice={advice === null ? null : t(`identification.advice.${advice}`)}
        challenge={moving?.phase === 'move' ? moving.challenge : null}
        done={done / ticket.plan.length}
      />
      <p className="soft">{t('identification.passed', { done: Math.min(done + 1, ticket.plan.length), of: ticket.plan.length })}</p>
    </>
  );
}
