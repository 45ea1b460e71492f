/** A page with nothing but the identification engine, for tests, measurements and the bench: what they ask of it by name. */
import { type CardReader, type CardReading, type CardShot, type CardSide, cameraFacts, driveLiveness, type FaceEngine, type FaceObservation, judgePortrait, openCardReader, openFaceEngine, type PortraitAdvice, takeSelfie, watchCard } from '../../../../renderer/features/identification/index.ts';
import { frameOf } from '../../../../renderer/features/identification/liveness/frame-of.ts';
import type { LivenessChallenge } from '../../../../shared/domain/identification/identification.ts';
import type { CameraFacts, LivenessRecord } from '../../../../shared/domain/identification/liveness-record.ts';
import { judgeLiveness, type LivenessState } from '../../../../shared/domain/identification/liveness-judge.ts';
import type { LivenessRules } from '../../../../shared/domain/identification/liveness-rules.ts';

const hasVerdict = ({ state }: LivenessState): boolean => state === 'passed' || state === 'failed';

let engine: FaceEngine | null = null;
let cards: CardReader | null = null;
const video = document.querySelector('video')!;

const questions = {
  async open() {
    const opened = await openFaceEngine();
    if (!opened.ok) return null;
    engine = opened.value;
    return engine.readiness;
  },

  async look(path: string): Promise<{ observation: FaceObservation; advice: PortraitAdvice | null }> {
    const observation = await engine!.look(await createImageBitmap(await (await fetch(path)).blob()));
    return { observation, advice: judgePortrait(observation) };
  },

  /**
   * Every frame of a film, whatever the machine's pace: it is stepped, not played.
   * @param until stops where the judge has its verdict about this plan
   */
  async measureFilm(path: string, framesPerSecond: number, seconds: number, until?: { plan: readonly LivenessChallenge[]; rules: LivenessRules }): Promise<FaceObservation[]> {
    // A film that came whole can be stepped through without a server that answers for parts.
    video.src = URL.createObjectURL(await (await fetch(path)).blob());
    await once(video, 'loadeddata');
    const observations: FaceObservation[] = [];
    for (let frame = 0; frame < seconds * framesPerSecond; frame += 1) {
      video.currentTime = (frame + 0.5) / framesPerSecond;
      await once(video, 'seeked');
      observations.push({ ...(await engine!.look(await createImageBitmap(video))), atMs: (frame * 1000) / framesPerSecond });
      if (until !== undefined && hasVerdict(judgeLiveness(until.plan, observations.map(frameOf), until.rules))) break;
    }
    return observations;
  },

  /** The browser's camera from now on. */
  async openCamera(): Promise<CameraFacts> {
    video.removeAttribute('src');
    const stream = await navigator.mediaDevices.getUserMedia({ video: { width: 640, height: 480 } });
    video.srcObject = stream;
    await video.play();
    return cameraFacts(stream.getVideoTracks()[0]!);
  },

  async liveness(plan: readonly LivenessChallenge[], rules: LivenessRules): Promise<{ state: LivenessState; record: LivenessRecord; stillBytes: number[] }> {
    const track = (video.srcObject as MediaStream).getVideoTracks()[0]!;
    const ending = (await driveLiveness({ engine: engine!, video, track, plan, rules }, () => {}).ended)!;
    return { state: ending.state, record: ending.record, stillBytes: ending.pictures.map(({ jpeg }) => jpeg.length) };
  },

  async selfie(): Promise<{ observation: FaceObservation; bytes: number[] }> {
    const { jpeg, observation } = (await takeSelfie(engine!, video, () => {}).taken)!;
    return { observation, bytes: [...jpeg] };
  },

  async readCard(front: string, back: string, today: string): Promise<Omit<CardReading, 'portrait'> & { portraitBytes: number }> {
    const file = async (path: string) => (await fetch(path)).blob();
    cards ??= openCardReader();
    const { portrait, ...reading } = (await cards.read(await file(front), await file(back), today))!;
    return { ...reading, portraitBytes: portrait!.length };
  },

  /** The card gate before a picture that stands still, as a film of one frame. */
  async watchCard(path: string, side: CardSide): Promise<Omit<CardShot, 'jpeg'> & { bytes: number; frames: number; advice: (string | null)[] }> {
    const canvas = document.createElement('canvas');
    const picture = await createImageBitmap(await (await fetch(path)).blob());
    [canvas.width, canvas.height] = [picture.width, picture.height];
    const redraw = setInterval(() => canvas.getContext('2d')!.drawImage(picture, 0, 0), 40);
    video.srcObject = canvas.captureStream(25);
    await video.play();
    const advice: (string | null)[] = [];
    const watch = watchCard(video, side, (progress) => {
      advice.push(progress.advice);
      if (advice.length === 20) watch.takeNow();
    });
    const { jpeg, ...shot } = (await watch.taken)!;
    clearInterval(redraw);
    return { ...shot, bytes: jpeg.length, frames: advice.length, advice: [...new Set(advice)] };
  },
};
export type EnginePage = typeof questions;

Object.assign(globalThis, { engine: questions });

function once(target: HTMLVideoElement, event: string): Promise<void> {
  return new Promise((resolve, reject) => {
    target.addEventListener(event, () => resolve(), { once: true });
    target.addEventListener('error', () => reject(new Error('the film cannot be shown')), { once: true });
  });
}
