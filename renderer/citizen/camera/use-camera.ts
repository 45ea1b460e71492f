/** A camera while a step needs it: the stream, the element that shows it, and the light off when the step goes. */
import { type RefCallback, useCallback, useEffect, useRef, useState } from 'react';
import { askForCamera, type CameraProblem } from './open-camera.ts';

export type CameraState = { state: 'off' } | { state: 'opening' } | { state: CameraProblem } | { state: 'filming'; stream: MediaStream; video: HTMLVideoElement };

export interface Camera {
  readonly state: CameraState;
  /** For the element that shows the picture; it must be drawn while the state is not `off`. */
  readonly show: RefCallback<HTMLVideoElement>;
  open(): void;
  close(): void;
}

export function useCamera(facing: 'user' | 'environment'): Camera {
  const [stream, setStream] = useState<MediaStream | null>(null);
  const [video, setVideo] = useState<HTMLVideoElement | null>(null);
  const [playing, setPlaying] = useState(false);
  const [problem, setProblem] = useState<'opening' | CameraProblem | null>(null);
  const wanted = useRef(0);

  useEffect(() => {
    if (stream === null || video === null) return;
    const stop = play(stream, video, () => setPlaying(true));
    return () => {
      stop();
      setPlaying(false);
    };
  }, [stream, video]);
  useEffect(() => {
    const lost = (): void => setProblem('cameraNone');
    stream?.getVideoTracks()[0]?.addEventListener('ended', lost);
    return () => {
      for (const track of stream?.getTracks() ?? []) track.stop();
    };
  }, [stream]);

  const open = useCallback(() => {
    const turn = (wanted.current += 1);
    setProblem('opening');
    void askForCamera(facing).then((answer) => {
      if (turn === wanted.current) {
        setStream(answer.ok ? answer.value : null);
        setProblem(answer.ok ? null : answer.failure);
      } else if (answer.ok) for (const track of answer.value.getTracks()) track.stop();
    });
  }, [facing]);
  const close = useCallback(() => {
    wanted.current += 1;
    setStream(null);
    setProblem(null);
  }, []);
  // A step that goes while the browser still asks leaves no camera on.
  useEffect(() => () => void (wanted.current += 1), []);

  const state: CameraState =
    problem !== null ? { state: problem } : stream === null ? { state: 'off' } : playing && video !== null ? { state: 'filming', stream, video } : { state: 'opening' };
  return { state, show: setVideo, open, close };
}

function play(stream: MediaStream, video: HTMLVideoElement, onPlaying: () => void): () => void {
  video.srcObject = stream;
  video.play().then(
    onPlaying,
    // Taken away before it played.
    () => undefined,
  );
  return () => {
    video.srcObject = null;
  };
}
