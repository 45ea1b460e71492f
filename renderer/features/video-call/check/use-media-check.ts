/** The pre-flight as a hook: opens the devices, measures camera, light, sound and line, and says what each is worth. */
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Preflight, PreflightGrade } from '../../../../shared/domain/call/call-talk.ts';
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

/** @param measureLine null where the service does not answer @param keeps whether the stream goes on after the check, into the call */
export function useMediaCheck(chosen: ChosenDevices, measureLine: () => Promise<LineFacts | null>, keeps: () => boolean): UseMediaCheck {
  const [round, setRound] = useState(0);
  const [check, setCheck] = useState<MediaCheck>({ state: 'checking' });
  const element = useRef<HTMLVideoElement | null>(null);
  const measure = useRef(measureLine);
  measure.current = measureLine;
  const { cameraId, microphoneId } = chosen;

  useEffect(() => {
    let current = true;
    let opened: MediaStream | null = null;
    setCheck({ state: 'checking' });
    void run();
    return () => {
      current = false;
      if (opened !== null && !keeps()) stopMedia(opened);
    };

    async function run(): Promise<void> {
      try {
        const stream = await openMedia({ cameraId, microphoneId });
        if (!current) return stopMedia(stream);
        opened = stream;
        const video = document.createElement('video');
        video.muted = true;
        video.srcObject = stream;
        if (element.current !== null) element.current.srcObject = stream;
        await video.play();
        const [loudest, line] = await Promise.all([loudestSound(stream), measure.current(), new Promise((resolve) => setTimeout(resolve, SETTLE_MS))]);
        const grades: Preflight = {
          camera: gradeCamera(cameraFacts(stream)),
          microphone: gradeSound(loudest),
          light: gradeLight(lightFacts(video)),
          line: line === null ? 'bad' : gradeLine(line),
        } satisfies Record<string, PreflightGrade>;
        video.srcObject = null;
        const devices = await listDevices();
        if (current) setCheck({ state: 'checked', stream, devices, grades });
      } catch {
        if (current) setCheck({ state: 'denied' });
      }
    }
  }, [cameraId, microphoneId, round]);

  const video = useCallback((next: HTMLVideoElement | null) => {
    element.current = next;
  }, []);
  useEffect(() => {
    if (element.current !== null && check.state === 'checked') element.current.srcObject = check.stream;
  }, [check]);

  return { check, video, again: () => setRound((before) => before + 1) };
}
