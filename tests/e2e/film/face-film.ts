/**
 * Films for Chromium's fake camera of a head that moves as asked, from the public clips beside the repository. Nothing but Chromium is
 * needed: it plays the clip step by step and gives every frame as JPEG. Such a film begins anew whenever a page opens the camera.
 */
import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Page } from 'playwright-core';
import { findBrowser } from '../../../electron/launch/find-browser.ts';

const CLIPS = join(import.meta.dirname, '../../../../shared/data/face/clips');
export const HAS_FACE_CLIPS = existsSync(CLIPS);

/** Of both people: 1 s still, then a turn to the own left, one to the right, chin up, chin down, two blinks; 14 s. */
export type FaceClip = 'person-a-liveness-right-left-up-down-blink-blink' | 'person-b-liveness-right-left-up-down-blink-blink' | 'person-a-attack-flat-photo';

const CLIP_RATE = 12;
const CLIP_SECONDS = 14;
/** Chromium shows .mjpeg files at this rate, whatever their source. */
const CAMERA_RATE = 30;

/** Path of the film, made once a machine. @param stillSeconds so long the first picture stands before the movements begin */
export async function provideFaceFilm(clip: FaceClip, stillSeconds = 0): Promise<string> {
  const folder = join(tmpdir(), 'tekser-face-films');
  const source = join(CLIPS, `${clip}.webm`);
  const film = join(folder, `${clip}-${stillSeconds}-${(await stat(source)).size}.mjpeg`);
  if (existsSync(film)) return film;
  await mkdir(folder, { recursive: true });
  const frames = await framesOf(source);
  const still = Array.from({ length: stillSeconds * CAMERA_RATE }, () => frames[0]!);
  const moving = Array.from({ length: CLIP_SECONDS * CAMERA_RATE }, (_, index) => frames[Math.min(frames.length - 1, Math.floor((index * CLIP_RATE) / CAMERA_RATE))]!);
  const draft = `${film}.${process.pid}`;
  await writeFile(draft, Buffer.concat([...still, ...moving]));
  await rename(draft, film);
  return film;
}

async function framesOf(source: string): Promise<Buffer[]> {
  const browser = await chromium.launch({ executablePath: findBrowser()!.executablePath });
  try {
    const page = await browser.newPage();
    await page.route('http://localhost/clip.webm', async (route) => route.fulfill({ body: await readFile(source), contentType: 'video/webm' }));
    await page.route('http://localhost/', (route) => route.fulfill({ body: '<video muted></video>', contentType: 'text/html' }));
    await page.goto('http://localhost/');
    const frames = await jpegFrames(page);
    return frames.map((frame) => Buffer.from(frame, 'base64'));
  } finally {
    await browser.close();
  }
}

const jpegFrames = (page: Page): Promise<string[]> =>
  page.evaluate(
    async ({ rate, seconds }) => {
      const video = document.querySelector('video')!;
      const event = (name: string) =>
        new Promise((resolve) => {
          video.addEventListener(name, resolve, { once: true });
        });
      const loaded = event('loadeddata');
      video.src = URL.createObjectURL(await (await fetch('/clip.webm')).blob());
      await loaded;
      const canvas = document.createElement('canvas');
      [canvas.width, canvas.height] = [video.videoWidth, video.videoHeight];
      const frames: string[] = [];
      for (let frame = 0; frame < rate * seconds; frame += 1) {
        const sought = event('seeked');
        video.currentTime = (frame + 0.5) / rate;
        await sought;
        canvas.getContext('2d')!.drawImage(video, 0, 0);
        frames.push(canvas.toDataURL('image/jpeg', 0.9).split(',')[1]!);
      }
      return frames;
    },
    { rate: CLIP_RATE, seconds: CLIP_SECONDS },
  );
