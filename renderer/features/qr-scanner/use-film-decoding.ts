/** Feeds the active camera to a decoding worker and reports what it read. */
import { useCallback, useEffect, useRef, useState } from 'react';
import { paceCamera, tuneAtStart, tuneByAdvice } from './camera/tune-camera.ts';
import { startDecodeSession, type DecodeSession } from './decode-session.ts';
import type { GreyPicture } from './reading/decoder.ts';
import type { Advice } from './reading/advice.ts';
import { noteScanTiming } from './scan-timing.ts';

/** How long a word about what is in view stays after the last frame it was true for: time to read it. */
const SHOWN_MS = 1500;

/** A camera needs some frames until a change of its exposure is in the picture. */
const SETTLING_MS = 700;
const NOTHING_TO_SAY = { several: false, advice: null };

export interface FilmDecoding {
  several: boolean;
  /** For a code in view that cannot be read as it is held. */
  advice: Advice | null;
  /** Nothing has moved before the camera for a while. */
  idle: boolean;
  /** Reads the code that was taken once more; null before one was. */
  again: (() => void) | null;
  offerFrame(picture: GreyPicture): void;
}

interface Film {
  /** False while no camera films; then there is no worker either. */
  active: boolean;
  /** The track of a device; null for a camera whose frames are offered one by one. */
  track: MediaStreamTrack | null;
  paused: boolean;
  accessPrefixes: readonly string[];
  onCode(text: string): void;
  onFailed(): void;
}

export function useFilmDecoding({ active, track, paused, accessPrefixes, onCode, onFailed }: Film): FilmDecoding {
  const session = useRef<DecodeSession | null>(null);
  const listener = useRef({ onCode, onFailed, paused });
  const [view, setView] = useState<{ several: boolean; advice: Advice | null }>(NOTHING_TO_SAY);
  const [idle, setIdle] = useState(false);
  const [taken, setTaken] = useState(false);
  useEffect(() => {
    listener.current = { onCode, onFailed, paused };
  });

  useEffect(() => {
    if (!active) return undefined;
    let tunedAt = 0;
    let forget: ReturnType<typeof setTimeout> | undefined;
    const say = (words: { several: boolean; advice: Advice | null }) => {
      setView((before) => (before.several === words.several && before.advice === words.advice ? before : words));
      clearTimeout(forget);
      if (words !== NOTHING_TO_SAY) forget = setTimeout(() => setView(NOTHING_TO_SAY), SHOWN_MS);
    };
    const started = startDecodeSession(
      {
        taken(text, timing) {
          say(NOTHING_TO_SAY);
          setTaken(true);
          // A code read in the instant the desk was locked or busy belongs to nobody any more.
          if (listener.current.paused) return;
          noteScanTiming(timing);
          listener.current.onCode(text);
        },
        several: () => say({ several: true, advice: null }),
        advice(advice) {
          say({ several: false, advice });
          if (track === null || performance.now() - tunedAt < SETTLING_MS) return;
          tunedAt = performance.now();
          tuneByAdvice(track, advice);
        },
        idle(nobody) {
          setIdle(nobody);
          if (track !== null) paceCamera(track, nobody ? 'idle' : 'awake');
        },
        filmFailed: () => listener.current.onFailed(),
      },
      accessPrefixes,
    );
    session.current = started;
    started.rest(listener.current.paused);
    if (track !== null) {
      tuneAtStart(track);
      started.film(track);
    }
    return () => {
      clearTimeout(forget);
      started.close();
      session.current = null;
      setView(NOTHING_TO_SAY);
      setIdle(false);
      setTaken(false);
    };
  }, [active, track, accessPrefixes]);

  useEffect(() => session.current?.rest(paused), [paused]);

  const offerFrame = useCallback((picture: GreyPicture) => session.current?.offerFrame(picture), []);
  const again = useCallback(() => session.current?.again(), []);
  return { ...view, idle, again: taken ? again : null, offerFrame };
}
