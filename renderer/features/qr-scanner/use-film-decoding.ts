/** Feeds the active camera to a decoding worker and reports what it read. */
import { useCallback, useEffect, useRef, useState } from 'react';
import { startDecodeSession, type DecodeSession } from './decode-session.ts';
import type { GreyPicture } from './decoder.ts';
import { noteScanTiming } from './scan-timing.ts';

/** How long "several codes" stays on screen after the last frame that showed several. */
const SEVERAL_SHOWN_MS = 1500;

export interface FilmDecoding {
  several: boolean;
  offerFrame(picture: GreyPicture): void;
}

interface Film {
  /** False while no camera films; then there is no worker either. */
  active: boolean;
  /** The track of a device; null for a camera whose frames are offered one by one. */
  track: MediaStreamTrack | null;
  paused: boolean;
  onCode(text: string): void;
  onFailed(): void;
}

export function useFilmDecoding({ active, track, paused, onCode, onFailed }: Film): FilmDecoding {
  const session = useRef<DecodeSession | null>(null);
  const listener = useRef({ onCode, onFailed, paused });
  const [several, setSeveral] = useState(false);
  useEffect(() => {
    listener.current = { onCode, onFailed, paused };
  });

  useEffect(() => {
    if (!active) return undefined;
    let forget: ReturnType<typeof setTimeout> | undefined;
    const started = startDecodeSession({
      taken(text, timing) {
        setSeveral(false);
        // A code read in the instant the desk was locked or busy belongs to nobody any more.
        if (listener.current.paused) return;
        noteScanTiming(timing);
        listener.current.onCode(text);
      },
      several() {
        setSeveral(true);
        clearTimeout(forget);
        forget = setTimeout(() => setSeveral(false), SEVERAL_SHOWN_MS);
      },
      filmFailed: () => listener.current.onFailed(),
    });
    session.current = started;
    started.rest(listener.current.paused);
    if (track !== null) started.film(track);
    return () => {
      clearTimeout(forget);
      started.close();
      session.current = null;
      setSeveral(false);
    };
  }, [active, track]);

  useEffect(() => session.current?.rest(paused), [paused]);

  const offerFrame = useCallback((picture: GreyPicture) => session.current?.offerFrame(picture), []);
  return { several, offerFrame };
}
