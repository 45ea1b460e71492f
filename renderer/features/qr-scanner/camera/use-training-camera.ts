/** The training camera: asks the stand for a picture of the citizen's phone a few times a second. */
import { useEffect, useRef, useState } from 'react';
import type { TrainingFrame } from '../../../../shared/ipc/contract.ts';
import type { GreyPicture } from '../reading/decoder.ts';

export type TrainingCameraState = { state: 'off' } | { state: 'no-phone' } | { state: 'filming' } | { state: 'unreachable' };

/** Each frame crosses from the core: a film's rate would cost more than it shows. */
const BETWEEN_FRAMES_MS = 200;
const BETWEEN_FAILURES_MS = 1500;

/** Resolves to null where no phone shows a code; rejects where the stand does not answer. */
export type FetchTrainingFrame = () => Promise<TrainingFrame | null>;

export function useTrainingCamera(
  fetchFrame: FetchTrainingFrame | null,
  onFrame: (picture: GreyPicture | null) => void,
): TrainingCameraState {
  const [state, setState] = useState<TrainingCameraState>({ state: 'off' });
  const latest = useRef({ fetchFrame, onFrame });
  useEffect(() => {
    latest.current = { fetchFrame, onFrame };
  });

  const on = fetchFrame !== null;
  useEffect(() => {
    if (!on) return undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let current = true;
    const poll = async () => {
      const outcome = await shoot(latest.current.fetchFrame);
      if (!current) return;
      setState((before) => (before.state === outcome.state ? before : { state: outcome.state }));
      latest.current.onFrame(outcome.state === 'filming' ? outcome.picture : null);
      timer = setTimeout(() => void poll(), outcome.state === 'unreachable' ? BETWEEN_FAILURES_MS : BETWEEN_FRAMES_MS);
    };
    void poll();
    return () => {
      current = false;
      clearTimeout(timer);
      setState({ state: 'off' });
    };
  }, [on]);

  return state;
}

type Shot = { state: 'filming'; picture: GreyPicture } | { state: 'no-phone' } | { state: 'unreachable' };

async function shoot(fetchFrame: FetchTrainingFrame | null): Promise<Shot> {
  try {
    const frame = (await fetchFrame?.()) ?? null;
    if (frame === null) return { state: 'no-phone' };
    const { width, height, luma } = frame;
    if (luma.length !== width * height) return { state: 'unreachable' };
    return { state: 'filming', picture: { width, height, luma: new Uint8ClampedArray(luma) } };
  } catch {
    return { state: 'unreachable' };
  }
}
