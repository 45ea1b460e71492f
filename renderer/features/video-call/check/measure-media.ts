/** Looks at what a camera films and a microphone hears for a moment, so that nobody queues with a covered lens or a dead microphone. */
import type { CameraFacts, LightFacts } from './grades.ts';

const SMALL = { width: 64, height: 48 } as const;
const LISTEN_MS = 1500;

export function cameraFacts(stream: MediaStream): CameraFacts {
  const { height = 0, frameRate = 0 } = stream.getVideoTracks()[0]?.getSettings() ?? {};
  return { height, frameRate };
}

/** @param video playing the stream */
export function lightFacts(video: HTMLVideoElement): LightFacts {
  const canvas = new OffscreenCanvas(SMALL.width, SMALL.height);
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (context === null || video.videoWidth === 0) return { mean: 0, spread: 0 };
  context.drawImage(video, 0, 0, SMALL.width, SMALL.height);
  const { data } = context.getImageData(0, 0, SMALL.width, SMALL.height);
  let sum = 0;
  let squares = 0;
  const pixels = SMALL.width * SMALL.height;
  for (let at = 0; at < data.length; at += 4) {
    // Rec. 601 luma.
    const grey = 0.299 * data[at]! + 0.587 * data[at + 1]! + 0.114 * data[at + 2]!;
    sum += grey;
    squares += grey * grey;
  }
  const mean = sum / pixels;
  return { mean, spread: Math.sqrt(Math.max(0, squares / pixels - mean * mean)) };
}

/** Largest root mean square of the sound while it listens. */
export async function loudestSound(stream: MediaStream): Promise<number> {
  if (stream.getAudioTracks().length === 0) return 0;
  const audio = new AudioContext();
  try {
    await audio.resume();
    const analyser = audio.createAnalyser();
    audio.createMediaStreamSource(stream).connect(analyser);
    const window = new Float32Array(analyser.fftSize);
    let loudest = 0;
    for (const until = performance.now() + LISTEN_MS; performance.now() < until; ) {
      analyser.getFloatTimeDomainData(window);
      loudest = Math.max(loudest, Math.sqrt(window.reduce((sum, value) => sum + value * value, 0) / window.length));
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    return loudest;
  } finally {
    await audio.close();
  }
}
