/** The pre-flight as a hook: opens the devices, measures camera, light, sound and line, and says what each is worth. */
import { useCallback, useEffect, useEffectEvent, useRef, useState } from 'react';
import type { Preflight } from '../../../../shared/domain/call/call-talk.ts';
import { gradeCamera, gradeLight, gradeLine, gradeSound, type LineFacts } from './grades.ts';
import { cameraFacts, lightFacts, loudestSound } from './measure-media.ts';
import { type CallDevices, type ChosenDevices, listDevices, openMedia, stopMedia } from './open-media.ts';

export type MediaCheck =
  | { state: 'checking' }
  /** No camera or microphone, or none allowed. */
  | { state: 'denied' }
  | { state: 'checked'; stream: MediaStream; devices: CallDevices; grades: Preflight };

export interface UseMediaCheck {
  check: MediaCheck;
  /** Plays the picture, and is looked at for the light. */
  video: (element: HTMLVideoElement | null) => void;
  again(): void;
}

/** A covered lens shows itself at once, but exposure takes a moment to settle. */
const SETTLE_MS = 400;

const CHECKING: MediaCheck = { state: 'checking' };

/** @param measureLine null where the service does not answer @param keeps whether the stream goes on after the check, into the call */
export function useMediaCheck({ cameraId, microphoneId }: ChosenDevices, measureLine: () => Promise<LineFacts | null>, keeps: () => boolean): UseMediaCheck {
  const [round, setRound] = useState(0);
  const wanted = `${round} ${cameraId} ${microphoneId}`;
  /** Of other devices, or of the round before, it says nothing. */
  const [told, setTold] = useState<{ of: string; check: MediaCheck }>({ of: wanted, check: CHECKING });
  const check = told.of === wanted ? told.check : CHECKING;
  const element = useRef<HTMLVideoElement | null>(null);
  const lineNow = useEffectEvent(measureLine);
  const keepsNow = useEffectEvent(keeps);

  useEffect(() => {
    let current = true;
    let opened: MediaStream | null = null;
    const tell = (found: MediaCheck): void => void (current && setTold({ of: wanted, check: found }));

    async function run(): Promise<void> {
      const stream = await openMedia({ cameraId, microphoneId });
      if (!current) return stopMedia(stream);
      opened = stream;
      const video = document.createElement('video');
      video.muted = true;
      video.srcObject = stream;
      if (element.current !== null) element.current.srcObject = stream;
      await video.play();
      const [loudest, line] = await Promise.all([loudestSound(stream), lineNow(), new Promise((resolve) => setTimeout(resolve, SETTLE_MS))]);
      const grades: Preflight = {
        camera: gradeCamera(cameraFacts(stream)),
        microphone: gradeSound(loudest),
        light: gradeLight(lightFacts(video)),
        line: line === null ? 'bad' : gradeLine(line),
      };
      video.srcObject = null;
      tell({ state: 'checked', stream, devices: await listDevices(), grades });
    }

    run().catch(() => tell({ state: 'denied' }));
    return () => {
      current = false;
      if (opened !== null && !keepsNow()) stopMedia(opened);
    };
  }, [cameraId, microphoneId, wanted]);

  const video = useCallback((next: HTMLVideoElement | null) => {
    element.current = next;
  }, []);

  return { check, video, again: () => setRound((before) => before + 1) };
}
