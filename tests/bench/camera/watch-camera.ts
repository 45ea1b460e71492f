/** Runs in the page: notes when the camera's frames begin to show a code, and when a code is taken. */

export interface CameraWatch {
  /** When the first frame of each showing was filmed, in milliseconds of the camera. */
  shown: number[];
  /** Unix milliseconds. */
  taken: number[];
  /** Unix milliseconds of the camera's zero, by the frame that came fastest: others wait for a page that is busy. */
  zero: number;
}

export interface WatchedPage {
  tekserCamera: CameraWatch;
}

export interface ShownMark {
  side: number;
  /** Lightness of the first frame of a showing, and by how much each next one is lighter. */
  first: number;
  step: number;
  frameMs: number;
}

/** Serialised into the page: it may use nothing from outside itself. */
export async function watchCamera({ side, first, step, frameMs }: ShownMark): Promise<void> {
  const watch: CameraWatch = { shown: [], taken: [], zero: Number.POSITIVE_INFINITY };
  (globalThis as unknown as WatchedPage).tekserCamera = watch;

  new PerformanceObserver((entries) => {
    for (const entry of entries.getEntriesByName('scan.taken')) watch.taken.push(performance.timeOrigin + entry.startTime);
  }).observe({ entryTypes: ['mark'] });

  const video = document.querySelector('video');
  const track = (video!.srcObject as MediaStream).getVideoTracks()[0]!.clone();
  const Processor = (globalThis as unknown as { MediaStreamTrackProcessor: new (init: { track: MediaStreamTrack; maxBufferSize: number }) => { readable: ReadableStream<VideoFrame> } })
    .MediaStreamTrackProcessor;
  const frames = new Processor({ track, maxBufferSize: 1 }).readable.getReader();
  const corner = new Uint8Array(side * side * 2);
  let before = false;
  void (async () => {
    for (;;) {
      const { value: frame, done } = await frames.read();
      if (done) return;
      const filmed = frame.timestamp / 1000;
      watch.zero = Math.min(watch.zero, performance.timeOrigin + performance.now() - filmed);
      await frame.copyTo(corner, { rect: { x: 0, y: 0, width: side, height: side } });
      frame.close();
      const mark = corner[(side * side) >> 1]!;
      const shown = mark >= first;
      // The first frame of a showing may have been one that a busy page did not see.
      if (shown && !before) watch.shown.push(filmed - ((mark - first) / step) * frameMs);
      before = shown;
    }
  })();
}
