/** One picture of what the operator chooses to show of the screen; nothing is filmed on, and nothing leaves the page. */

export type ScreenShot = { kind: 'taken'; picture: ImageBitmap } | { kind: 'screen-refused' } | { kind: 'screen-failed' };

/** A system without a screen to film (no desktop, no consent of the system) begins a film that has no frame. */
const PATIENCE_MS = 5000;

/** What the shell allowed this page (Permissions Policy); Chromium alone tells, and the DOM types know none of it. */
export const screenOffered = (): boolean =>
  (document as Document & { featurePolicy?: { allowsFeature(feature: string): boolean } }).featurePolicy?.allowsFeature('display-capture') ?? false;

/** The browser asks the operator what to show, each time. */
export async function takeScreen(): Promise<ScreenShot> {
  let film: MediaStream;
  try {
    film = await navigator.mediaDevices.getDisplayMedia({ video: true, audio: false });
  } catch (error) {
    return { kind: error instanceof DOMException && error.name === 'NotAllowedError' ? 'screen-refused' : 'screen-failed' };
  }
  try {
    return await firstPicture(film);
  } finally {
    for (const track of film.getTracks()) track.stop();
  }
}

async function firstPicture(film: MediaStream): Promise<ScreenShot> {
  const video = document.createElement('video');
  const shown = new Promise<true>((resolve) => video.requestVideoFrameCallback(() => resolve(true)));
  const late = new Promise<false>((resolve) => setTimeout(() => resolve(false), PATIENCE_MS));
  video.muted = true;
  video.srcObject = film;
  // Resolves with the first frame, which may never come.
  video.play().catch(() => undefined);
  return (await Promise.race([shown, late])) ? { kind: 'taken', picture: await createImageBitmap(video) } : { kind: 'screen-failed' };
}
