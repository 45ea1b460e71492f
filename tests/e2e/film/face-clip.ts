/** The public clips of a moving head beside the repository, frame by frame. Nothing but Chromium is needed: it steps through the clip. */
import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { findBrowser } from '../../../electron/launch/browser/find-browser.ts';

const CLIPS = join(import.meta.dirname, '../../../../shared/data/face/clips');
export const HAS_FACE_CLIPS = existsSync(CLIPS);

/** Of both people: 1 s still, then a turn to the own left, one to the right, chin up, chin down, two blinks. */
export type FaceClip = 'person-a-liveness-right-left-up-down-blink-blink' | 'person-b-liveness-right-left-up-down-blink-blink' | 'person-a-attack-flat-photo';

export const CLIP = { rate: 12, seconds: 14, width: 640, height: 480 } as const;
/** `jpeg`: files of their own; `planes`: I420, each of the same length. */
type FrameForm = 'jpeg' | 'planes';

/** What `make` makes of the frames, kept for the next time. @returns path of the file */
export async function provideFromClip(clip: FaceClip, form: FrameForm, name: string, make: (frames: readonly Buffer[]) => Buffer): Promise<string> {
  const folder = join(tmpdir(), 'tekser-face-films');
  const source = join(CLIPS, `${clip}.webm`);
  const made = join(folder, `${clip}-${(await stat(source)).size}-${name}`);
  if (existsSync(made)) return made;
  await mkdir(folder, { recursive: true });
  const draft = `${made}.${process.pid}`;
  await writeFile(draft, make(await framesOf(source, form)));
  await rename(draft, made);
  return made;
}

async function framesOf(source: string, form: FrameForm): Promise<Buffer[]> {
  const browser = await chromium.launch({ executablePath: findBrowser()!.executablePath });
  try {
    const page = await browser.newPage();
    await page.route('http://localhost/clip.webm', async (route) => route.fulfill({ body: await readFile(source), contentType: 'video/webm' }));
    await page.route('http://localhost/', (route) => route.fulfill({ body: '<video muted></video>', contentType: 'text/html' }));
    await page.goto('http://localhost/');
    await page.evaluate(async () => {
      const video = document.querySelector('video')!;
      video.src = URL.createObjectURL(await (await fetch('/clip.webm')).blob());
      await new Promise((resolve) => video.addEventListener('loadeddata', resolve, { once: true }));
    });
    const frames: Buffer[] = [];
    for (let frame = 0; frame < CLIP.rate * CLIP.seconds; frame += 1) {
      frames.push(Buffer.from(await page.evaluate(frameAt, { seconds: (frame + 0.5) / CLIP.rate, form }), 'base64'));
    }
    return frames;
  } finally {
    await browser.close();
  }
}

/** Runs in the page. @returns Base64 */
async function frameAt({ seconds, form }: { seconds: number; form: FrameForm }): Promise<string> {
  const video = document.querySelector('video')!;
  const sought = new Promise((resolve) => video.addEventListener('seeked', resolve, { once: true }));
  video.currentTime = seconds;
  await sought;
  if (form === 'jpeg') {
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [video.videoWidth, video.videoHeight];
    canvas.getContext('2d')!.drawImage(video, 0, 0);
    return canvas.toDataURL('image/jpeg', 0.9).split(',')[1]!;
  }
  const picture = new VideoFrame(video, { timestamp: 0 });
  const planes = new Uint8Array(picture.allocationSize());
  await picture.copyTo(planes);
  if (picture.format !== 'I420') throw new TypeError(`the clip is shown as ${picture.format}`);
  picture.close();
  return new Promise((resolve) => {
    const reader = new FileReader();
    reader.onload = () => resolve((reader.result as string).split(',')[1]!);
    reader.readAsDataURL(new Blob([planes]));
  });
}
