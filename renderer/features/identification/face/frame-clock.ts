/** Hands out the frames of a playing picture one at a time: the next only when the last has been dealt with, so nothing queues up. */

export interface FrameClock {
  stop(): void;
}

/** Without a new frame for this long the next attempt is made anyway: a hidden page gets no frame callbacks. */
const STALLED_MS = 250;

/** @param leastMs from one frame to the next; without it as fast as they are dealt with */
export function createFrameClock(video: HTMLVideoElement, deal: (picture: ImageBitmap, atMs: number) => Promise<void>, leastMs = 0): FrameClock {
  const startedAt = performance.now();
  let stopped = false;

  async function run(): Promise<void> {
    for (let last = -leastMs; ; ) {
      const early = leastMs - (performance.now() - startedAt - last);
      if (early > 0) await new Promise((resolve) => setTimeout(resolve, early));
      await nextFrame(video);
      if (stopped) return;
      const picture = await pictureOf(video);
      last = performance.now() - startedAt;
      // A frame that could not be dealt with is one frame: whoever watches waits for the next.
      if (picture !== null) await deal(picture, last).catch(() => undefined);
    }
  }
  void run();
  return {
    stop() {
      stopped = true;
    },
  };
}

function nextFrame(video: HTMLVideoElement): Promise<void> {
  return new Promise((resolve) => {
    const stalled = setTimeout(resolve, STALLED_MS);
    video.requestVideoFrameCallback(() => {
      clearTimeout(stalled);
      resolve();
    });
  });
}

/** Null while the element has no frame: before the camera delivers, or after its track has ended. */
async function pictureOf(video: HTMLVideoElement): Promise<ImageBitmap | null> {
  if (video.readyState < HTMLMediaElement.HAVE_CURRENT_DATA || video.videoWidth === 0) return null;
  try {
    return await createImageBitmap(video);
  } catch {
    return null;
  }
}
