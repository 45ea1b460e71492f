/** The pre-flight as a hook: opens the devices, measures camera, light, sound and line, and says what each is worth. */
import { useEffect, useEffectEvent, useState } from 'react';
import type { CallDevices } from '../../../../shared/domain/call/call-devices.ts';
import type { Preflight } from '../../../../shared/domain/call/call-talk.ts';
import { type MediaProblem, mediaProblem } from '../devices/media-problem.ts';
import { openMedia, stopMedia } from '../devices/open-media.ts';
import { gradeCamera, gradeLight, gradeLine, gradeSound, type LineFacts } from './grades.ts';
import { cameraFacts, lightFacts, loudestSound } from './measure-media.ts';

export type MediaCheck =
  /** `stream` null until the devices are open. */
  | { state: 'checking'; stream: MediaStream | null }
  | { state: 'failed'; problem: MediaProblem }
  | { state: 'checked'; stream: MediaStream; grades: Preflight };

export interface UseMediaCheck {
  check: MediaCheck;
  again(): void;
}

/** A covered lens shows itself at once, but exposure takes a moment to settle. */
const SETTLE_MS = 400;

const CHECKING: MediaCheck = { state: 'checking', stream: null };

/** @param measureLine null where the service does not answer @param keeps whether the stream goes on after the check, into the call */
export function useMediaCheck({ camera, microphone }: CallDevices, measureLine: () => Promise<LineFacts | null>, keeps: () => boolean): UseMediaCheck {
  const [round, setRound] = useState(0);
  const wanted = `${round} ${camera} ${microphone}`;
  /** Of other devices, or of the round before, it says nothing. */
  const [told, setTold] = useState<{ of: string; check: MediaCheck }>({ of: wanted, check: CHECKING });
  const check = told.of === wanted ? told.check : CHECKING;
  const lineNow = useEffectEvent(measureLine);
  const keepsNow = useEffectEvent(keeps);
  const again = (): void => setRound((before) => before + 1);

  useEffect(() => {
    let current = true;
    let opened: MediaStream | null = null;
    const tell = (found: MediaCheck): void => void (current && setTold({ of: wanted, check: found }));

    async function run(): Promise<void> {
      const stream = await openMedia({ camera, microphone });
      if (!current) return stopMedia(stream);
      opened = stream;
      tell({ state: 'checking', stream });
      const video = document.createElement('video');
      video.muted = true;
      video.srcObject = stream;
      await video.play();
      const [loudest, line] = await Promise.all([loudestSound(stream), lineNow(), new Promise((resolve) => setTimeout(resolve, SETTLE_MS))]);
      const grades: Preflight = {
        camera: gradeCamera(cameraFacts(stream)),
        microphone: gradeSound(loudest),
        light: gradeLight(lightFacts(video)),
        line: line === null ? 'bad' : gradeLine(line),
      };
      video.srcObject = null;
      tell({ state: 'checked', stream, grades });
    }

    run().catch(async (error: unknown) => {
      const known = await navigator.mediaDevices.enumerateDevices();
      tell({ state: 'failed', problem: mediaProblem(error, known.map(({ kind }) => kind)) });
    });
    return () => {
      current = false;
      if (opened !== null && !keepsNow()) stopMedia(opened);
    };
  }, [camera, microphone, wanted]);

  const whatChanged = useEffectEvent(() => {
    const mayOpenNow = check.state === 'failed' && check.problem !== 'refused';
    const wasUnplugged = check.state === 'checked' && check.stream.getTracks().some(({ readyState }) => readyState === 'ended');
    if (mayOpenNow || wasUnplugged) again();
  });
  useEffect(() => {
    const look = (): void => whatChanged();
    navigator.mediaDevices.addEventListener('devicechange', look);
    return () => navigator.mediaDevices.removeEventListener('devicechange', look);
  }, []);

  return { check, again };
}
