/** Runs in the page: notes when the camera's frames begin to show a code, when a code is taken, and how long the page was held up. */

export interface CameraWatch {
  /** Unix milliseconds at which the first frame of each showing was there. */
  shown: number[];
  taken: number[];
  /** Milliseconds that each task of the page took beyond the moment it was due. */
  held: number[];
}

export interface WatchedPage {
  tekserCamera: CameraWatch;
}

/** Serialised into the page: it may use nothing from outside itself. */
export async function watchCamera(markerSide: number): Promise<void> {
  const watch: CameraWatch = { shown: [], taken: [], held: [] };
  (globalThis as unknown as WatchedPage).tekserCamera = watch;
  const now = () => performance.timeOrigin + performance.now();

  new PerformanceObserver((entries) => {
    for (const entry of entries.getEntriesByName('scan.taken')) watch.taken.push(performance.timeOrigin + entry.startTime);
  }).observe({ entryTypes: ['mark'] });

  let due = performance.now();
  const channel = new MessageChannel();
  channel.port1.addEventListener('message', () => {
    watch.held.push(performance.now() - due);
    setTimeout(() => {
      due = performance.now();
      channel.port2.postMessage(null);
    }, 5);
  });
  channel.port1.start();
  channel.port2.postMessage(null);

  const video = document.querySelector('video');
  const track = (video!.srcObject as MediaStream).getVideoTracks()[0]!.clone();
  const Processor = (globalThis as unknown as { MediaStreamTrackProcessor: new (init: { track: MediaStreamTrack; maxBufferSize: number }) => { readable: ReadableStream<VideoFrame> } })
    .MediaStreamTrackProcessor;
  const frames = new Processor({ track, maxBufferSize: 1 }).readable.getReader();
  const corner = new Uint8Array(markerSide * markerSide * 2);
  let before = false;
  void (async () => {
    for (;;) {
      const { value: frame, done } = await frames.read();
      if (done) return;
      const arrived = now();
      await frame.copyTo(corner, { rect: { x: 0, y: 0, width: markerSide, height: markerSide } });
      frame.close();
      const shown = corner[(markerSide * markerSide) >> 1]! > 128;
      if (shown && !before) watch.shown.push(arrived);
      before = shown;
    }
  })();
}
